/** Hands a file to the browser to save. */
import type { SavedFile } from '../messages';
import { element } from './dom';

export function save({ name, type, bytes }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = element('a', { href: address, download: name });
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
