/**
 * What a page of a PDF shows, as far as reading goes: characters with their places, and straight lines. Taken from the page's
 * drawing instructions, which hold each character by itself: text as the library joins it may run over the edge of a cell.
 * All places in points, y downwards from the top of the page as it is shown.
 */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { Marks, PageContent, Point } from './content';
import { turned } from './turn';

type Matrix = readonly [number, number, number, number, number, number];

/** The numbers of the drawing instructions, as the library exports them. */
export type Operators = Readonly<Record<string, number>>;

interface State {
  matrix: Matrix;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  lineWidth: number;
}

interface Font {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
}

interface FontGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[];
}

/** A filled shape at most this thick is a line. */
const thickestLine = 3;
/** Lines shorter than this belong to characters or pictures. */
const shortestLine = 3;

export async function readPage(page: PDFPageProxy, ops: Operators): Promise<PageContent> {
  const view = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const marks: Marks = { glyphs: [], rules: [], hasImages: false, unknown: 0 };
  const reader = new Reader(marks, ops, view.transform as unknown as Matrix, (name) => fontOf(page, name));
  for (let i = 0; i < fnArray.length; i++) reader.run(fnArray[i] as number, (argsArray[i] ?? []) as unknown[]);
  return turned(marks, view.width, view.height);
}

