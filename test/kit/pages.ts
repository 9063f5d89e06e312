/** The pages of the rules as tests read them: their parts by heading, and the examples in them. */
import { readFileSync } from 'node:fs';
import { pagePath } from '../../server/src/rules/index';

export interface Page {
  readonly page: string;
  /** What stands under each heading of the second level. */
  readonly parts: ReadonlyMap<string, string>;
  /** The texts under 反例, with their marks. */
  readonly wrong: readonly string[];
  /** The texts under 正例. */
  readonly right: readonly string[];
  /** The names of files, by the texts that have one behind the three marks that begin them. */
  readonly names: ReadonlyMap<string, string>;
}

/** Where the page of the rule `id` lies. */
export function pageFile(id: string): string {
  return `server/src/rules/${pagePath(id) ?? id}`;
}

/** Reads the page of the rule `id`. */
export function readPage(id: string): Page {
  const page = readFileSync(pageFile(id), 'utf8');
  const parts = new Map(
    page
      .split(/^## /m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')).trim(), part.slice(part.indexOf('\n') + 1)]),
  );
  const [wrong, right] = [blocks(parts.get('反例')), blocks(parts.get('正例'))];
  const names = new Map([...wrong, ...right].flatMap(({ text, name }) => (name === '' ? [] : [[text, name] as const])));
  return { page, parts, wrong: wrong.map(({ text }) => text), right: right.map(({ text }) => text), names };
}

/** The fenced blocks of a part of a page. */
function blocks(part: string | undefined): { readonly text: string; readonly name: string }[] {
  return [...(part ?? '').matchAll(/^```(?:[a-z]*| ([^\n]*))\n([\s\S]*?)^```/gm)].map(([, name = '', text = '']) => ({ text, name }));
}
