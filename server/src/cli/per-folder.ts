/** What holds for all files of a folder, asked for once: paths of files are many, and to resolve one takes as long as to find it. */
import { dirname, resolve } from 'node:path';

/**
 * What `of` gives for the folder of a file's path.
 * @param currentFolder the folder to which relative paths belong.
 * @param of is given whole paths.
 */
export function perFolder<Value>(currentFolder: string, of: (folder: string) => Value): (path: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (path) => {
    const folder = dirname(path);
    let found = known.get(folder);
    if (found === undefined) known.set(folder, (found = { value: of(resolve(currentFolder, folder)) }));
    return found.value;
  };
}
