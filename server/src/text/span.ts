/**
 * Spans: where something stands in a text. All offsets are UTF-16 code units from the start of the text, half open.
 * Nothing here knows of lines, tables or reports.
 *
 *     总计 13        text.slice(span.start, span.end) === '13'
 *        ^^
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The characters that `span` covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The order of what stands at spans: by their starts, then by their ends. */
export function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** What stands at a span, `by` characters further on. */
export function shifted<T extends Span>(place: T, by: number): T {
  return { ...place, start: place.start + by, end: place.end + by };
}

/** Whether `offset` stands inside `span` or touches either end of it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether two spans share a character or touch each other. */
export function meet(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Index of the first of `spans`, which are in the order of the text, that starts at `offset` or after it. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first of `places`, which are in the order of the text, `stride` numbers for each, at `offset` or behind it. */
export function firstPlaceFrom(places: readonly number[], offset: number, stride = 1): number {
  let low = 0;
  let high = places.length / stride;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle * stride] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low * stride;
}
