/**
 * Addresses of files as they are compared: clients write the same file with more or fewer characters encoded, and drives in
 * capital or small letters.
 */

/** `uri` as it is compared with others; not to be sent. */
export function addressKey(uri: string): string {
  let decoded = uri;
  try {
    decoded = decodeURIComponent(uri);
  } catch {
    // Not rightly written: it is compared as it is.
  }
  return decoded.replace(/^file:\/\/\/([A-Z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`);
}

/** The folder in which a file lies, without a slash at its end. */
export function folderOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('/')));
}

/** The name of a file. */
export function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/**
 * The way to a file from the folder around it, as messages and lists name it; with several folders their names lead.
 * @param folders keys of the workspace's folders.
 */
export function pathIn(folders: readonly string[], key: string): string {
  const around = folders.filter((folder) => key.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
  if (around === undefined) return key;
  const way = key.slice(around.length + 1);
  return folders.length > 1 ? `${nameOf(around)}/${way}` : way;
}
