/**
 * A line of prose as HTML: what is emphasized, linked or escaped in Markdown, and everything else as it is written. A small
 * part of Markdown, for pages that show a report; the preview of an editor renders all of it. No other tags come out than
 * are written here.
 */
import { escapeHtml } from '../../text/escape';

/** Escapes, strong text, code, links and pictures. What is between the marks holds none of them: read once, from the left. */
const markup = /\\([!-/:-@[-`{-~])|\*\*([^*]+)\*\*|__([^_]+)__|`([^`]+)`|(!?)\[([^\][]*)\]\(([^()\s]*)\)/g;

/** Addresses that may be followed: on the web, by mail, beside the page. */
const followed = /^(?:https?:|mailto:|[^:]*$)/i;

export function inlineHtml(text: string, markdown: boolean): string {
  if (!markdown) return escapeHtml(text);
  let html = '';
  let done = 0;
  for (const match of text.matchAll(markup)) {
    html += escapeHtml(text.slice(done, match.index)) + markedHtml(match);
    done = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(done));
}

function markedHtml([whole, sign, strong, alsoStrong, code, picture, words = '', address = '']: RegExpExecArray): string {
  if (sign !== undefined) return escapeHtml(sign);
  const emphasized = strong ?? alsoStrong;
  if (emphasized !== undefined) return `<strong>${escapeHtml(emphasized)}</strong>`;
  if (code !== undefined) return `<code>${escapeHtml(code)}</code>`;
  if (!followed.test(address)) return escapeHtml(whole);
  return picture === '!'
    ? `<img src="${escapeHtml(address)}" alt="${escapeHtml(words)}">`
    : `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`;
}
