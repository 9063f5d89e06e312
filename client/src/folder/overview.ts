/**
 * The view 年报一览: the units of the year under review, in the order of the roster, each with the state of its report and its earlier
 * years below it. A click goes to the first finding. All that it shows comes from the server.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from '../library';
import type { FolderList, FolderStatus } from '../../../server/src/lsp/protocol';
import { ask, attempt } from '../ask';
import { mark } from './mark';
import { viewType } from '../documents/read-document';
import { iconOf, isDocument, type Order, orders, type OverviewNode, unitNodes } from './overview-node';

/** Shows the view; the disposables take it away. */
export function showOverview(client: BaseLanguageClient): vscode.Disposable[] {
  const overview = new Overview(client);
  const view = vscode.window.createTreeView('nianbao.overview', { treeDataProvider: overview, showCollapseAll: true });
  overview.attach(view);
  const markOf = async (node: OverviewNode | undefined): Promise<void> => {
    if (node?.report.uri !== undefined) await mark(client, node.report.uri);
  };
  const command = (name: string, run: (node?: OverviewNode) => unknown): vscode.Disposable => vscode.commands.registerCommand(name, run);
  return [
    overview,
    view,
    command('nianbao.overview.sort', () => overview.sort()),
    command('nianbao.overview.filter', () => overview.filter()),
    command('nianbao.overview.mark', (node) => attempt(client, 'nianbao.overview.mark', () => markOf(node))),
    command('nianbao.overview.lastYear', async (node) => {
      if (node?.report.lastYear !== undefined) await open(client, node.report.lastYear);
    }),
  ];
}

class Overview implements vscode.TreeDataProvider<OverviewNode>, vscode.Disposable {
  private list: FolderList = { years: [], units: [] };
  private nodes: readonly OverviewNode[] = [];
  private order: Order = 'roster';
  private wanted = '';
  private status: FolderStatus = { state: 'idle', total: 0 };
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];
  private view: vscode.TreeView<OverviewNode> | undefined;

  constructor(private readonly client: BaseLanguageClient) {
    this.subscriptions = [
      this.changed,
      client.onNotification('nianbao/folderChanged', (status: FolderStatus) => {
        this.status = status;
        void this.load();
      }),
      vscode.commands.registerCommand('nianbao.overview.open', (node: OverviewNode) => openReport(client, node)),
    ];
  }

  attach(view: vscode.TreeView<OverviewNode>): void {
    this.view = view;
  }

  dispose(): void {
    for (const one of this.subscriptions) one.dispose();
  }

  getChildren(node?: OverviewNode): OverviewNode[] {
    return [...(node?.children ?? this.nodes)];
  }

  getTreeItem(node: OverviewNode): vscode.TreeItem {
    const { report, label, description } = node;
    const collapsed = node.children.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
    const item = new vscode.TreeItem(label, collapsed);
    item.id = node.id;
    item.description = description;
    item.iconPath = iconOf(report.state);
    item.tooltip = [label, description, report.path, report.problem].filter((line) => line !== undefined).join('\n');
    item.contextValue = [
      'unit',
      ...(report.lastYear === undefined ? [] : ['lastYear']),
      ...(report.uri === undefined ? [] : ['report']),
    ].join(' ');
    item.accessibilityInformation = { label: `${label} ${description}` };
    if (report.uri !== undefined) item.command = { command: 'nianbao.overview.open', title: vscode.l10n.t('Go there'), arguments: [node] };
    return item;
  }

  async sort(): Promise<void> {
    const items = orders.map((order) => ({ label: orderWords(order), order }));
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Order of the units') });
    if (!chosen) return;
    this.order = chosen.order;
    this.show();
  }

  async filter(): Promise<void> {
    const wanted = await vscode.window.showInputBox({
      title: vscode.l10n.t('Show only units whose name or state contains'),
      value: this.wanted,
      placeHolder: vscode.l10n.t('for example 镇 or 有错误; empty: all'),
    });
    if (wanted === undefined) return;
    this.wanted = wanted.trim();
    this.show();
  }

  private async load(): Promise<void> {
    if (this.client.state !== State.Running) return;
    const list = this.status.state === 'ready' ? await ask(this.client, 'nianbao/folder', {}, { failure: 'nothing' }) : undefined;
    if (list) this.list = list;
    this.show();
  }

  private show(): void {
    this.nodes = unitNodes(this.list, this.order, this.wanted);
    const { units, year } = this.list;
    if (this.view) {
      this.view.message = messageOf(this.status, this.wanted);
      const handedIn = units.filter(({ years: [now] }) => now && now.state !== 'missing').length;
      this.view.description = year === undefined ? '' : vscode.l10n.t('{0}: {1} of {2} handed in', year, handedIn, units.length);
      const bad = units.filter(({ years: [now] }) => (now?.errors ?? 0) > 0).length;
      this.view.badge = bad > 0 ? { value: bad, tooltip: vscode.l10n.t('Reports with errors: {0}', bad) } : undefined;
    }
    this.changed.fire(undefined);
  }
}

function messageOf({ state, total }: FolderStatus, wanted: string): string {
  if (state === 'checking') return vscode.l10n.t('Checking the whole folder');
  if (state === 'tooMany') return vscode.l10n.t('{0} files: too many to be checked without being asked', total);
  return wanted === '' ? '' : vscode.l10n.t('Only those with “{0}”', wanted);
}

function orderWords(order: Order): string {
  if (order === 'state') return vscode.l10n.t('By state, what is missing and wrong first');
  return order === 'findings' ? vscode.l10n.t('By the number of findings') : vscode.l10n.t('As in the roster');
}

async function openReport(client: BaseLanguageClient, { report }: OverviewNode): Promise<void> {
  if (report.uri === undefined) return;
  const range = report.first && client.protocol2CodeConverter.asRange(report.first);
  await open(client, report.uri, range);
}

/** Documents are shown as they are read. */
async function open(client: BaseLanguageClient, uri: string, selection?: vscode.Range): Promise<void> {
  const place = client.protocol2CodeConverter.asUri(uri);
  if (isDocument(place.path)) await vscode.commands.executeCommand('vscode.openWith', place, viewType);
  else await vscode.window.showTextDocument(place, { ...(selection && { selection }) });
}
