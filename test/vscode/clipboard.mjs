// The clipboard of the page that shows VS Code, for tests and pictures of pasting: filled as another program fills it. What
// is pasted from it is pasted by the keys that a user presses, because a page may not paste by itself.

/** Lets pages of `authority` read and write the clipboard without asking. */
export async function allowClipboard(page, authority) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: `http://${authority}` });
}

/**
 * Puts text, and HTML if there is any, on the clipboard.
 * @param {{ html?: string, text?: string }} copied
 */
export async function fillClipboard(page, { html, text = '' }) {
  await page.evaluate(
    async ([asHtml, asText]) => {
      const { ClipboardItem, Blob, navigator } = globalThis;
      const types = { 'text/plain': asText, ...(asHtml && { 'text/html': asHtml }) };
      await navigator.clipboard.write([
        new ClipboardItem(Object.fromEntries(Object.entries(types).map(([type, value]) => [type, new Blob([value], { type })]))),
      ]);
    },
    [html, text],
  );
}
