/** A report of which it is known whether it is one, without reading it: the rest is read when it is first asked for. */
import { parse } from '../report/parse';
import type { Report } from '../report/report';
import { indexLines } from '../text/lines';

/** @param text as it was checked: empty where it was not. */
export function keptReport(text: string, recognized: boolean): Report {
  let whole: Report | undefined;
  const known = { text, recognized, lines: indexLines(text) };
  return new Proxy(known as Report, {
    get: (_, name) => (name in known ? known[name as keyof typeof known] : (whole ??= parse(text))[name as keyof Report]),
  });
}
