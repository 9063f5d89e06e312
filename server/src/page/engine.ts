/**
 * The engine of the page: opens files, checks them with the rules of all other programs, mends them, makes copies. Holds the
 * files that are shown, by number. Answers questions; knows nothing of what is seen.
 */
import { isDocumentName } from '../documents/kinds';
import { placeOf } from '../documents/place';
import type { Source } from '../documents/source';
import { toldFindings } from '../features/actions/proven-fixes';
import { type CheckedFile, fileJson } from '../features/file-json';
import { hover } from '../features/hover/hover';
import { inlineHtml } from '../features/page/inline-markup';
import { type Finding, type Fix, fixOf, type Severity } from '../findings/finding';
import { defaultLimit, tooLong } from '../features/text-limit';
import { english } from '../english';
import { parse } from '../report/parse';
import { format, type Message, msg } from '../text/message';
import type { Span } from '../text/span';
import { copyOf } from './copies';
import type { Say } from '../features/paper/marks';
import type { Changed, Question, Questions, ShownFile } from './messages';
import { edited, findingsOf, mended, normalizing, openedFile, type OpenedFile, type UnreadableFile } from './opened-file';
import { paperHtml } from '../features/paper/paper';
import { readClipped, readFile } from './read-file';
import { shownFile } from './shown-file';
import { openFolderSettings } from './folder-settings';
import { openTogether, type Together } from './together';

type Answers = {
  readonly [Name in Question]: (question: Questions[Name]['ask']) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>;
};

/** A new engine, which holds no file. */
export function createEngine(): Answers {
  const files = new Map<number, OpenedFile | UnreadableFile>();
  let say: Say = (message) => format(message);
  let last = 0;
  let folders = openFolderSettings();
  let together = openTogether();
  const keep = (file: OpenedFile | UnreadableFile): ShownFile => {
    files.set(file.id, file);
    return shown(file);
  };
  const shown = (file: OpenedFile | UnreadableFile): ShownFile => {
    const found =
      'problem' in file ? { findings: [], silenced: 0 } : { findings: together.findingsOf(file), silenced: together.silencedIn(file) };
    return shownFile(file, found, say);
  };
  const opened = () => [...files.values()].filter((file): file is OpenedFile => !('problem' in file));
  const change = (file: OpenedFile): Changed => {
    files.set(file.id, file);
    const others = together.hold(opened()).filter(({ id }) => id !== file.id);
    return { file: shown(file), others: others.map(shown) };
  };
  const open = (file: Pick<OpenedFile, 'name' | 'isPasted' | 'modified'>, read: Source | { readonly problem: Message }): ShownFile => {
    const { name } = file;
    const id = ++last;
    if ('problem' in read) return keep({ id, name, problem: read.problem });
    return keep(openedFile({ ...file, id, taken: false, settings: folders.of(name) }, read));
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
      folders = openFolderSettings();
      together = openTogether();
      return null;
    },
    config: ({ name, bytes }) =>
      folders.take(name, bytes).map(({ line, message }) => say(msg('{0}：{1}', `${name}:${line}`, say(message)))),
    open: async ({ name, bytes, modified }) => {
      const limit = folders.of(name).textLimit ?? defaultLimit;
      if (!isDocumentName(name) && bytes.length > limit * 1000) return keep({ id: ++last, name, problem: tooLong(limit), tooLarge: true });
      return open({ name, isPasted: false, modified }, await readFile(name, bytes));
    },
    together: () => together.hold(opened()).map(shown),
    paste: async ({ name, html, text }) => open({ name, isPasted: true, modified: undefined }, await readClipped({ html, text })),
    paper({ id }) {
      const file = fileOf(id);
      return paperHtml(file.report, together.findingsOf(file), say);
    },
    hover({ id, offset }) {
      const file = fileOf(id);
      const found = hover(file.report, offset, together.findingsOf(file));
      return (found?.markdown ?? []).map((lines) => `<p>${lines.map((line) => inlineHtml(say(line), true)).join('<br>')}</p>`).join('');
    },
    take({ id }) {
      const { draft, ...file } = fileOf(id);
      return change(openedFile({ ...file, taken: true }, { ...file, text: draft.text }));
    },
    mend: ({ id }) => change(mended(fileOf(id))),
    normalize: ({ id }) => change(edited(fileOf(id), normalizing(fileOf(id)))),
    fix({ id, finding }) {
      const file = fileOf(id);
      return change(edited(file, fixAt(together.findingsOf(file), finding)?.edits ?? []));
    },
    undo: ({ id }) => change(fileOf(id).before ?? fileOf(id)),
    async copy({ id, kind }) {
      const copy = await copyOf(fileOf(id), kind);
      return 'problem' in copy ? { problem: say(copy.problem) } : copy;
    },
    json: () => jsonOf([...files.values()], together, say),
  };
}

function fixAt(findings: readonly Finding[], index: number): Fix | undefined {
  const finding = findings[index];
  return finding && fixOf(finding);
}

/** As `check --format json` of the command line prints it: files that cannot be read are left out, texts above the limit listed. */
function jsonOf(all: readonly (OpenedFile | UnreadableFile)[], together: Together, say: Say): string {
  const files = all.flatMap((file) => entryOf(file, together, say) ?? []).sort(({ path: a }, { path: b }) => Number(a > b) - Number(a < b));
  const count = (...severities: Severity[]) =>
    files.reduce((sum, { findings }) => sum + findings.filter(({ severity }) => severities.includes(severity)).length, 0);
  const opened = all.filter((file): file is OpenedFile => !('problem' in file));
  const isDecided = opened.some(({ settings }) => settings.decisions);
  const summary = {
    files: files.length,
    reports: files.filter(({ report }) => report.recognized).length,
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
    ...(isDecided && { silenced: opened.reduce((sum, file) => sum + together.silencedIn(file), 0) }),
  };
  const entries = files.map((file) => JSON.stringify(fileJson(file, say)));
  return `{"version":1,"files":[\n${entries.join(',\n')}\n],"summary":${JSON.stringify(summary)}}\n`;
}

function entryOf(file: OpenedFile | UnreadableFile, together: Together, say: Say): CheckedFile | undefined {
  if ('problem' in file) return file.tooLarge && { path: file.name, report: parse(''), findings: [], tooLarge: true };
  const { name, report, document } = file;
  const places = document && {
    placeOf: (span: Span) => placeOf(document, report, span).map(say).join(' · '),
    notes: report.recognized ? document.notes : [],
  };
  const findings = toldFindings({ report, findings: together.findingsOf(file), check: (of) => findingsOf(file, of) });
  return { path: name, report, findings, ...(places && { document: places }) };
}
