/** The arguments of the command line, read and verified. Knows which options there are, not what they do. */
import { parseArgs } from 'node:util';
import { type TableFormat, targets } from '../report/writing/table-format';
import { type ExportKind, exportKinds } from '../documents/writing/export';
import { msg, type Message } from '../text/message';
import { defaultCache } from './cache-place';
import type { Language } from './language';
import { nearest } from '../text/nearest';

export const commands = ['check', 'normalize', 'convert', 'figures', 'review', 'total', 'merge', 'rules', 'init', 'lsp', 'help'] as const;
export type Command = (typeof commands)[number];

const formats = ['text', 'json', 'sarif', 'github', 'checkstyle', 'junit'] as const;
export type Format = (typeof formats)[number];
export const reviewFormats = ['text', 'json', 'xlsx', 'html'] as const;
export const totalFormats = ['text', 'json', 'markdown', 'xlsx'] as const;
/** How a list of units or a sum is written. */
export type FolderFormat = (typeof reviewFormats)[number] | (typeof totalFormats)[number];

export interface Options {
  readonly command: Command | undefined;
  /** What stands after the command. */
  readonly operands: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  readonly format: Format;
  /** How `review` and `total` write; undefined: as the name of the output says, else as text. */
  readonly folderFormat: FolderFormat | undefined;
  /** Whether reports are held against each other though no roster is in force. */
  readonly between: boolean;
  /** The folder in which to keep what was read and found for the next run; undefined: nothing is kept. */
  readonly cache: string | undefined;
  /** The year under review; undefined: the latest. */
  readonly year: number | undefined;
  /** The folder for return notes; undefined: none are written. */
  readonly notes: string | undefined;
  /** Whether a page of numbers is wanted. */
  readonly numbers: boolean;
  readonly stdinFilename: string | undefined;
  /** Whether only errors are printed. */
  readonly quiet: boolean;
  /** More warnings than this make the exit code 1; undefined: any number will do. */
  readonly maxWarnings: number | undefined;
  /** The file that takes what else goes to standard output. */
  readonly output: string | undefined;
  /** Whether to mend what can be mended and write it back. */
  readonly fix: boolean;
  /** Whether to print what `fix` would change, and write nothing. */
  readonly dryRun: boolean;
  /** Whether mending may change figures and contents. */
  readonly unsafeFixes: boolean;
  /** Whether changes of Word files are tracked ones. */
  readonly trackChanges: boolean;
  /** Whether findings go into Word files as remarks. */
  readonly comments: boolean;
  /** Patterns of paths to pass over. */
  readonly ignore: readonly string[];
  /** The one file of such patterns to read instead of those beside the reports. */
  readonly ignorePath: string | undefined;
  /** How `normalize` writes tables; undefined: as suits the file. */
  readonly to: TableFormat | undefined;
  /** What `convert` writes; undefined: as the name of the output says. */
  readonly convertTo: ExportKind | undefined;
  readonly write: boolean;
  readonly language: Language | undefined;
  /** A file of findings that are known and no longer told. */
  readonly baseline: string | undefined;
  /** Whether what is found goes into that file. */
  readonly writeBaseline: boolean;
  /** The file of settings to go by, instead of those beside the reports. */
  readonly config: string | undefined;
  /** Whether to print the settings in effect, and check nothing. */
  readonly printConfig: boolean;
  /** Whether terminals get no colours. */
  readonly noColor: boolean;
  /** The first thing wrong with the arguments; then the rest of this value is not to be acted on. */
  readonly problem: Message | undefined;
}

interface OptionForm {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** The values allowed, by command where they differ; undefined for any. */
  readonly values?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  /** What the value must look like: a whole number, a year. */
  readonly pattern?: RegExp;
  /** The commands that take it; undefined for all. */
  readonly commands?: readonly Command[];
}

