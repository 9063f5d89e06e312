// Has VS Code in the browser load the extension into its web extension host, as vscode.dev does with one that is installed:
// serves the extension's files to the page, and tells the workbench of them. The rest of VS Code, and the files of the
// workspace, come from VS Code Server as always.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = { '.js': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown', '.png': 'image/png' };

/**
 * Serves `folder` on a free port of this machine, to pages of any origin, until `cleanUp` undoes it.
 * @returns {Promise<string>} the authority, such as `127.0.0.1:4321`
 */
export async function serveExtension(folder, cleanUp) {
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(join(folder, decodeURIComponent(new URL(url, 'http://localhost').pathname)));
    const found = path.startsWith(folder + sep) && statSync(path, { throwIfNoEntry: false })?.isFile();
    response.writeHead(found ? 200 : 404, {
      'access-control-allow-origin': '*',
      'content-type': `${types[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`,
    });
    if (found) createReadStream(path).pipe(response);
    else response.end();
  });
  cleanUp(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return `127.0.0.1:${String(server.address().port)}`;
}

/**
 * Makes the workbench that `page` opens next load the extension at `authority` into its web extension host, and run the
 * tests of the module at `tests`, a path in the extension, if there is one. The page must not heed content security
 * policies: that of VS Code Server lets it load from the server only.
 */
export async function loadInBrowser(page, authority, tests) {
  const at = (path) => ({ scheme: 'http', authority, path });
  const options = { extensions: [at('/')], ...(tests ? { extensionTestsPath: at(tests) } : {}) };
  await page.addInitScript((added) => {
    // Where the workbench reads the options that its page was made with.
    const { getAttribute } = globalThis.Element.prototype;
    globalThis.Element.prototype.getAttribute = function (name) {
      const value = getAttribute.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
      const known = JSON.parse(value);
      return JSON.stringify({ ...known, developmentOptions: { ...known.developmentOptions, ...added } });
    };
  }, options);
}
