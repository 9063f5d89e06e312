/**
 * The view 年报提纲: the sections of the report in the active editor in the form's order, their tables, and what is wrong with
 * them. Follows the cursor; a click goes there. All that it shows comes from the server.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from './library';
import { ask } from './ask';
import { type Node, nodeAt } from './outline-node';
import type { Statuses } from './statuses';

/** Shows the view; the disposables take it away. */
export function showOutline(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  const outline = new Outline(client, statuses);
  const view = vscode.window.createTreeView('nianbao.outline', { treeDataProvider: outline, showCollapseAll: true });
  outline.attach(view);
  const act = (name: string, run: (node: Node) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(name, (node?: Node) => (node ? run(node) : undefined));
  return [
    outline,
    view,
    act('nianbao.outline.recompute', (node) => vscode.commands.executeCommand('nianbao.recomputeTable', outline.uri, node.extent)),
    act('nianbao.outline.normalize', (node) => vscode.commands.executeCommand('nianbao.normalizeTable', outline.uri, node.extent)),
    act('nianbao.outline.fix', async (node) => {
      const { uri } = outline;
      const edit = uri && (await ask(client, 'nianbao/outlineEdit', { uri, id: node.id }));
      if (edit) await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
    }),
  ];
}

class Outline implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  /** The document that is shown, as the server knows it. */
  uri: string | undefined;
  private nodes: readonly Node[] = [];
  private readonly parents = new Map<Node, Node>();
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];
  private view: vscode.TreeView<Node> | undefined;
  private asked = 0;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly statuses: Statuses,
  ) {
    this.subscriptions = [
      this.changed,
      statuses.onChange(({ uri }) => (uri === this.activeUri() ? void this.load() : undefined)),
      client.onDidChangeState(({ newState }) => (newState === State.Running ? void this.load() : undefined)),
      vscode.window.onDidChangeActiveTextEditor((editor) => (editor ? void this.load() : undefined)),
      vscode.workspace.onDidChangeTextDocument(({ document }) =>
        document === vscode.window.activeTextEditor?.document && this.nodes.length > 0 ? void this.load() : undefined,
      ),
      vscode.workspace.onDidCloseTextDocument((document) =>
        client.code2ProtocolConverter.asUri(document.uri) === this.uri ? this.show(undefined, []) : undefined,
      ),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) =>
        textEditor === vscode.window.activeTextEditor && kind !== undefined ? this.follow(textEditor) : undefined,
      ),
    ];
  }

  attach(view: vscode.TreeView<Node>): void {
    this.view = view;
    this.subscriptions.push(view.onDidChangeVisibility(({ visible }) => (visible ? void this.load() : undefined)));
    void this.load();
  }

  dispose(): void {
    for (const one of this.subscriptions) one.dispose();
  }

  getChildren(node?: Node): Node[] {
    return [...(node?.children ?? this.nodes)];
  }

  getParent(node: Node): Node | undefined {
    return this.parents.get(node);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, node.children.length === 0 ? vscode.TreeItemCollapsibleState.None : stateOf(node));
    item.id = node.id;
    if (node.description !== undefined) item.description = node.description;
    item.iconPath = iconOf(node);
    item.tooltip = node.description === undefined ? node.label : `${node.label} · ${node.description}`;
    item.contextValue = [node.kind, ...node.actions].join(' ');
    item.accessibilityInformation = { label: `${node.label} ${node.description ?? ''} ${wordOf(node.state)}` };
    if (node.range && this.uri !== undefined)
      item.command = { command: 'nianbao.reveal', title: vscode.l10n.t('Go there'), arguments: [this.uri, node.range] };
    return item;
  }

  private activeUri(): string | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document && this.client.code2ProtocolConverter.asUri(document.uri);
  }

  /** Asks for the tree of the active document. What is shown stays until the answer is there. */
  private async load(): Promise<void> {
    const uri = this.activeUri();
    if (uri === undefined || this.client.state !== State.Running || this.view?.visible !== true) return;
    const turn = ++this.asked;
    const nodes = await ask(this.client, 'nianbao/outline', { uri }, { failure: 'nothing' });
    if (nodes && turn === this.asked) this.show(uri, nodes);
  }

  private show(uri: string | undefined, nodes: readonly Node[]): void {
    const before = JSON.stringify(this.nodes);
    this.uri = uri;
    const silenced = uri === undefined ? undefined : this.statuses.of(uri)?.silenced;
    if (this.view) this.view.description = silenced === undefined ? '' : vscode.l10n.t('Silenced: {0}', silenced);
    if (JSON.stringify(nodes) === before) return;
    this.nodes = nodes;
    this.parents.clear();
    const enter = (node: Node): void => {
      for (const child of node.children) {
        this.parents.set(child, node);
        enter(child);
      }
    };
    nodes.forEach(enter);
    const problems = nodes.reduce((sum, { counts }) => sum + counts.errors, 0);
    if (this.view) this.view.badge = problems > 0 ? { value: problems, tooltip: vscode.l10n.t('Errors: {0}', problems) } : undefined;
    this.changed.fire(undefined);
  }

  /** Selects the innermost item around the cursor, without taking the focus. */
  private follow(editor: vscode.TextEditor): void {
    if (this.view?.visible !== true || this.client.code2ProtocolConverter.asUri(editor.document.uri) !== this.uri) return;
    const found = nodeAt(this.nodes, editor.selection.active);
    if (found && !this.view.selection.includes(found))
      void this.view.reveal(found, { select: true, focus: false }).then(undefined, () => undefined);
  }
}

function stateOf({ state }: Node): vscode.TreeItemCollapsibleState {
  return state === 'problem' || state === 'open' ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function wordOf(state: Node['state']): string {
  const words: Readonly<Record<Node['state'], string>> = {
    done: vscode.l10n.t('in order'),
    open: vscode.l10n.t('to be filled in'),
    missing: vscode.l10n.t('missing'),
    problem: vscode.l10n.t('has problems'),
  };
  return words[state];
}

function iconOf({ state, severity, counts }: Node): vscode.ThemeIcon {
  if (state === 'missing') return new vscode.ThemeIcon('circle-outline', new vscode.ThemeColor('list.errorForeground'));
  if (state === 'open') return new vscode.ThemeIcon('edit', new vscode.ThemeColor('list.deemphasizedForeground'));
  if (state === 'done') return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  const worst = severity ?? (counts.errors > 0 ? 'error' : counts.warnings > 0 ? 'warning' : 'hint');
  if (worst === 'error') return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (worst === 'warning') return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon('info', new vscode.ThemeColor('list.deemphasizedForeground'));
}
