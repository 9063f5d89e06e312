/**
 * A line of prose as HTML: what is emphasized, linked or escaped in Markdown, and everything else as it is written. Tags of the
 * draft come out as text. Nothing is loaded from elsewhere: of pictures only those that lie beside the page are shown.
 */
import MarkdownIt from 'markdown-it';
import { escapeHtml } from '../../text/escape';

const renderer = new MarkdownIt({ html: false, linkify: false });

/** Addresses that may be followed: on the web, by mail, beside the page; never another computer's shares. */
const followed = /^(?:https?:\/\/|mailto:|#)/i;

renderer.validateLink = (address) => followed.test(address) || isBeside(address);

renderer.renderer.rules['image'] = (...[tokens, index, options, env, self]) => {
  const token = tokens[index];
  if (!token) return '';
  const words = self.renderInlineAsText(token.children ?? [], options, env);
  const address = String(token.attrGet('src') ?? '');
  return isBeside(address)
    ? `<img src="${escapeHtml(address)}" alt="${escapeHtml(words)}">`
    : `<span class="picture">［图片：${escapeHtml(words || address)}］</span>`;
};

export function inlineHtml(text: string, markdown: boolean): string {
  return markdown ? renderer.renderInline(text) : escapeHtml(text);
}

/** A file in the page's own folder or below it. */
function isBeside(address: string): boolean {
  return !/^[/\\]|[:\\]|%5c|%2f|(?:^|\/)\.\.(?:\/|$)/i.test(address) && address !== '';
}
