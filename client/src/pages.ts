/**
 * The pages of the rules, which the findings link to: documents that can only be read, under a scheme of their own, from the
 * files of the extension. So the link leads to the same page in every VS Code, also where the extension has no folder
 * on this machine.
 */
import * as vscode from 'vscode';

export interface Pages extends vscode.Disposable {
  /** What precedes `/<rule>.md` in the address of a page. */
  readonly base: string;
}

const scheme = 'nianbao-page';

/** Provides the pages of the extension in the folder `extension`; disposing ends that. */
export function providePages(extension: vscode.Uri): Pages {
  const folder = vscode.Uri.joinPath(extension, 'dist', 'rules');
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, inLanguage(name))));
    },
  });
  return {
    base: `${scheme}:`,
    dispose: () => {
      provider.dispose();
    },
  };
}

/** Pages have one address in all languages; which of its texts is shown goes by the language of the editor. */
function inLanguage(name: string): string {
  return /^zh\b/i.test(vscode.env.language) ? name : name.replace(/(?:\.en)?\.md$/, '.en.md');
}
