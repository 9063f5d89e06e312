/** A report of which it is known whether it is one, without reading it: its text and the rest are read when they are first asked for. */
import type { Report } from '../report/report';
import { indexLines, type LineIndex } from '../text/lines';

/** @param readText gives the text as it was checked: empty where it was not. */
export function keptReport(recognized: boolean, readText: () => string, parse: (text: string) => Report): Report {
  let text: string | undefined;
  let lines: LineIndex | undefined;
  let whole: Report | undefined;
  const known: Pick<Report, 'recognized' | 'text' | 'lines'> = {
    recognized,
    get text() {
      return (text ??= readText());
    },
    get lines() {
      return (lines ??= indexLines(known.text));
    },
  };
  return new Proxy(known as Report, {
    get: (_, name) => (name in known ? known[name as keyof typeof known] : (whole ??= parse(known.text))[name as keyof Report]),
  });
}
