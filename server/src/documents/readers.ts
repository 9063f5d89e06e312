/** The readers of office files and web pages in one piece, which is loaded when the first such file comes, and what mends Word files. */
export { readDoc } from './doc/read';
export { mendDocx } from './docx/mend';
export { readDocx } from './docx/read';
export { readHtml } from './html/read';
export { readXlsx } from './xlsx/read';
