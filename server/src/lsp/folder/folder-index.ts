/**
 * All reports of the workspace's folders: which files there are, what is found in each and between them. Nothing is read before
 * someone asks for the folder; from then on files that change are read again alone. Work goes on in slices and can be stopped.
 * What clients are told of it is not known here.
 */
import { type Collection, collect } from '../../collection/collect';
import type { FindingsByPath } from '../../features/check-between';
import { heldTogether, rosterInForce } from '../../features/held-together';
import { betweenRules } from '../../rules/index';
import type { Report } from '../../report/report';
import { byPlace } from '../../text/span';
import type { FolderFile } from './folder-file';
import { isReadable } from './folder-files';
import { recentReports } from './recent-reports';
import { type FolderGround, folderReader } from './folder-reader';
import { type Shown, shownOf } from './shown';
import { inSlices, pacer } from '../slices';

export type FolderState = 'idle' | 'checking' | 'ready';

export interface Outcome {
  readonly done: number;
  readonly total: number;
  readonly stopped: boolean;
}

/** Who waits for a check. */
export interface Watcher {
  isStopped(): boolean;
  onProgress(done: number, total: number): void;
}

export interface FolderIndex {
  state(): FolderState;
  /** How many files there are, as far as is known. */
  total(): number;
  files(): ReadonlyMap<string, FolderFile>;
  /** The file at an address, however it is written. */
  file(key: string): FolderFile | undefined;
  fileAt(path: string): FolderFile | undefined;
  /** What is told of a file. */
  shown(file: FolderFile): Shown;
  reportOf(file: FolderFile): Report;
  /** What is found between a file and others, of the text that it was found in. */
  between(key: string): { readonly text: string; readonly findings: Shown['findings'] } | undefined;
  collection(): Collection;
  /** Reads all that is new and holds all against each other. Who comes while that goes on waits for the same. */
  check(watcher?: Watcher): Promise<Outcome>;
  /** These files have changed, were made or deleted; `live`: a text in the editor has. Settles after a moment. */
  change(keys: Iterable<string>, live?: boolean): void;
  /** Settings or decisions have changed. */
  renew(): void;
  /** Is told the keys of files of which something else is to be told than before, and when nothing is going on any more. */
  onChange(listener: (keys: ReadonlySet<string>) => void): void;
  onIdle(listener: () => void): void;
}

/** A moment in which a burst of changes comes together, and one in which a writer has stopped, in milliseconds. */
const moment = 100;
const pauseOfWriter = 500;

/** These look at every word of every report: not while somebody writes. */
const slowRules = ['copied-text'];
const quickRules = betweenRules.filter(({ id }) => !slowRules.includes(id));

