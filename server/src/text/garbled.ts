/** Tells text that was decoded by the wrong encoding, such as a file in GB18030 opened as UTF-8. */

/** How much of a text is looked at: the whole of it is garbled, or nothing. UTF-16 units. */
const reach = 4096;
/** One character in as many must be U+FFFD, which stands for bytes that are none in the encoding. */
const share = 10;
/** A single broken character is no wrong encoding. */
const fewest = 8;

/** Whether `text` begins with what the wrong encoding makes of Chinese. */
export function isGarbled(text: string): boolean {
  const end = Math.min(text.length, reach);
  let broken = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0 && at < end; at = text.indexOf('\ufffd', at + 1)) broken++;
  return broken >= fewest && broken * share > end;
}
