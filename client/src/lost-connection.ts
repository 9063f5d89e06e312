/**
 * What is done when the server has gone without being asked to: it is started again, and nobody is disturbed. Only who has lost it
 * again and again is told. What is written to a server that has just gone fails, once for each key: these errors decide nothing,
 * because the library would give the server up after the third, before it has noticed that there is none.
 */
import * as vscode from 'vscode';
import type { CloseHandlerResult, ErrorHandler } from 'vscode-languageclient';
import { CloseAction, ErrorAction } from './library';

/** So many losses within this time, in milliseconds, are an accident that starting again mends. */
const accidents = 4;
const within = 3 * 60_000;

export function startAgain(): ErrorHandler {
  let losses: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed(): CloseHandlerResult {
      const now = Date.now();
      losses = [...losses.filter((time) => now - time < within), now];
      if (losses.length <= accidents) return { action: CloseAction.Restart, handled: true };
      void tellLoss();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function tellLoss(): Promise<void> {
  const restart = vscode.l10n.t('Restart');
  const log = vscode.l10n.t('Show the log');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t('Nianbao has stopped several times within a few minutes and checks nothing now. Your text is untouched.'),
    restart,
    log,
  );
  if (chosen === restart) await vscode.commands.executeCommand('nianbao.restartServer');
  else if (chosen === log) await vscode.commands.executeCommand('nianbao.showLog');
}
