/**
 * What VS Code shows, where its interface for extensions does not tell: asked of the process that runs the suite, which
 * sees the page. Only where `isInPage`.
 */
import * as vscode from 'vscode';
import { workspaceFile } from './kit';

/** An element of the page: what it is called and, in a tree, how deep it stands, from 1. */
export interface Shown {
  readonly label: string;
  readonly level: number;
}

let asked = 0;

/** The elements that fit `selector`, in the order of the page; one that has the text `click` is clicked on before. */
export async function onScreen(selector: string, click?: string): Promise<readonly Shown[]> {
  const id = `screen-${String(++asked)}`;
  console.log(`@page ${JSON.stringify({ id, selector, ...(click !== undefined && { click }) })}`);
  const file = workspaceFile(`${id}.json`);
  for (let tries = 0; tries < 100; tries++) {
    try {
      const shown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as Shown[];
      await vscode.workspace.fs.delete(file);
      return shown;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`Nothing was said about ${selector}.`);
}

/** The same, asked until the elements are as `wanted` says. */
export async function untilShown(selector: string, wanted: (shown: readonly Shown[]) => boolean): Promise<readonly Shown[]> {
  let last: readonly Shown[] = [];
  for (let tries = 0; tries < 40; tries++) {
    last = await onScreen(selector);
    if (wanted(last)) return last;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`On the screen at the end:\n${last.map(({ label, level }) => '  '.repeat(level) + label).join('\n')}`);
}
