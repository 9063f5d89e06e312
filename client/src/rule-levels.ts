/**
 * The command 规则的级别…: a rule is chosen by its name, then its level by a word, and the choice is written to the setting
 * `nianbao.severities`, where nobody has to know ids. What `.nianbao.json` says is stronger and is not touched.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Level, RuleAnswer } from '../../server/src/lsp/protocol';
import { ask, attempt } from './ask';

export function offerRuleLevels(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.ruleLevels', () =>
    attempt(client, 'nianbao.ruleLevels', async () => {
      const document = vscode.window.activeTextEditor?.document;
      const uri = document ? client.code2ProtocolConverter.asUri(document.uri) : '';
      const rules = await ask(client, 'nianbao/rules', { uri });
      const rule = rules && (await chooseRule(rules));
      if (!rule) return;
      const level = await chooseLevel(rule);
      if (level === undefined) return;
      await write(rule.id, level === 'own' ? undefined : level, document?.uri);
      const now = (await ask(client, 'nianbao/rules', { uri }))?.find(({ id }) => id === rule.id)?.level;
      const wanted = level === 'own' ? rule.own : level;
      if (now !== undefined && now !== wanted)
        void vscode.window.showInformationMessage(
          vscode.l10n.t('.nianbao.json sets “{0}” to “{1}”: change it there.', rule.title, words()[now]),
        );
    }),
  );
}

const icons: Readonly<Record<Level, string>> = {
  error: '$(error)',
  warning: '$(warning)',
  information: '$(info)',
  hint: '$(lightbulb)',
  off: '$(circle-slash)',
};

function words(): Readonly<Record<Level, string>> {
  return {
    error: vscode.l10n.t('Error'),
    warning: vscode.l10n.t('Warning'),
    information: vscode.l10n.t('Information'),
    hint: vscode.l10n.t('Hint'),
    off: vscode.l10n.t('Do not check'),
  };
}

async function chooseRule(rules: readonly RuleAnswer[]): Promise<RuleAnswer | undefined> {
  const items = rules.map((rule) => ({
    label: `${icons[rule.level]} ${rule.title}`,
    description: rule.level === rule.own ? words()[rule.level] : vscode.l10n.t('{0} (as you chose)', words()[rule.level]),
    detail: rule.id,
    rule,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Levels of rules (1/2)'),
    placeHolder: vscode.l10n.t('Which rule? Words of its name will do.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.rule;
}

async function chooseLevel({ title, level, own }: RuleAnswer): Promise<Level | 'own' | undefined> {
  const details: Readonly<Record<Level, string>> = {
    error: vscode.l10n.t('the command line exits with 1'),
    warning: '',
    information: vscode.l10n.t('listed among the problems'),
    hint: vscode.l10n.t('not listed among the problems'),
    off: '',
  };
  const all: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];
  const items: (vscode.QuickPickItem & { readonly level: Level | 'own' })[] = all.map((one) => ({
    label: `${icons[one]} ${words()[one]}`,
    description: [details[one], one === level ? vscode.l10n.t('now') : ''].filter((part) => part !== '').join(' · '),
    level: one,
  }));
  items.push({ label: `$(discard) ${vscode.l10n.t('As the rule has it: {0}', words()[own])}`, level: 'own' });
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Levels of rules (2/2)'), placeHolder: title });
  return chosen?.level;
}

/** Written where the setting stands already, else for the user. */
async function write(id: string, level: Level | undefined, resource: vscode.Uri | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('nianbao', resource);
  const found = settings.inspect<Record<string, string>>('severities');
  const places = [
    [vscode.ConfigurationTarget.WorkspaceFolder, found?.workspaceFolderValue],
    [vscode.ConfigurationTarget.Workspace, found?.workspaceValue],
    [vscode.ConfigurationTarget.Global, found?.globalValue],
  ] as const;
  const [target, value] = places.find(([, held]) => held !== undefined && (level !== undefined || id in held)) ?? places[2];
  const kept = Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => name !== id));
  const next = level === undefined ? kept : { ...kept, [id]: level };
  await settings.update('severities', Object.keys(next).length === 0 ? undefined : next, target);
}
