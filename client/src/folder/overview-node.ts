/** The items of the view 年报一览, made from what the server says of the folder: in which order, which of them, and how each looks. */
import * as vscode from 'vscode';
import type { FolderList, FolderReport, FolderUnit } from '../../../server/src/lsp/protocol';

export interface OverviewNode {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly report: FolderReport;
  readonly children: readonly OverviewNode[];
}

export const orders = ['roster', 'state', 'findings'] as const;
export type Order = (typeof orders)[number];

/** What needs somebody's hand comes first. */
const states: readonly FolderReport['state'][] = [
  'missing',
  'unreadable',
  'garbled',
  'not-a-report',
  'errors',
  'changed',
  'returned',
  'warnings',
  'clean',
];

/** @param wanted only units whose name or state contains it. */
export function unitNodes({ units }: FolderList, order: Order, wanted: string): OverviewNode[] {
  return [...units]
    .sort((a, b) => rankOf(a, order) - rankOf(b, order))
    .flatMap((unit) => nodeOf(unit) ?? [])
    .filter(({ label, description }) => wanted === '' || `${label} ${description}`.includes(wanted));
}

function rankOf({ years: [now] }: FolderUnit, order: Order): number {
  if (!now || order === 'roster') return 0;
  return order === 'state' ? states.indexOf(now.state) : -(now.errors * 1_000 + now.warnings);
}

function nodeOf({ unit, years: [now, ...earlier] }: FolderUnit): OverviewNode | undefined {
  if (!now) return undefined;
  const children = earlier.map((report) => ({
    id: `${unit} ${String(report.year)}`,
    label: String(report.year),
    description: descriptionOf(report),
    report,
    children: [],
  }));
  return { id: unit, label: unit, description: descriptionOf(now), report: now, children };
}

/** 有错误 2 ⚠1 · 收 12 办 11 */
function descriptionOf({ words, returned, errors, warnings, received, processed }: FolderReport): string {
  const counts = `${errors > 0 ? ` ✗${String(errors)}` : ''}${warnings > 0 ? ` ⚠${String(warnings)}` : ''}`;
  const figures =
    received === null && processed === null
      ? []
      : [vscode.l10n.t('received {0}, processed {1}', String(received ?? '—'), String(processed ?? '—'))];
  return [`${words}${counts}`, ...(returned === undefined ? [] : [returned]), ...figures].join(' · ');
}

/** Each state has a shape of its own, so that colours are not the only sign. */
export function iconOf(state: FolderReport['state']): vscode.ThemeIcon {
  const [icon, color] = icons[state];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

const icons: Readonly<Record<FolderReport['state'], readonly [string, string]>> = {
  missing: ['circle-outline', 'list.errorForeground'],
  unreadable: ['question', 'list.errorForeground'],
  garbled: ['question', 'list.errorForeground'],
  'not-a-report': ['circle-slash', 'list.warningForeground'],
  errors: ['error', 'list.errorForeground'],
  warnings: ['warning', 'list.warningForeground'],
  clean: ['pass', 'testing.iconPassed'],
  returned: ['mail', 'list.warningForeground'],
  changed: ['diff-modified', 'list.deemphasizedForeground'],
};

/** Whether the file is shown as it is read, not as text. */
export function isDocument(path: string): boolean {
  return /\.(?:docx|docm|doc|xlsx|xlsm|pdf|m?html?|mht)$/i.test(path);
}
