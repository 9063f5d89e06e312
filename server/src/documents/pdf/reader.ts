/** Runs the drawing instructions of a page, and gathers what they draw. Which of it is seen, `seen` tells. */
import type { Box, Marks, Point } from './content';
import { boxOf, common, holds, moved, multiply, type Matrix } from './matrix';
import { figuresIn, filled, stroked, within } from './shapes';
import { black, blankState, type Font, type FontGlyph, inkOf, inkOnPaper, plain, type State } from './state';

/** The numbers of the drawing instructions, as the library exports them. */
export type Operators = Readonly<Record<string, number>>;

/** Whether what belongs to a layer of the document is shown. */
export type LayerFilter = (layer: unknown) => boolean;

export interface Sources {
  readonly font: (name: string) => Font | undefined;
  readonly isShown: LayerFilter;
  /** Whether an annotation says something that belongs to the text. */
  readonly isContent: (annotation: unknown) => boolean;
}

type Step = (args: unknown[]) => void;

const smallestPicture = 20;

/** Runs the instructions; a class only because their state goes from one to the next. */
export class Reader {
  private state: State;
  private readonly saved: State[] = [];
  private text: Matrix = [1, 0, 0, 1, 0, 0];
  private line: Matrix = [1, 0, 0, 1, 0, 0];
  /** Whether each layer that is open is shown. */
  private readonly layers: boolean[] = [];
  private clips = false;
  /** Whether nothing was drawn since the last movement: what the library leaves of a picture that it does not unpack. */
  private isEmpty = false;
  private step = 0;
  private readonly steps: readonly (Step | undefined)[];

  constructor(
    private readonly marks: Marks,
    private readonly ops: Operators,
    private readonly base: Matrix,
    private readonly from: Sources,
  ) {
    this.state = blankState(this.base);
    const steps: (Step | undefined)[] = [];
    for (const [name, step] of Object.entries({ ...this.graphicSteps(), ...this.textSteps() })) steps[ops[name] ?? 0] = step;
    this.steps = steps;
  }

  run(operator: number, args: unknown[]): void {
    this.step++;
    this.steps[operator]?.(args);
  }

  /** A picture may be the last of a page. */
  end(): void {
    this.closeEmpty();
  }

  private graphicSteps(): Record<string, Step> {
    const save = () => void this.saved.push({ ...this.state });
    const restore = () => {
      this.closeEmpty();
      this.state = this.saved.pop() ?? this.state;
    };
    const clip = () => void (this.clips = true);
    const image = () => this.picture();
    return {
      save,
      restore,
      transform: (args) => {
        this.transform(args as unknown as Matrix);
        this.isEmpty = true;
      },
      paintFormXObjectBegin: (args) => {
        save();
        if (args[0]) this.transform(args[0] as Matrix);
        if (args[1]) this.clipToBox(args[1] as readonly [number, number, number, number]);
      },
      paintFormXObjectEnd: restore,
      beginGroup: () => {
        save();
        this.state.groupAlpha *= this.state.alpha;
        this.state.alpha = 1;
      },
      endGroup: restore,
      beginAnnotation: (args) => {
        save();
        this.state = blankState(this.base);
        this.transform(args[2] as Matrix);
        this.transform(args[3] as Matrix);
        this.layers.push(this.from.isContent(args[0]));
      },
      endAnnotation: () => {
        this.layers.pop();
        restore();
      },
      beginMarkedContent: () => void this.layers.push(true),
      beginMarkedContentProps: ([tag, layer]) => void this.layers.push(tag !== 'OC' || this.from.isShown(layer)),
      endMarkedContent: () => void this.layers.pop(),
      setGState: ([entries]) => this.setMany(entries as readonly (readonly [string, unknown])[]),
      setFillRGBColor: ([color]) => void (this.state.ink = inkOf(color)),
      setStrokeRGBColor: ([color]) => void (this.state.strokeInk = inkOf(color)),
      setFillColorN: () => void (this.state.ink = undefined),
      clip,
      eoClip: clip,
      endPath: () => void (this.clips = false),
      constructPath: (args) => this.path(Number(args[0]), (args[1] as readonly (ArrayLike<number> | null)[])[0]),
      paintImageXObject: image,
      paintInlineImageXObject: image,
      paintImageMaskXObject: image,
      paintImageXObjectRepeat: image,
    };
  }

  private textSteps(): Record<string, Step> {
    const number = (args: unknown[], i = 0) => Number(args[i] ?? 0);
    const set = (key: 'charSpacing' | 'wordSpacing' | 'rise' | 'mode') => (args: unknown[]) => void (this.state[key] = number(args));
    const show: Step = (args) => this.show(args[0] as readonly (FontGlyph | number | null)[]);
    return {
      beginText: () => void (this.text = this.line = [1, 0, 0, 1, 0, 0]),
      setFont: (args) => this.setFont(args),
      setTextMatrix: (args) =>
        void (this.text = this.line = (args.length === 6 ? args : Array.from(args[0] as ArrayLike<number>)) as unknown as Matrix),
      setCharSpacing: set('charSpacing'),
      setWordSpacing: set('wordSpacing'),
      setHScale: (args) => void (this.state.scale = number(args) / 100),
      setLeading: (args) => void (this.state.leading = -number(args)),
      setTextRise: set('rise'),
      setTextRenderingMode: set('mode'),
      moveText: (args) => this.move(number(args), number(args, 1)),
      setLeadingMoveText: (args) => {
        this.state.leading = number(args, 1);
        this.move(number(args), number(args, 1));
      },
      nextLine: () => this.move(0, this.state.leading),
      showText: show,
      showType3Text: show,
    };
  }

