/**
 * What reviewers said, as threads at the lines of a report: returned, confirmed, dismissed, and of a report that came in again what was
 * mended, what still stands and what is new. On the line of a finding a reviewer may begin one. All of it comes from the server.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from '../library';
import type { ReviewThread } from '../../../server/src/lsp/protocol';
import { ask, attempt } from '../ask';
import type { Statuses } from '../statuses';
import { decide, type Verdict } from './decide';

/** Shows the threads of the reports in sight; the disposables take them away. */
export function showReviewThreads(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  const controller = vscode.comments.createCommentController('nianbaoReview', vscode.l10n.t('Review of Annual Reports'));
  controller.options = {
    prompt: vscode.l10n.t('Return, confirm or dismiss the finding on this line'),
    placeHolder: vscode.l10n.t('Your own words; needed to dismiss'),
  };
  const threads = new ThreadsOfReports(client, controller);
  const reply = (decision: Verdict) => (comment: vscode.CommentReply) =>
    attempt(client, 'nianbao.review.reply', () => threads.reply(comment, decision));
  const refreshVisible = (): void => {
    for (const { document } of vscode.window.visibleTextEditors) {
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      if (statuses.of(uri)?.report === true) void threads.refresh(uri);
    }
  };
  // The server hears of it as well, and must have read the file first.
  const watcher = vscode.workspace.createFileSystemWatcher('**/.nianbao-review.json');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(refreshVisible, 400);
  };
  return [
    controller,
    watcher,
    watcher.onDidChange(later),
    watcher.onDidCreate(later),
    watcher.onDidDelete(later),
    vscode.commands.registerCommand('nianbao.review.reply.return', reply('return')),
    vscode.commands.registerCommand('nianbao.review.reply.accept', reply('accept')),
    vscode.commands.registerCommand('nianbao.review.reply.dismiss', reply('dismiss')),
    vscode.commands.registerCommand('nianbao.review.clear', (thread: vscode.CommentThread) =>
      attempt(client, 'nianbao.review.clear', () => threads.clear(thread)),
    ),
    statuses.onChange(({ uri }) => void threads.refresh(uri)),
    vscode.window.onDidChangeVisibleTextEditors(refreshVisible),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      threads.forget(client.code2ProtocolConverter.asUri(uri));
    }),
    threads,
  ];
}

interface Shown {
  readonly thread: vscode.CommentThread;
  readonly told: ReviewThread;
}

class ThreadsOfReports implements vscode.Disposable {
  private readonly shown = new Map<string, Shown[]>();
  private readonly open = new Map<string, readonly vscode.Range[]>();

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly controller: vscode.CommentController,
  ) {
    controller.commentingRangeProvider = {
      provideCommentingRanges: ({ uri }) => [...(this.open.get(client.code2ProtocolConverter.asUri(uri)) ?? [])],
    };
  }

  dispose(): void {
    for (const uri of [...this.shown.keys()]) this.forget(uri);
  }

  forget(uri: string): void {
    for (const { thread } of this.shown.get(uri) ?? []) thread.dispose();
    this.shown.delete(uri);
    this.open.delete(uri);
  }

  async refresh(uri: string): Promise<void> {
    if (this.client.state !== State.Running) return;
    const known = await ask(this.client, 'nianbao/threads', { uri }, { failure: 'nothing' });
    if (!known) return;
    const { asRange } = this.client.protocol2CodeConverter;
    this.open.set(
      uri,
      known.open.map((range) => asRange(range)),
    );
    const place = this.client.protocol2CodeConverter.asUri(uri);
    const before = new Map((this.shown.get(uri) ?? []).map((one) => [JSON.stringify(one.told), one]));
    const now = known.threads.map((told): Shown => {
      const kept = before.get(JSON.stringify(told));
      if (kept) before.delete(JSON.stringify(told));
      return kept ?? { told, thread: this.create(place, asRange(told.range), told) };
    });
    for (const { thread } of before.values()) thread.dispose();
    if (now.length > 0) this.shown.set(uri, now);
    else this.shown.delete(uri);
  }

  private create(uri: vscode.Uri, range: vscode.Range, told: ReviewThread): vscode.CommentThread {
    const own: vscode.Comment = { body: told.words, mode: vscode.CommentMode.Preview, author: { name: vscode.l10n.t('Nianbao') } };
    const said = told.reason === undefined ? [] : [{ ...own, body: told.reason, author: { name: vscode.l10n.t('Reviewer') } }];
    const thread = this.controller.createCommentThread(uri, range, [own, ...said]);
    thread.label = labelOf(told);
    thread.canReply = told.became !== 'mended';
    thread.contextValue = told.decision === undefined ? 'undecided' : 'decided';
    thread.state =
      told.became === 'mended' || told.decision === 'dismiss' ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    return thread;
  }

  /** Writes down what a reviewer said in a thread, new or known. */
  async reply({ thread, text }: vscode.CommentReply, decision: Verdict): Promise<void> {
    const reason = text.trim();
    if (decision === 'dismiss' && reason === '') {
      void vscode.window.showInformationMessage(vscode.l10n.t('Please give a reason; others will read it.'));
      return;
    }
    const uri = this.client.code2ProtocolConverter.asUri(thread.uri);
    const known = this.toldOf(thread);
    if (!known && !thread.range) return;
    const range = this.client.code2ProtocolConverter.asRange(thread.range ?? new vscode.Range(0, 0, 0, 0));
    const finding = known ? { fingerprint: known.fingerprint } : { range };
    const isWritten = await decide(this.client, { uri, finding, decision, ...(reason !== '' && { reason }) });
    // The thread comes again from the server, with what was written.
    if (isWritten && !known) thread.dispose();
  }

  async clear(thread: vscode.CommentThread): Promise<void> {
    const known = this.toldOf(thread);
    if (!known) return thread.dispose();
    const uri = this.client.code2ProtocolConverter.asUri(thread.uri);
    await decide(this.client, { uri, finding: { fingerprint: known.fingerprint }, decision: 'clear' });
  }

  private toldOf(thread: vscode.CommentThread): ReviewThread | undefined {
    return this.shown.get(this.client.code2ProtocolConverter.asUri(thread.uri))?.find((one) => one.thread === thread)?.told;
  }
}

function labelOf({ decision, became }: ReviewThread): string {
  if (became === 'mended') return vscode.l10n.t('Returned: changed since');
  if (became === 'left') return vscode.l10n.t('Returned: still there');
  if (became === 'added') return vscode.l10n.t('New since it was returned');
  return decision === 'dismiss' ? vscode.l10n.t('Dismissed') : vscode.l10n.t('Confirmed');
}