function fontOf(page: PDFPageProxy, name: string): Font | undefined {
  try {
    return page.commonObjs.get(name) as Font;
  } catch {
    return undefined;
  }
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** Runs the instructions; a class only because their state goes from one to the next. */
class Reader {
  private state: State;
  private readonly saved: State[] = [];
  private text: Matrix = [1, 0, 0, 1, 0, 0];
  private line: Matrix = [1, 0, 0, 1, 0, 0];
  private readonly steps: ReadonlyMap<number, (args: unknown[]) => void>;

  constructor(
    private readonly marks: Marks,
    private readonly ops: Operators,
    base: Matrix,
    private readonly font: (name: string) => Font | undefined,
  ) {
    this.state = {
      matrix: base,
      font: undefined,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      lineWidth: 1,
    };
    this.steps = this.stepsBy(ops);
  }

  run(operator: number, args: unknown[]): void {
    this.steps.get(operator)?.(args);
  }

  private stepsBy(ops: Operators): ReadonlyMap<number, (args: unknown[]) => void> {
    const number = (args: unknown[], i = 0) => Number(args[i] ?? 0);
    const set =
      (key: 'charSpacing' | 'wordSpacing' | 'rise' | 'mode' | 'lineWidth', factor = 1) =>
      (args: unknown[]) =>
        void (this.state[key] = number(args) * factor);
    const image = () => void (this.marks.hasImages = true);
    const steps: Record<string, (args: unknown[]) => void> = {
      save: () => void this.saved.push({ ...this.state }),
      restore: () => this.restore(),
      transform: (args) => this.transform(args as unknown as Matrix),
      paintFormXObjectBegin: (args) => {
        this.saved.push({ ...this.state });
        if (args[0]) this.transform(args[0] as Matrix);
      },
      paintFormXObjectEnd: () => this.restore(),
      beginText: () => void (this.text = this.line = [1, 0, 0, 1, 0, 0]),
      setFont: (args) => {
        this.state.font = this.font(String(args[0]));
        this.state.size = number(args, 1);
      },
      setTextMatrix: (args) =>
        void (this.text = this.line = (args.length === 6 ? args : Array.from(args[0] as ArrayLike<number>)) as unknown as Matrix),
      setCharSpacing: set('charSpacing'),
      setWordSpacing: set('wordSpacing'),
      setHScale: (args) => void (this.state.scale = number(args) / 100),
      setLeading: (args) => void (this.state.leading = -number(args)),
      setTextRise: set('rise'),
      setTextRenderingMode: set('mode'),
      setLineWidth: set('lineWidth'),
      moveText: (args) => this.move(number(args), number(args, 1)),
      setLeadingMoveText: (args) => {
        this.state.leading = number(args, 1);
        this.move(number(args), number(args, 1));
      },
      nextLine: () => this.move(0, this.state.leading),
      showText: (args) => this.show(args[0] as readonly (FontGlyph | number | null)[]),
      showType3Text: (args) => this.show(args[0] as readonly (FontGlyph | number | null)[]),
      constructPath: (args) => this.path(number(args), (args[1] as readonly (ArrayLike<number> | null)[])[0]),
      paintImageXObject: image,
      paintInlineImageXObject: image,
      paintImageMaskXObject: image,
      paintImageXObjectRepeat: image,
    };
    return new Map(Object.entries(steps).map(([name, step]) => [ops[name] ?? -1, step]));
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
  }

  private move(x: number, y: number): void {
    this.text = this.line = multiply(this.line, [1, 0, 0, 1, x, y]);
  }

  private show(glyphs: readonly (FontGlyph | number | null)[]): void {
    const { font, size, scale, charSpacing, wordSpacing } = this.state;
    const unit = size * Math.abs(font?.fontMatrix?.[0] ?? 0.001);
    const vertical = font?.vertical === true;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        const gap = (-glyph * size) / 1000;
        this.text = multiply(this.text, vertical ? [1, 0, 0, 1, 0, gap] : [1, 0, 0, 1, gap * scale, 0]);
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace === true ? wordSpacing : 0);
      const advance = vertical
        ? ((glyph.vmetric ?? font.defaultVMetrics)?.[0] ?? -1000) * unit - spacing
        : (glyph.width ?? 0) * unit + spacing;
      this.place(glyph.unicode ?? '', vertical ? size : advance * scale, vertical);
      this.text = multiply(this.text, vertical ? [1, 0, 0, 1, 0, advance] : [1, 0, 0, 1, advance * scale, 0]);
    }
  }

  private place(unicode: string, width: number, vertical: boolean): void {
    // Invisible text lies over scans; it is read, as nothing else tells what they say.
    const { size, rise } = this.state;
    if (unicode === '' || unicode === '\0') {
      if (width > 0) this.marks.unknown++;
      return;
    }
    if (/[\ue000-\uf8ff\ufffd]/.test(unicode)) this.marks.unknown++;
    const at = vertical ? ([1, 0, 0, 1, -size / 2, rise - size * 0.88] as const) : ([1, 0, 0, 1, 0, rise] as const);
    const m = multiply(multiply(this.state.matrix, this.text), at);
    const across = Math.hypot(m[0], m[1]);
    const turn = Math.round((Math.atan2(m[1], m[0]) * 180) / Math.PI);
    if (unicode.trim() === '') return;
    this.marks.glyphs.push({
      text: unicode,
      x: m[4],
      y: m[5],
      width: Math.abs(width) * across,
      size: Math.abs(size) * Math.hypot(m[2], m[3]),
      turn,
    });
  }

  /** The straight lines of a path, and the thin boxes that are lines. */
  private path(paint: number, data: ArrayLike<number> | null | undefined): void {
    if (!data) return;
    const { ops } = this;
    const strokes = [
      ops['stroke'],
      ops['closeStroke'],
      ops['fillStroke'],
      ops['eoFillStroke'],
      ops['closeFillStroke'],
      ops['closeEOFillStroke'],
    ].includes(paint);
    const fills = !strokes && [ops['fill'], ops['eoFill']].includes(paint);
    if (!strokes && !fills) return;
    for (const points of figuresIn(data, this.state.matrix)) {
      if (fills) this.fill(points);
      else for (let i = 1; i < points.length; i++) this.rule(points[i - 1] as Point, points[i] as Point);
    }
  }

  private fill(points: readonly Point[]): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (bottom - top < shortestLine / 3 && right - left < shortestLine / 3) {
      // A dot of a dotted line, along or across the page.
      this.marks.rules.push({ vertical: false, at: (top + bottom) / 2, from: left, to: right });
      this.marks.rules.push({ vertical: true, at: (left + right) / 2, from: top, to: bottom });
    } else if (bottom - top <= thickestLine && right - left > bottom - top)
      this.rule([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
    else if (right - left <= thickestLine && bottom - top > right - left)
      this.rule([(left + right) / 2, top], [(left + right) / 2, bottom]);
  }

  private rule([x1, y1]: Point, [x2, y2]: Point): void {
    const vertical = Math.abs(x1 - x2) < 0.7;
    if (!vertical && Math.abs(y1 - y2) >= 0.7) return;
    const [from, to] = vertical ? [Math.min(y1, y2), Math.max(y1, y2)] : [Math.min(x1, x2), Math.max(x1, x2)];
    if (to - from >= shortestLine / 3) this.marks.rules.push({ vertical, at: vertical ? (x1 + x2) / 2 : (y1 + y2) / 2, from, to });
  }
}

/** The figures of a path as points: move 0, line 1, curve 2, quadratic curve 3, close 4. */
function figuresIn(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const figures: Point[][] = [];
  let figure: Point[] = [];
  const point = (i: number): Point => {
    const [x, y] = [data[i] as number, data[i + 1] as number];
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  for (let i = 0; i < data.length;) {
    const step = data[i++];
    if (step === 0) {
      figure = [point(i)];
      figures.push(figure);
      i += 2;
    } else if (step === 1) {
      figure.push(point(i));
      i += 2;
    } else if (step === 2) {
      // A curve is no line: what follows begins anew behind it.
      figure = [point(i + 4)];
      figures.push(figure);
      i += 6;
    } else if (step === 3) {
      figure = [point(i + 2)];
      figures.push(figure);
      i += 4;
    } else if (figure[0]) figure.push(figure[0]);
  }
  return figures;
}
