/**
 * When the reports of the whole folder are looked at: by itself where the settings say so and there are not too many, else when
 * somebody asks; with a word on how far it has come, and a way to stop. Tells our own client how it stands.
 */
import type { CancellationToken, ProgressToken } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, WorkDoneProgress, WorkDoneProgressCreateRequest } from '../library';
import { format, msg } from '../../text/message';
import { addressKey } from '../folder/address';
import { searchedPattern } from '../folder/folder-files';
import type { Outcome } from '../folder/folder-index';
import { answer } from '../own';
import type { FolderStatus } from '../protocol';
import type { Session } from '../session';
import type { Diagnostics } from './diagnostics';

/** For clients without a command of their own. */
export const checkFolderCommand = 'nianbao.checkFolder';

export interface FolderChecks {
  /** Whether the folder may be looked at when somebody asks for it. */
  mayCheck(): boolean;
  /** Begins to look at it; nobody waits. */
  start(token: CancellationToken): void;
  /** To be called when the client has said that it is ready. */
  whenReady(): Promise<unknown>;
}

export function serveFolderChecks(session: Session, diagnostics: Diagnostics): FolderChecks {
  const { connection, guarded, support, options, index, settings, folders } = session;
  let tooMany: number | undefined;
  let isWatching = false;

  const status = (): FolderStatus => {
    const state = index.state();
    const total = tooMany ?? index.total();
    if (state === 'idle' && settings.folder().check === 'off') return { state: 'off', total };
    return { state: state === 'idle' && tooMany !== undefined ? 'tooMany' : state, total };
  };
  const tell = (): void => {
    if (options.folder) guarded.sent('nianbao/folderChanged', connection.sendNotification('nianbao/folderChanged', status()));
  };
  /** Files that change are told from now on. */
  const watch = (): void => {
    if (isWatching || !support.watchedFiles) return;
    isWatching = true;
    const watchers = [{ globPattern: searchedPattern }];
    guarded.sent('client/registerCapability', connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  };

  const check = async (progress: Progress, isStopped: () => boolean): Promise<Outcome> => {
    tooMany = undefined;
    watch();
    const going = index.check({ isStopped: () => isStopped() || progress.isStopped(), onProgress: progress.report });
    tell();
    const outcome = await going;
    progress.end(outcome);
    return outcome;
  };

  let refreshing: ReturnType<typeof setTimeout> | undefined;
  index.onChange((keys) => {
    // Open documents are asked for anew: what is found between files is part of theirs.
    const isOpen = session.documents.all().some(({ uri }) => keys.has(addressKey(uri)));
    if (isOpen && index.state() === 'ready' && refreshing === undefined)
      refreshing = setTimeout(
        guarded.event('workspace/diagnostic/refresh', () => {
          refreshing = undefined;
          diagnostics.refresh();
        }),
        50,
      );
  });
  index.onIdle(() => {
    tell();
    if (session.documents.all().some(({ uri }) => index.file(addressKey(uri)))) diagnostics.refresh();
  });

  answer(session, 'nianbao/checkFolder', ({ workDoneToken }, token) =>
    check(progressBy(session, workDoneToken), () => token?.isCancellationRequested === true),
  );
  if (!options.folder) {
    connection.onExecuteCommand(
      guarded.request('workspace/executeCommand', async ({ command, workDoneToken }, token) => {
        if (command !== checkFolderCommand) return null;
        const progress = workDoneToken === undefined ? await createdProgress(session) : progressBy(session, workDoneToken);
        const { done, total } = await check(progress, () => token?.isCancellationRequested === true);
        return { done, total };
      }),
    );
  }

  return {
    mayCheck: () => settings.folder().check !== 'off',
    start(token) {
      guarded.sent(
        'folder',
        createdProgress(session).then((progress) => check(progress, () => token.isCancellationRequested)),
      );
    },
    async whenReady() {
      const [first] = folders();
      if (first === undefined || !session.files) return;
      await session.settings.of(`${first}/-`);
      if (settings.folder().check !== 'always') return tell();
      let count = 0;
      for (const folder of folders()) count += (await session.files.list(folder, () => false))?.length ?? 0;
      if (count > settings.folder().maxFiles) {
        tooMany = count;
        return tell();
      }
      await check(await createdProgress(session), () => false);
    },
  };
}

/** Tells how far it has come, and knows whether the user wants no more. */
interface Progress {
  isStopped(): boolean;
  report(done: number, total: number): void;
  end(outcome: Outcome): void;
}

const silent: Progress = { isStopped: () => false, report: () => undefined, end: () => undefined };
let tokens = 0;

/** A progress that the client shows by itself, with a way to stop, where it can. */
async function createdProgress(session: Session): Promise<Progress> {
  const { connection, support, guarded } = session;
  if (!support.progress) return silent;
  const token = `nianbao-folder-${++tokens}`;
  try {
    await connection.sendRequest(WorkDoneProgressCreateRequest.type, { token });
  } catch {
    return silent;
  }
  let isStopped = false;
  const listening = connection.onNotification(
    'window/workDoneProgress/cancel',
    guarded.event('cancel', (asked: { token: ProgressToken }) => {
      if (asked.token === token) isStopped = true;
    }),
  );
  const progress = progressBy(session, token);
  return {
    ...progress,
    isStopped: () => isStopped,
    end(outcome) {
      listening.dispose();
      progress.end(outcome);
    },
  };
}

/** A progress under a name that the client chose, or that it was told. */
function progressBy({ connection, guarded, translate }: Session, token: ProgressToken | undefined): Progress {
  if (token === undefined) return silent;
  let told = 0;
  let begun = false;
  const send = (value: unknown): void => guarded.sent('$/progress', connection.sendProgress(WorkDoneProgress.type, token, value as never));
  const begin = (): void => {
    if (!begun) send({ kind: 'begin', title: format(msg('校对整个文件夹'), translate), cancellable: true, percentage: 0 });
    begun = true;
  };
  return {
    isStopped: () => false,
    report(done, total) {
      begin();
      const now = performance.now();
      if (now - told < 100 && done < total) return;
      told = now;
      const percentage = total === 0 ? 100 : Math.floor((done / total) * 100);
      send({ kind: 'report', message: format(msg('正在校对 {0} / {1}', done, total), translate), percentage });
    },
    end({ done, total, stopped }) {
      begin();
      const words = stopped ? msg('已停止：校对了 {0} 个文件，共 {1} 个', done, total) : msg('校对了 {0} 个文件', total);
      send({ kind: 'end', message: format(words, translate) });
    },
  };
}
