/** How large a document may be. Office files are packed: a small one may unpack to more than the machine holds, so what comes out is bounded too. */

/** Bytes of a file. Reports with photographs reach some ten megabytes. */
export const largestDocument = 64 * 1024 * 1024;
/** Bytes of one part of a packed file, unpacked. The text of the longest reports takes two or three million. */
export const largestPart = 48 * 1024 * 1024;
/** How often larger than packed a part may be, if it is larger than a million bytes: tables of a real report reach 60. */
export const highestRatio = 400;
/** Elements that stand inside of each other. */
export const deepestNesting = 200;
/** Characters of the text as read. */
export const longestText = 4_000_000;
/** Pages of a PDF. */
export const mostPages = 400;
/** Columns and rows of a table's grid. */
export const widestTable = 128;
export const mostRows = 20_000;
