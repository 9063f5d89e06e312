/** Writes a report in one of the ways that there are; what makes Word files is loaded when the first one is written. */
import type { ExportBlock, ExportKind } from './export';
import { writeHtml } from './html';
import { writeMarkdown, writeText } from './text';

export async function writeExport(blocks: readonly ExportBlock[], kind: ExportKind, title: string): Promise<Uint8Array> {
  switch (kind) {
    case 'docx':
      return (await import('./docx')).writeDocx(blocks, title);
    case 'html':
      return new TextEncoder().encode(writeHtml(blocks));
    case 'txt':
      return new TextEncoder().encode(writeText(blocks));
    default:
      return new TextEncoder().encode(writeMarkdown(blocks));
  }
}
