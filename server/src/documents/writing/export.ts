/** A report as what is written out: title, headings, paragraphs, tables with merged cells. What the writers of each kind of file take. */

export interface ExportCell {
  readonly text: string;
  readonly columns: number;
  readonly lines: number;
  /** Whether it is a figure: set in the middle; labels are set to the left where they are long. */
  readonly isValue: boolean;
}

export interface ExportTable {
  readonly kind: 'table';
  readonly width: number;
  readonly rows: readonly (readonly ExportCell[])[];
}

export interface ExportText {
  readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'signature';
  readonly text: string;
}

export type ExportBlock = ExportText | ExportTable;

export const exportKinds = ['md', 'txt', 'html', 'docx'] as const;
export type ExportKind = (typeof exportKinds)[number];
