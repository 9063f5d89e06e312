/** What a browser writes before the items of a numbered list: the number as the list's kind shows it, and the mark behind it. */
import { counted } from '../text/counting';
import { attribute, type Element } from './shown';

/** The mark of an item. @param item its own kind comes before that of its list. */
export function markOf(number: number, item: Element, list: Element): string {
  const kind = kindOf(item) ?? kindOf(list) ?? 'decimal';
  if (kind === 'none') return '';
  const format = formats[kind] ?? 'decimal';
  // Chinese numerals are followed by their own mark, other numbers by a dot and a blank.
  return chinese.test(kind) ? `${counted(number, format)}、` : `${counted(number, format)}. `;
}

const formats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  'cjk-decimal': 'ideographDigital',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'cjk-heavenly-stem': 'ideographTraditional',
  'cjk-earthly-branch': 'ideographZodiac',
};

const chinese = /^(?:cjk|simp-chinese|trad-chinese)-/;

function kindOf(element: Element): string | undefined {
  const style = /(?:^|;)\s*list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(element, 'style') ?? '')?.[1];
  return style?.toLowerCase() ?? attribute(element, 'type');
}
