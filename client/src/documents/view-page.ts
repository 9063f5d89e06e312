/** The page that shows a document as it is read. Its text comes from the server, escaped; colours are the theme's. */
import * as vscode from 'vscode';
import type { DocumentAnswer } from '../../../server/src/lsp/protocol';

/** @param source where the webview may load its own things from */
export function viewPage(answer: DocumentAnswer | undefined, name: string, source: string): string {
  const nonce = Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('');
  const {
    problem,
    html = '',
    notes = [],
    report,
    findings = [],
  } = answer ?? { problem: vscode.l10n.t('That did not work. The log says why.') };
  const told = [
    problem,
    ...notes,
    ...(problem === undefined && report === false ? [vscode.l10n.t('This file is not taken for an annual report.')] : []),
  ];
  const remarks = told.flatMap((words) => (words === undefined ? [] : [`<p class="remark">${escaped(words)}</p>`]));
  const messages = JSON.stringify(findings.map(({ message }) => message)).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${source} 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${escaped(name)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
${remarks.join('\n')}
<main>${html}</main>
<script nonce="${nonce}">${script.replace('MESSAGES', () => messages)}</script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Runs in the page: says what is found at a mark, tells of clicks, goes where it is told. */
const script = `
const host = acquireVsCodeApi();
const messages = MESSAGES;
for (const mark of document.querySelectorAll('[data-at]')) {
  mark.title = mark.dataset.at.split(' ').map((number) => messages[number] ?? '').join('\\n');
  const go = () => host.postMessage({ finding: Number(mark.dataset.at.split(' ')[0]) });
  mark.addEventListener('click', go);
  mark.addEventListener('keydown', (event) => { if (event.key === 'Enter') go(); });
}
addEventListener('message', ({ data }) => {
  for (const lit of document.querySelectorAll('.current')) lit.classList.remove('current');
  const mark = document.querySelector('[data-at~="' + Number(data.finding) + '"]');
  mark?.classList.add('current');
  mark?.scrollIntoView({ block: 'center' });
});
`;

const style = `
body { max-width: 900px; margin: 0 auto; padding: 16px 24px 60px; line-height: 1.8; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family); }
p { margin: 0; overflow-wrap: anywhere; }
.title { font-size: 1.5em; text-align: center; margin: 0.4em 0; }
.heading { font-size: 1.2em; margin: 0.8em 0 0.2em; }
.raw { white-space: pre-wrap; font-family: var(--vscode-editor-font-family, monospace); }
.remark { border-left: 4px solid var(--vscode-editorInfo-foreground); padding: 2px 10px; margin-bottom: 8px; }
.scroll { overflow-x: auto; margin: 8px 0; }
.form { border-collapse: collapse; width: 100%; font-size: 0.93em; line-height: 1.4; font-variant-numeric: tabular-nums; }
.form th, .form td { border: 1px solid var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-editor-foreground) 35%, transparent)); padding: 3px 6px; text-align: center; font-weight: normal; }
.form-3 th { text-align: left; }
.notes { margin: 4px 0 12px 20px; padding: 0; }
.notes code { display: block; }
mark { color: inherit; background: none; }
.mark { cursor: pointer; }
.mark.error { --mark: var(--vscode-editorError-foreground); }
.mark.warning { --mark: var(--vscode-editorWarning-foreground); }
.mark.information { --mark: var(--vscode-editorInfo-foreground); }
.mark.hint { --mark: var(--vscode-editorHint-foreground, var(--vscode-descriptionForeground)); }
.mark:not(td):not(th) { border-bottom: 2px solid var(--mark); }
td.mark, th.mark { box-shadow: inset 0 0 0 2px var(--mark); background: color-mix(in srgb, var(--mark) 18%, transparent); }
mark.point { border: 0; }
mark.point::before { content: "▲"; color: var(--mark); font-size: 0.75em; }
.current, .mark:focus-visible { outline: 3px solid var(--vscode-focusBorder); outline-offset: 1px; }
`;