  private setMany(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === 'ca') this.state.alpha = Number(value);
      else if (key === 'BM') this.state.blends = value !== 'source-over';
      else if (key === 'Font') this.setFont(value as unknown[]);
    }
  }

  private setFont([name, size]: unknown[]): void {
    this.state.font = this.from.font(String(name));
    this.state.size = Number(size ?? 0);
  }

  private transform(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
  }

  private move(x: number, y: number): void {
    this.text = this.line = multiply(this.line, [1, 0, 0, 1, x, y]);
  }

  private get isHidden(): boolean {
    return this.layers.includes(false);
  }

  private show(glyphs: readonly (FontGlyph | number | null)[]): void {
    this.isEmpty = false;
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
    if (this.isHidden) return;
    const { size, rise, mode, clip } = this.state;
    if (unicode === '' || unicode === '\0') {
      if (width > 0) this.marks.unknown++;
      return;
    }
    if (/[\ue000-\uf8ff\ufffd]/.test(unicode)) this.marks.unknown++;
    const at = vertical ? ([1, 0, 0, 1, -size / 2, rise - size * 0.88] as const) : ([1, 0, 0, 1, 0, rise] as const);
    const m = multiply(multiply(this.state.matrix, this.text), at);
    const across = Math.hypot(m[0], m[1]);
    if (unicode.trim() === '' || !holds(clip, moved(m, [(vertical ? size : width) / 2, size * 0.35]))) return;
    this.marks.glyphs.push({
      text: plain(unicode),
      x: m[4],
      y: m[5],
      width: Math.abs(width) * across,
      size: Math.abs(size) * Math.hypot(m[2], m[3]),
      turn: Math.round((Math.atan2(m[1], m[0]) * 180) / Math.PI),
      ink: inkOnPaper(this.state) ?? black,
      step: this.step,
      isInvisible: mode === 3 || mode === 7,
    });
  }

  private picture(): void {
    this.isEmpty = false;
    if (!this.isHidden) this.marks.pictures.push(this.unitSquare());
  }

  private closeEmpty(): void {
    const { left, right, top, bottom } = this.unitSquare();
    if (this.isEmpty && right - left > smallestPicture && bottom - top > smallestPicture) this.picture();
    this.isEmpty = false;
  }

  /** The square of which a picture takes the place. */
  private unitSquare(): Box {
    const corners: Point[] = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ];
    return common(boxOf(corners.map((corner) => moved(this.state.matrix, corner))), this.state.clip);
  }

  /** The lines and boxes of a path, or the part of the page to which drawing is held from now on. */
  private path(paint: number, data: ArrayLike<number> | null | undefined): void {
    const { clips } = this;
    this.clips = false;
    this.isEmpty &&= clips;
    if (!data) return;
    const { ops, state } = this;
    const figures = figuresIn(data, state.matrix);
    const isFill = paint === ops['fill'] || paint === ops['eoFill'];
    const isStroke = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].some(
      (name) => ops[name] === paint,
    );
    if (!this.isHidden && (isFill || isStroke)) {
      const { rules, boxes } = isFill ? filled(figures) : stroked(figures);
      const ink = inkOnPaper(state);
      if (rules.length + boxes.length === 0) this.marks.figures++;
      const lineInk = isFill ? (ink ?? black) : state.strokeInk;
      this.marks.rules.push(...rules.flatMap((rule) => within(rule, state.clip)).map((rule) => ({ ...rule, ink: lineInk })));
      const isSolid = ink !== undefined && !state.blends && state.alpha * state.groupAlpha > 0.9 && state.isClippedToBox;
      if (isSolid) for (const box of boxes) this.marks.areas.push({ ...common(box, state.clip), ink, step: this.step });
    }
    if (clips) this.clipTo(figures);
  }

  private clipToBox([x1, y1, x2, y2]: readonly [number, number, number, number]): void {
    const corners: Point[] = [
      [x1, y1],
      [x2, y1],
      [x2, y2],
      [x1, y2],
    ];
    this.clipTo([corners.map((corner) => moved(this.state.matrix, corner))]);
  }

  private clipTo(figures: readonly Point[][]): void {
    const { state } = this;
    state.isClippedToBox &&= figures.length === 1 && filled(figures).boxes.length === 1;
    const around = boxOf(figures.flat());
    // A way that is not understood holds nothing back.
    if (around.left <= around.right) state.clip = common(state.clip, around);
  }
}
