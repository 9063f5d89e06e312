/** The readers of office files and web pages in one piece, which is loaded when the first such file comes. */
export { readDocx } from './docx/read';
export { readHtml } from './html/read';
export { readXlsx } from './xlsx/read';
