/** The other half of pdf.js, of which nothing is called by name. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
