/**
 * Paths with `*`, `?`, `[…]`, `{a,b}` and `**`, for shells that leave them to the program, as those of Windows do, and for
 * patterns in quotation marks. What they mean is what bash means by them, with `**` for folders of any depth.
 */

/** Whether `path` is a pattern, as far as its signs tell. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** The folder below which everything lies that `pattern` can mean, and what decides of each path. */
export function readGlob(pattern: string): { readonly folder: string; readonly matches: (path: string) => boolean } {
  const parts = pattern
    .replaceAll('\\', '/')
    .replace(/(^|\/)\*\*$/, '$1**/*')
    .split('/');
  const first = parts.findIndex(isGlob);
  const folder = parts.slice(0, first).join('/');
  const below = new RegExp(`^${parts.slice(first).map(partSource).join('').replace(/\/$/, '')}$`, 'u');
  const start = folder === '' && first > 0 ? '/' : folder;
  const lead = start === '' || start.endsWith('/') ? start : `${start}/`;
  const matches = (path: string) => {
    const whole = path.replaceAll('\\', '/');
    return whole.startsWith(lead) && below.test(whole.slice(lead.length));
  };
  return { folder: start === '' ? '.' : start, matches };
}

/** One part of a pattern between slashes, with the slash behind it. */
function partSource(part: string): string {
  return part === '**' ? '(?:[^/]+/)*' : `${signsSource(part)}/`;
}

function signsSource(part: string): string {
  let source = '';
  let depth = 0;
  for (let at = 0; at < part.length; at++) {
    const sign = part[at] as string;
    const set = sign === '[' ? /^\[([!^]?)([^\]]+)\]/.exec(part.slice(at)) : undefined;
    if (set) {
      source += `[${set[1] ? '^' : ''}${(set[2] as string).replace(/[\\[\]^]/g, '\\$&')}]`;
      at += set[0].length - 1;
    } else if (sign === '{' && part.indexOf('}', at) > 0) {
      source += '(?:';
      depth++;
    } else if (sign === '}' && depth > 0) {
      source += ')';
      depth--;
    } else if (sign === ',' && depth > 0) source += '|';
    else source += signs[sign] ?? sign.replace(/[\\^$+.()|[\]{}]/g, '\\$&');
  }
  return source + ')'.repeat(depth);
}

const signs: Readonly<Record<string, string>> = { '*': '[^/]*', '?': '[^/]' };
