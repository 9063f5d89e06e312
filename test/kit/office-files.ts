/** Office files made of their XML: as little as a program needs to open them. */
import { strToU8, zipSync } from 'fflate';

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A Word file. @param parts further parts by their kind: `numbering`, `styles`, `footnotes`, `header`, their content without the root. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const roots: Readonly<Record<string, string>> = {
    numbering: 'numbering',
    styles: 'styles',
    footnotes: 'footnotes',
    header: 'hdr',
    footer: 'ftr',
    comments: 'comments',
  };
  const relations = Object.keys(parts).map((kind) => `<Relationship Id="r-${kind}" Type="${office}/${kind}" Target="${kind}.xml"/>`);
  const typeOf = (part: string, kind: string) =>
    `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  const types =
    typeOf('document', 'document.main') +
    Object.keys(parts)
      .map((kind) => typeOf(kind, kind))
      .join('');
  return zip({
    '[Content_Types].xml': `<Types xmlns="${packageSpace}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${word}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packageSpace}/relationships">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([kind, content]) => [`word/${kind}.xml`, `<w:${roots[kind]} ${word}>${content}</w:${roots[kind]}>`]),
    ),
  });
}

/** A workbook of one sheet or several. @param sheets the inside of each `<worksheet>` by the sheet's name. */
export function xlsx(sheets: Readonly<Record<string, string>>, styles = ''): Uint8Array {
  const names = Object.keys(sheets);
  const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zip({
    '[Content_Types].xml': `<Types xmlns="${packageSpace}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${space}" xmlns:r="${office}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageSpace}/relationships">${names.map((_, i) => `<Relationship Id="r${i + 1}" Type="${office}/worksheet" Target="worksheets/s${i + 1}.xml"/>`).join('')}<Relationship Id="rs" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${space}">${styles}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/s${i + 1}.xml`, `<worksheet xmlns="${space}">${sheets[name]}</worksheet>`]),
    ),
  });
}

export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8((/\.(?:xml|rels)$/.test(name) ? declaration : '') + part) : part,
      ]),
    ),
  );
}

export const p = (content: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
export const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const tc = (content: string, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content === '' ? '' : r(content))}</w:tc>`;
export const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