export function openFolderIndex(ground: FolderGround): FolderIndex {
  const reader = folderReader(ground);
  const files = new Map<string, FolderFile>();
  const byPath = new Map<string, string>();
  const shown = new Map<string, Shown>();
  const listeners: ((keys: ReadonlySet<string>) => void)[] = [];
  const idle: (() => void)[] = [];
  const reports = recentReports();
  let between: FindingsByPath = new Map();
  /** The texts of open documents in which `between` was found. */
  let betweenTexts = new Map<string, string>();
  let state: FolderState = 'idle';
  let total = 0;
  let collected: Collection | undefined;
  let going: Promise<Outcome> | undefined;
  let current: Watcher[] = [];
  const changed = { keys: new Set<string>(), live: new Set<string>(), all: false };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (file: FolderFile): void => {
    files.set(file.key, file);
    byPath.set(file.path, file.key);
    collected = undefined;
  };
  const take = (key: string): void => {
    const file = files.get(key);
    if (!file) return;
    files.delete(key);
    byPath.delete(file.path);
    shown.delete(key);
    collected = undefined;
  };
  /** Tells of those of `keys` of which something else is to be told than before. */
  const tell = (keys: Iterable<string>): void => {
    const told = new Set<string>();
    for (const key of keys) {
      const file = files.get(key);
      const before = shown.get(key)?.id;
      if (file)
        shown.set(
          key,
          shownOf(file, between.get(file.path) ?? [], () => reports.of(file)),
        );
      if (shown.get(key)?.id !== before || !file) told.add(key);
    }
    if (told.size > 0) for (const listener of listeners) listener(told);
  };

  const hold = async (isStopped: () => boolean, all: boolean): Promise<void> => {
    const held = [...files.values()]
      .filter(({ recognized }) => recognized)
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, settings, filing }) => ({ path, units: settings.units, severities: settings.severities, filing: () => filing }));
    const found = await inSlices(heldTogether(held, ground.holdsAll(), all ? betweenRules : quickRules), isStopped);
    if (!found) return;
    const kept = all ? new Map<string, never>() : between;
    between = new Map(
      [...new Set([...found.keys(), ...kept.keys()])].map((path) => [
        path,
        [...(found.get(path) ?? []), ...(kept.get(path) ?? []).filter(({ code }) => slowRules.includes(code))].sort(byPlace),
      ]),
    );
    betweenTexts = new Map([...files].flatMap(([key, file]) => (file.stamp === 'live' ? [[key, file.text] as const] : [])));
    tell(files.keys());
  };

  const scan = async (watcher: Watcher): Promise<Outcome> => {
    const listed = await reader.list(watcher.isStopped);
    total = listed.length;
    const there = new Set(listed.map(({ key }) => key));
    const gone = [...files.keys()].filter((key) => !there.has(key));
    gone.forEach(take);
    tell(gone);
    const pace = pacer();
    let done = 0;
    for (const one of listed) {
      if (watcher.isStopped()) return { done, total, stopped: true };
      const file = await reader.read(one, files.get(one.key));
      if (file && file !== files.get(one.key)) {
        put(file);
        tell([file.key]);
      }
      watcher.onProgress(++done, total);
      await pace.breathe();
    }
    await hold(watcher.isStopped, true);
    return { done, total, stopped: watcher.isStopped() };
  };

  const check = (watcher?: Watcher): Promise<Outcome> => {
    if (watcher) current.push(watcher);
    if (going) return going;
    state = 'checking';
    // Stopped only when all who wait for it have gone; a check that nobody waits for goes on.
    const all: Watcher = {
      isStopped: () => current.length > 0 && current.every((one) => one.isStopped()),
      onProgress: (done, of) => {
        for (const one of current) if (!one.isStopped()) one.onProgress(done, of);
      },
    };
    const run = scan(all).then((outcome) => {
      state = outcome.stopped ? 'idle' : 'ready';
      return outcome;
    });
    going = run.finally(() => {
      going = undefined;
      current = [];
      for (const listener of idle) listener();
    });
    return going;
  };

  const settle = async (): Promise<void> => {
    timer = undefined;
    if (going) await going.catch(() => undefined);
    if (state !== 'ready') return;
    const keys = new Set([...changed.keys, ...changed.live]);
    const isLiveOnly = changed.keys.size === 0 && !changed.all;
    const everything = changed.all;
    changed.keys.clear();
    changed.live.clear();
    changed.all = false;
    if (everything) {
      await check();
      return;
    }
    for (const key of keys) {
      const file = await reader.readAgain(key);
      if (file) put(file);
      else take(key);
      total = files.size;
    }
    tell(keys);
    await hold(() => false, !isLiveOnly);
    for (const listener of idle) listener();
  };
  const wake = (delay: number): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(() => {
      ground.guard(settle());
    }, delay);
  };

  return {
    state: () => state,
    total: () => Math.max(total, files.size),
    files: () => files,
    file: (key) => files.get(key),
    fileAt: (path) => files.get(byPath.get(path) ?? ''),
    shown: (file) => shown.get(file.key) ?? shownOf(file, between.get(file.path) ?? [], () => reports.of(file)),
    reportOf: (file) => reports.of(file),
    between(key) {
      const file = files.get(key);
      const findings = file && between.get(file.path);
      return findings && { text: betweenTexts.get(key) ?? file.text, findings };
    },
    collection() {
      const reportsInOrder = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      collected ??= collect(
        reportsInOrder.map(({ filing }) => filing),
        rosterInForce([...reportsInOrder.map(({ settings }) => settings.units), ...reader.rosters()]),
      );
      return collected;
    },
    check,
    change(keys, live = false) {
      if (state === 'idle') return;
      for (const key of keys) {
        if (live && files.has(key)) changed.live.add(key);
        else if (live) continue;
        else if (files.has(key)) changed.keys.add(key);
        // Whether a new file is one of the folder's is told by looking for all.
        else if (isReadable(key)) changed.all = true;
      }
      if (changed.keys.size + changed.live.size === 0 && !changed.all) return;
      wake(live ? pauseOfWriter : moment);
    },
    renew() {
      if (state === 'idle') return;
      reader.forget();
      changed.all = true;
      wake(moment);
    },
    onChange: (listener) => void listeners.push(listener),
    onIdle: (listener) => void idle.push(listener),
  };
}
