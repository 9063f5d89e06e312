/**
 * Loads a bundle together with what V8 compiled of it in an earlier run: compiling is a third of what a short run takes. It
 * is kept in the user's folder for caches and may be deleted at any time; NODE_DISABLE_COMPILE_CACHE keeps none,
 * NODE_COMPILE_CACHE names another folder. What newer versions of Node keep by themselves holds no function that was compiled
 * after its file was loaded, which most are.
 *
 * Compiled code is run unseen, so a file that somebody else could have written is not read.
 */
import { isAscii } from 'node:buffer';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { version } from '../../package.json';
import { hashOf } from './text/hash';

/** So many files of compiled code, of a megabyte or less each, are kept. */
const mostKept = 48;
/** After so many milliseconds a server has read its first report; after hours V8 has forgotten what only the start needed. */
const settled = 3000;

/**
 * A run of so many milliseconds has forgotten what only its start needed: V8 drops what was not run for some time. What it keeps is
 * replaced by what the first shorter one keeps.
 */
const long = 1500;

/** Runs the bundle `file` as `require` would: a process that lives until its client ends it. */
export function runServer(file: string): void {
  setTimeout(runCompiled(file, 'server'), settled).unref();
  // Many clients do so by a signal, right after `shutdown` was answered. It ends as if asked to, so that compiled code is kept.
  process.once('SIGTERM', () => process.exit(143));
}

/**
 * Runs the bundle `file`, an absolute path, as `require` would, and those beside it that it calls for, with code from an earlier
 * run where there is some.
 * @param use what it is run for: each use has code of its own, for what one has not compiled, the other would compile every time.
 * @returns keeps what has been compiled by now, for processes that live long; without it that is done at the end.
 */
export function runCompiled(file: string, use: string): () => void {
  const require = createRequire(file);
  const folder = folderForCode();
  if (folder !== undefined) return runBundles(file, require, { folder, use });
  require(file);
  return () => undefined;
}

/** Where code is kept, and for what. */
interface Keeping {
  readonly folder: string;
  readonly use: string;
}

/** What `require` does, with code that was kept where there is some. */
function runBundles(file: string, require: NodeJS.Require, where: Keeping): () => void {
  const place = dirname(file);
  const loaded = new Map<string, unknown>();
  const keeping: (() => void)[] = [];
  const keepAll = (): void => keeping.splice(0).forEach((keepOne) => keepOne());
  /** The exports of what a bundle calls for: the bundle `./name.js`, or something of Node's. */
  const load = (name: string): unknown => {
    if (!name.startsWith('./')) return require(name);
    if (!loaded.has(name)) loaded.set(name, runScript(join(place, name)));
    return loaded.get(name);
  };
  const loadLater = async (name: string): Promise<unknown> =>
    name.endsWith('.js') ? load(name) : import(pathToFileURL(join(place, name)).href);
  const runScript = (path: string): unknown => {
    const { script, keepCode } = compile(path, where);
    if (keepCode) keeping.push(keepCode);
    const own = { exports: {} };
    (script.runInThisContext() as (...parts: unknown[]) => void)(own.exports, load, own, path, place, loadLater);
    return own.exports;
  };
  // At the end, when all that such a run needs has been compiled.
  process.on('exit', keepAll);
  load(`./${basename(file)}`);
  return keepAll;
}

/** The bundle in `file`, compiled before if it can be; otherwise with what keeps the code that has been compiled by then. */
function compile(file: string, { folder, use }: Keeping): { readonly script: Script; readonly keepCode?: () => void } {
  const { size, mtimeMs } = statSync(file);
  const kept = join(folder, `${basename(file)}-${version}-${process.version}-${process.arch}-${hashOf(dirname(file))}-${use}`);
  const mark = `${size} ${mtimeMs}\n`;
  const ofShort = codeIn(kept, mark);
  const cachedData = ofShort ?? codeIn(`${kept}-long`, mark);
  // Put together as bytes: of a megabyte as text every further copy makes V8 collect garbage. Code that was kept has lost what an
  // `import` of its own needs, so bundles call for others by `loader` (see esbuild.mjs).
  const bytes = Buffer.concat([before, readFileSync(file), after]);
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
  const isKnown = cachedData !== undefined && script.cachedDataRejected !== true;
  if (isKnown && ofShort) return { script };
  const keepCode = () => {
    const isLong = performance.now() > long;
    if (!isKnown || !isLong) keep(isLong ? `${kept}-long` : kept, mark, script.createCachedData());
  };
  return { script, keepCode };
}

const before = Buffer.from('(function (exports, require, module, __filename, __dirname, loader) {');
const after = Buffer.from('\n})');

/** The code kept in `path` where it is whole, of this very bundle, and this user's own. */
function codeIn(path: string, mark: string): Buffer | undefined {
  try {
    const { uid, mode } = statSync(path);
    if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined;
    const bytes = readFileSync(path);
    const head = `${mark}${bytes.length} `;
    return bytes.subarray(0, head.length).toString('latin1') === head ? bytes.subarray(head.length) : undefined;
  } catch {
    return undefined;
  }
}

function keep(path: string, mark: string, code: Buffer): void {
  const beside = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    let head = '';
    // The length of the file is written in its head, and counts with it.
    while (head.length + code.length !== Number(/(\d+) $/.exec(head)?.[1])) head = `${mark}${head.length + code.length} `;
    writeFileSync(beside, Buffer.concat([Buffer.from(head, 'latin1'), code]), { mode: 0o600 });
    renameSync(beside, path);
    forgetOldest(dirname(path));
  } catch {
    // Nothing is lost but time.
    rmSync(beside, { force: true });
  }
}

/** Every version and every place of the program leaves its own: of them all, the latest stay. */
function forgetOldest(folder: string): void {
  const kept = readdirSync(folder).filter((name) => /^[\w-]+\.js-\d+\.\d+\.\d+-v/.test(name));
  const ages = kept.map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }));
  for (const { path } of ages.sort((a, b) => b.time - a.time).slice(mostKept)) rmSync(path, { force: true });
}

function folderForCode(): string | undefined {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE) return undefined;
  if (NODE_COMPILE_CACHE) return NODE_COMPILE_CACHE;
  const home = homeFolder();
  if (home === undefined) return undefined;
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'nianbao', 'code');
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'nianbao', 'code');
  return join(XDG_CACHE_HOME ?? join(home, '.cache'), 'nianbao', 'code');
}

/** Who has no entry among the users has no folder either. */
function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
