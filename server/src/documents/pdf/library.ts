/**
 * Opens a PDF with pdf.js, which runs in this thread: nothing is drawn, no script of the file is run, no font of the machine is
 * looked for. Character maps of Chinese fonts that the file does not carry lie beside the program.
 */
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { msg } from '../../text/message';
import { UnreadableDocument } from '../document';
import type { PageContent } from './content';
import { readPage } from './page';
import type { LayerFilter, Operators } from './reader';

type Library = typeof PdfJs;

let loading: Promise<Library> | undefined;

/** The library and its other half, which it would look for in a thread of its own. */
async function load(): Promise<Library> {
  const world = globalThis as Record<string, unknown>;
  // It names these when it is loaded or reads a font, and uses them only to draw; Node has none of them.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D', 'FontFace']) world[name] ??= function unused() {};
  const { warn } = console;
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push') as PropertyDescriptor;
  // It complains that it cannot draw, which nobody asks of it.
  console.warn = () => undefined;
  try {
    const [library, worker] = await Promise.all([
      import('pdfjs-dist/legacy/build/pdf.mjs'),
      import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
    ]);
    (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
    return library;
  } finally {
    console.warn = warn;
    // For old engines it puts a slow one in its place, which would slow down the whole program.
    Object.defineProperty(Array.prototype, 'push', push);
  }
}

export interface PdfFile {
  /** How many pages it has. */
  readonly count: number;
  readonly hasAttachments: boolean;
}

/**
 * Hands each page to `each`, one after the other.
 * @throws UnreadableDocument
 */
export async function openPdf(bytes: Uint8Array, most: number, each: (page: PageContent, number: number) => void): Promise<PdfFile> {
  const library = await (loading ??= load());
  const task = library.getDocument({
    // The library takes the bytes for itself.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    // Fonts are handed to a document that shows nothing: without one their shapes would be made ready to be drawn.
    disableFontFace: false,
    ownerDocument: { fonts: new Set() } as never,
    useSystemFonts: false,
    useWasm: false,
    maxImageSize: 1,
    CMapReaderFactory: CharacterMaps,
    useWorkerFetch: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const count = document.numPages;
    const layers = await document.getOptionalContentConfig();
    const isShown: LayerFilter = (layer) => layers.isVisible(layer as never) as unknown as boolean;
    for (let number = 1; number <= Math.min(count, most); number++) {
      const page = await document.getPage(number);
      each(await readPage(page, library.OPS as unknown as Operators, isShown), number);
      page.cleanup();
    }
    return { count, hasAttachments: (await document.getAttachments()) !== null };
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument(
      isEncrypted(error)
        ? msg('文件加了密码，读不了；请去掉密码后另存一份')
        : msg('文件损坏，读不出来（{0}）', error instanceof Error ? error.message : String(error)),
    );
  } finally {
    await task.destroy();
  }
}

function isEncrypted(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

/** The character maps, which lie in `cmaps/` beside the bundle. The library makes one of these for each file. */
class CharacterMaps {
  async fetch({ name }: { readonly name: string }): Promise<{ readonly cMapData: Uint8Array; readonly isCompressed: boolean }> {
    const { readFile } = await import('node:fs/promises');
    const map = await readFile(new URL(`cmaps/${/[\w-]+/.exec(name)?.[0] ?? ''}.bcmap`, import.meta.url));
    return { cMapData: new Uint8Array(map), isCompressed: true };
  }
}