export const forms: Readonly<Record<string, OptionForm>> = {
  format: {
    type: 'string',
    values: { check: formats, review: reviewFormats, total: totalFormats },
    commands: ['check', 'review', 'total'],
  },
  'stdin-filename': { type: 'string', commands: ['check'] },
  quiet: { type: 'boolean', commands: ['check'] },
  'max-warnings': { type: 'string', pattern: /^\d+$/, commands: ['check'] },
  output: { type: 'string', short: 'o', commands: ['check', 'convert', 'figures', 'review', 'total', 'merge'] },
  between: { type: 'boolean', commands: ['check'] },
  cache: { type: 'boolean', commands: ['check', 'review', 'total'] },
  'cache-location': { type: 'string', commands: ['check', 'review', 'total'] },
  year: { type: 'string', pattern: /^20\d\d$/, commands: ['review', 'total'] },
  notes: { type: 'string', commands: ['review'] },
  numbers: { type: 'boolean', commands: ['review'] },
  fix: { type: 'boolean', commands: ['check'] },
  'dry-run': { type: 'boolean', commands: ['check'] },
  'track-changes': { type: 'boolean', commands: ['check'] },
  comments: { type: 'boolean', commands: ['check'] },
  'unsafe-fixes': { type: 'boolean', commands: ['check'] },
  ignore: { type: 'string', commands: ['check', 'figures', 'review', 'total'] },
  'ignore-path': { type: 'string', commands: ['check', 'figures', 'review', 'total'] },
  to: { type: 'string', values: { normalize: targets, convert: exportKinds }, commands: ['normalize', 'convert'] },
  write: { type: 'boolean', commands: ['normalize'] },
  baseline: { type: 'string', commands: ['check'] },
  'write-baseline': { type: 'boolean', commands: ['check'] },
  config: { type: 'string', commands: ['check', 'review', 'total'] },
  'print-config': { type: 'boolean', commands: ['check'] },
  'no-color': { type: 'boolean' },
  lang: { type: 'string', values: ['zh', 'en'] },
  stdio: { type: 'boolean', commands: ['lsp'] },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
};

/** Reads `argv`, the arguments after the program's name. Never throws. */
export function readOptions(argv: readonly string[]): Options {
  const { tokens } = parseArgs({ args: [...argv], options: forms, strict: false, allowPositionals: true, tokens: true });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const given = new Map<string, string>();
  const ignore: string[] = [];
  let problem: Message | undefined;
  const command = commands.find((name) => name === words[0]);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    problem ??= problemOf(token.rawName, token.name, token.value, command);
    given.set(token.name, token.value ?? '');
    if (token.name === 'ignore') ignore.push(token.value ?? '');
  }
  if (command === undefined && words[0] !== undefined) problem ??= unknownCommand(words[0]);
  const language = given.get('lang');
  const operands = words.slice(1);
  if (command === 'check') problem ??= conflictIn(given, operands);
  problem ??= loneOption(given);
  return {
    command,
    operands,
    help: given.has('help'),
    version: given.has('version'),
    format: formats.find((format) => format === given.get('format')) ?? 'text',
    ...folderOptions(given),
    stdinFilename: given.get('stdin-filename'),
    quiet: given.has('quiet'),
    maxWarnings: given.has('max-warnings') ? Number(given.get('max-warnings')) : undefined,
    output: given.get('output') === '-' ? undefined : given.get('output'),
    fix: given.has('fix'),
    dryRun: given.has('dry-run'),
    trackChanges: given.has('track-changes'),
    comments: given.has('comments'),
    unsafeFixes: given.has('unsafe-fixes'),
    ignore,
    ignorePath: given.get('ignore-path'),
    to: targets.find((target) => target === given.get('to')),
    convertTo: exportKinds.find((kind) => kind === given.get('to')),
    write: given.has('write'),
    baseline: given.get('baseline'),
    writeBaseline: given.has('write-baseline'),
    config: given.get('config'),
    printConfig: given.has('print-config'),
    noColor: given.has('no-color'),
    language: language === 'zh' || language === 'en' ? language : undefined,
    problem,
  };
}

