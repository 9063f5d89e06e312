/**
 * Positions of clients that count in UTF-8. Inside all is counted in UTF-16 units, as JavaScript does; here the positions of
 * whole messages are changed at the border, whatever they stand in: everything with a `line` and a `character` is one.
 *
 *     第1行 | 12      character 6 in UTF-16 is 10 in UTF-8
 */
import type { InitializeParams, Position } from 'vscode-languageserver';
import { PositionEncodingKind } from './library';
import type { TextDocument } from 'vscode-languageserver-textdocument';

export interface PositionEncoding {
  readonly kind: PositionEncodingKind;
  /** A message of the client; positions that name no document are about `uri`. */
  incoming<T>(message: T, uri?: string): T;
  /** What the client is sent. */
  outgoing<T>(message: T, uri?: string): T;
  /** The data of semantic tokens, whose places are told as differences. */
  tokensOut(uri: string, data: number[]): number[];
}

/** What the client likes best of what we can count in; UTF-16 where it says nothing. */
export function chooseEncoding({ capabilities }: InitializeParams): PositionEncodingKind {
  const [first] = capabilities.general?.positionEncodings ?? [];
  return first === PositionEncodingKind.UTF8 ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16;
}

/** @param documentOf the open document of an address. */
export function positionEncoding(kind: PositionEncodingKind, documentOf: (uri: string) => TextDocument | undefined): PositionEncoding {
  if (kind !== PositionEncodingKind.UTF8)
    return { kind, incoming: (message) => message, outgoing: (message) => message, tokensOut: (_uri, data) => data };
  const lineOf = (uri: string | undefined, line: number): string => {
    const document = uri === undefined ? undefined : documentOf(uri);
    return document?.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }) ?? '';
  };
  const outward = (uri: string | undefined, { line, character }: Position): Position => ({
    line,
    character: bytesOf(lineOf(uri, line), character),
  });
  const inward = (uri: string | undefined, { line, character }: Position): Position => ({
    line,
    character: unitsOf(lineOf(uri, line), character),
  });
  return {
    kind,
    incoming: (message, uri) => changed(message, uri, inward) as typeof message,
    outgoing: (message, uri) => changed(message, uri, outward) as typeof message,
    tokensOut(uri, data) {
      const told: number[] = [];
      let [line, character, lastTold] = [0, 0, 0];
      for (let at = 0; at + 4 < data.length; at += 5) {
        const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
        if (down > 0) [character, lastTold] = [0, 0];
        line += down;
        character += right;
        const text = lineOf(uri, line);
        const start = bytesOf(text, character);
        told.push(down, start - lastTold, bytesOf(text, character + length) - start, type, modifiers);
        lastTold = start;
      }
      return told;
    },
  };
}

/** The UTF-8 length of the first `units` UTF-16 units of `line`. */
export function bytesOf(line: string, units: number): number {
  let bytes = 0;
  for (let at = 0; at < Math.min(units, line.length); at++) bytes += widthAt(line, at);
  return bytes;
}

/** How many UTF-16 units of `line` take up `bytes`; within a character: before it. */
export function unitsOf(line: string, bytes: number): number {
  let left = bytes;
  for (let at = 0; at < line.length; at++) {
    const isPair = isHigh(line.charCodeAt(at)) && isLow(line.charCodeAt(at + 1));
    const width = isPair ? 4 : widthAt(line, at);
    if (left < width) return at;
    left -= width;
    if (isPair) at++;
  }
  return line.length;
}

/** The bytes of one UTF-16 unit; each half of a pair counts for two. */
function widthAt(line: string, at: number): number {
  const code = line.charCodeAt(at);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  const isHalf = (isHigh(code) && isLow(line.charCodeAt(at + 1))) || (isLow(code) && isHigh(line.charCodeAt(at - 1)));
  return isHalf ? 2 : 3;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

type Change = (uri: string | undefined, position: Position) => Position;

/** A copy of `value` with its positions changed, each by the document that it stands under. */
function changed(value: unknown, uri: string | undefined, change: Change): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => changed(one, uri, change));
  const entries = Object.entries(value);
  const { line, character, textDocument, uri: own, targetUri, data } = value as Record<string, unknown>;
  if (typeof line === 'number' && typeof character === 'number') return { ...value, ...change(uri, { line, character }) };
  const named = [own, uriIn(textDocument), targetUri, uriIn(data)].find((one) => typeof one === 'string');
  const below = typeof named === 'string' ? named : uri;
  return Object.fromEntries(
    entries.map(([key, one]) => [
      key,
      // The edits of a workspace edit stand under the addresses of their documents.
      changed(one, key.includes(':') ? key : originOf(key, uri, below), change),
    ]),
  );
}

/** The origin of a link lies in the document that is asked about, all else beside a name in the one named. */
function originOf(key: string, asked: string | undefined, named: string | undefined): string | undefined {
  return key === 'originSelectionRange' ? asked : named;
}

function uriIn(value: unknown): unknown {
  return (value as { readonly uri?: unknown } | null | undefined)?.uri;
}
