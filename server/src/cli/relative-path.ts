/** Paths as other tools want them: from a folder down, with `/`. */
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The way from `folder` down to `path`, with `/` on every system; empty for the folder itself, undefined if `path` lies
 * outside of it.
 * @param currentFolder the folder to which a relative `path` belongs.
 */
export function pathWithin(folder: string, path: string, currentFolder: string): string | undefined {
  const way = relative(folder, resolve(currentFolder, path));
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined;
  return sep === '/' ? way : way.replaceAll(sep, '/');
}