/** The options of what is done with several reports. */
function folderOptions(given: ReadonlyMap<string, string>) {
  return {
    folderFormat: [...reviewFormats, ...totalFormats].find((format) => format === given.get('format')),
    between: given.has('between'),
    cache: given.has('cache') ? (given.get('cache-location') ?? defaultCache) : undefined,
    year: given.has('year') ? Number(given.get('year')) : undefined,
    notes: given.get('notes'),
    numbers: given.has('numbers'),
  } satisfies Partial<Options>;
}

/** What is wrong with one option as written, such as `--formt` or `--format=xml`. */
function problemOf(written: string, name: string, value: string | undefined, command: Command | undefined): Message | undefined {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (form === undefined) {
    const meant = written.startsWith('--') ? nearest(name, Object.keys(forms)) : undefined;
    return meant === undefined ? msg('没有选项 {0}', written) : msg('没有选项 {0}，是不是 {1}？', written, `--${meant}`);
  }
  if (form.type === 'boolean') {
    if (value !== undefined) return msg('选项 {0} 不带值', written);
  } else if (value === undefined || value === '') {
    return msg('选项 {0} 缺少值', written);
  } else if (valuesOf(form, command)?.includes(value) === false) {
    return msg('选项 {0} 的值应为 {1}，不能是 {2}', written, valuesOf(form, command)?.join(' | ') ?? '', value);
  } else if (form.pattern?.test(value) === false) {
    return name === 'year'
      ? msg('选项 {0} 的值应为年份，如 2024，不能是 {1}', written, value)
      : msg('选项 {0} 的值应为不小于 0 的整数，不能是 {1}', written, value);
  }
  if (command !== undefined && form.commands !== undefined && !form.commands.includes(command)) {
    return msg('命令 {0} 没有选项 {1}', command, written);
  }
  return undefined;
}

function valuesOf({ values }: OptionForm, command: Command | undefined): readonly string[] | undefined {
  return (
    values &&
    ('includes' in values ? (values as readonly string[]) : (values as Readonly<Record<string, readonly string[]>>)[command ?? ''])
  );
}

/** Whether standard input is to be checked: asked for by `-`, or by its name where no path is given. */
export function usesInput({ operands, stdinFilename }: Pick<Options, 'operands' | 'stdinFilename'>): boolean {
  return operands.includes('-') || (stdinFilename !== undefined && operands.length === 0);
}

/** What is of no use without another option. */
function loneOption(given: ReadonlyMap<string, string>): Message | undefined {
  const pairs = [
    ['cache-location', 'cache'],
    ['write-baseline', 'baseline'],
  ] as const;
  const lone = pairs.find(([name, other]) => given.has(name) && !given.has(other));
  return lone && msg('选项 {0} 要和 {1} 一起用', `--${lone[0]}`, `--${lone[1]}`);
}

/** What does not go together in the options of `check`. */
function conflictIn(given: ReadonlyMap<string, string>, operands: readonly string[]): Message | undefined {
  const dryRun = given.has('dry-run');
  if (given.has('unsafe-fixes') && !given.has('fix') && !dryRun)
    return msg('选项 {0} 要和 {1} 或 {2} 一起用', '--unsafe-fixes', '--fix', '--dry-run');
  for (const name of ['track-changes', 'comments'])
    if (given.has(name) && !given.has('fix')) return msg('选项 {0} 要和 {1} 一起用', `--${name}`, '--fix');
  if (dryRun && (given.get('format') ?? 'text') !== 'text')
    return msg('选项 {0} 只输出差异，不能和 {1} 一起用', '--dry-run', `--format ${given.get('format')}`);
  if (given.has('fix') && !dryRun && usesInput({ operands, stdinFilename: given.get('stdin-filename') }))
    return msg('标准输入不能写回，请用 {0} 代替 {1}', '--dry-run', '--fix');
  return undefined;
}

/** What to say of a word that is no command. */
export function unknownCommand(word: string): Message {
  const meant = nearest(word, commands);
  if (meant !== undefined) return msg('没有命令 {0}，是不是 {1}？', word, meant);
  return msg('没有命令 {0}；校对文件请用：nianbao check {0}', word);
}
