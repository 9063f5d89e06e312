/**
 * The engine of the page: opens files, checks them with the rules of all other programs, mends them, makes copies. Holds the
 * files that are shown, by number. Answers questions; knows nothing of what is seen.
 */
import { placeOf } from '../documents/place';
import type { Source } from '../documents/source';
import { fileJson } from '../features/file-json';
import { hover } from '../features/hover/hover';
import { inlineHtml } from '../features/page/inline-markup';
import { type Finding, type Fix, fixOf, type Severity } from '../findings/finding';
import { english } from '../english';
import { format, type Message } from '../text/message';
import type { Span } from '../text/span';
import { copyOf } from './copies';
import type { Say } from '../features/paper/marks';
import type { Question, Questions, ShownFile } from './messages';
import { edited, findingsOf, mended, normalizing, openedFile, type OpenedFile, type UnreadableFile } from './opened-file';
import { paperHtml } from '../features/paper/paper';
import { readClipped, readFile } from './read-file';
import { shownFile } from './shown-file';

type Answers = {
  readonly [Name in Question]: (question: Questions[Name]['ask']) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>;
};

/** A new engine, which holds no file. */
export function createEngine(): Answers {
  const files = new Map<number, OpenedFile | UnreadableFile>();
  let say: Say = (message) => format(message);
  let last = 0;
  const keep = (file: OpenedFile | UnreadableFile): ShownFile => {
    files.set(file.id, file);
    return shownFile(file, say);
  };
  const open = (name: string, isPasted: boolean, read: Source | { readonly problem: Message }): ShownFile => {
    const id = ++last;
    return keep('problem' in read ? { id, name, problem: read.problem } : openedFile({ id, name, isPasted, taken: false }, read));
  };
  const fileOf = (id: number): OpenedFile => {
    const file = files.get(id);
    if (!file || 'problem' in file) throw new Error(`no file ${id}`);
    return file;
  };
  return {
    start({ language }) {
      say = (message) => (language === 'zh' ? format(message) : format(message, english));
      return null;
    },
    clear() {
      files.clear();
      return null;
    },
    open: async ({ name, bytes }) => open(name, false, await readFile(name, bytes)),
    paste: async ({ name, html, text }) => open(name, true, await readClipped({ html, text })),
    paper({ id }) {
      const { report, findings } = fileOf(id);
      return paperHtml(report, findings, say);
    },
    hover({ id, offset }) {
      const { report, findings } = fileOf(id);
      const found = hover(report, offset, findings);
      return (found?.markdown ?? []).map((lines) => `<p>${lines.map((line) => inlineHtml(say(line), true)).join('<br>')}</p>`).join('');
    },
    take({ id }) {
      const { draft, ...file } = fileOf(id);
      return keep(openedFile({ ...file, taken: true }, { ...file, text: draft.text }));
    },
    mend: ({ id }) => keep(mended(fileOf(id))),
    normalize: ({ id }) => keep(edited(fileOf(id), normalizing(fileOf(id)))),
    fix({ id, finding }) {
      const file = fileOf(id);
      return keep(edited(file, fixAt(file, finding)?.edits ?? []));
    },
    undo: ({ id }) => keep(fileOf(id).before ?? fileOf(id)),
    async copy({ id, kind }) {
      const copy = await copyOf(fileOf(id), kind);
      return 'problem' in copy ? { problem: say(copy.problem) } : copy;
    },
    json: () =>
      jsonOf(
        [...files.values()].filter((file): file is OpenedFile => !('problem' in file)),
        say,
      ),
  };
}

function fixAt({ findings }: OpenedFile, index: number): Fix | undefined {
  const finding = findings[index];
  return finding && fixOf(finding);
}

/** As `check --format json` of the command line prints it. */
function jsonOf(files: readonly OpenedFile[], say: Say): string {
  const sorted = [...files].sort(({ name: a }, { name: b }) => Number(a > b) - Number(a < b));
  const count = (...severities: Severity[]) =>
    sorted.reduce((sum, { findings }) => sum + findings.filter(({ severity }: Finding) => severities.includes(severity)).length, 0);
  const entries = sorted.map((file) => {
    const { name, report, findings, document } = file;
    const told = document && {
      placeOf: (span: Span) => placeOf(document, report, span).map(say).join(' · '),
      notes: report.recognized ? document.notes : [],
    };
    return JSON.stringify(
      fileJson({ path: name, report, findings, check: (of) => findingsOf(file, of), ...(told && { document: told }) }, say),
    );
  });
  const summary = {
    files: sorted.length,
    reports: sorted.filter(({ report }) => report.recognized).length,
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
  };
  return `{"version":1,"files":[\n${entries.join(',\n')}\n],"summary":${JSON.stringify(summary)}}\n`;
}
