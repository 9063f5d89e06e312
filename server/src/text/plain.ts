/** Text without the marks that its reader does not see. */

/** What a reader sees of `piece`: without tags and Markdown marks around it. */
export function plainOf(piece: string): string {
  return piece.replace(/<[^<>]*>|&nbsp;/g, '').replace(/^[\s#*_>]+|[\s#*_]+$/g, '');
}
