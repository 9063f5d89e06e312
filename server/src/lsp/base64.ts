/** Bytes as the protocol carries them. */

export function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}

export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let i = 0; i < bytes.length; i += 32_768) characters += String.fromCharCode(...bytes.subarray(i, i + 32_768));
  return btoa(characters);
}
