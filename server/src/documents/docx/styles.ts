/** What paragraph and character styles say that matters for reading: numbering and hidden text, inherited from style to style. */
import { child, elements, type XmlElement } from '../package/xml';
import { isOn, type Numbered, type Numbering } from './numbering';

interface Style {
  readonly based: string | undefined;
  readonly hidden: boolean | undefined;
  readonly number: string | undefined;
  readonly level: number | undefined;
}

export interface Styles {
  /** Whether the run's properties, its style or the paragraph's style hide it. */
  isHidden(run: XmlElement | undefined, paragraphStyle: string | undefined): boolean;
  /** The paragraph's place in a list, from its own properties or its style. */
  numbered(paragraph: XmlElement | undefined): Numbered | undefined;
  /** The style of paragraphs that name none. */
  readonly normal: string | undefined;
}

const longestChain = 20;

export function openStyles(root: XmlElement | undefined, numbering: Numbering): Styles {
  const styles = new Map<string, Style>();
  let normal: string | undefined;
  for (const element of root ? elements(root, 'w:style') : []) {
    const id = element.attributes['w:styleId'] ?? '';
    const isDefault = ['1', 'true'].includes(element.attributes['w:default'] ?? '');
    if (element.attributes['w:type'] === 'paragraph' && isDefault) normal = id;
    styles.set(id, readStyle(element));
  }
  const inherited = <T>(id: string | undefined, pick: (style: Style, id: string) => T | undefined): T | undefined => {
    let at = id;
    for (let i = 0; at !== undefined && i < longestChain; i++) {
      const style = styles.get(at);
      const found = style && pick(style, at);
      if (found !== undefined) return found;
      at = style?.based;
    }
    return undefined;
  };
  return {
    normal,
    isHidden(run, paragraphStyle) {
      const own = child(run, 'w:vanish');
      if (own) return isOn(own);
      const hidden = inherited(child(run, 'w:rStyle')?.attributes['w:val'], ({ hidden: is }) => is);
      return hidden ?? inherited(paragraphStyle ?? normal, ({ hidden: is }) => is) ?? false;
    },
    numbered(paragraph) {
      const own = child(paragraph, 'w:numPr');
      const style = child(paragraph, 'w:pStyle')?.attributes['w:val'] ?? normal;
      const number = child(own, 'w:numId')?.attributes['w:val'] ?? inherited(style, ({ number: is }) => is);
      if (number === undefined || number === '0') return undefined;
      const level = child(own, 'w:ilvl')?.attributes['w:val'];
      if (level !== undefined) return { number, level: Number(level) };
      const ofStyle = inherited(style, ({ level: is }, id) => numbering.levelOfStyle(number, id) ?? is);
      return { number, level: ofStyle ?? 0 };
    },
  };
}

function readStyle(element: XmlElement): Style {
  const hidden = child(element, 'w:rPr', 'w:vanish');
  const level = child(element, 'w:pPr', 'w:numPr', 'w:ilvl')?.attributes['w:val'];
  return {
    based: child(element, 'w:basedOn')?.attributes['w:val'],
    hidden: hidden && isOn(hidden),
    number: child(element, 'w:pPr', 'w:numPr', 'w:numId')?.attributes['w:val'],
    level: level === undefined ? undefined : Number(level),
  };
}
