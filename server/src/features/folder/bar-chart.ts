/** Lying bars as SVG, several for each label, with their values written at their ends: told apart by pattern as well as by colour. */
import { escapeHtml } from '../../text/escape';
import { displayWidth } from '../../text/width';

export interface Bars {
  readonly label: string;
  /** One for each series; null where no number stands. */
  readonly values: readonly (number | null)[];
}

const thickness = 14;
const gap = 8;
const length = 520;
/** Width of a half-width character of labels. */
const character = 6.6;

/** @param series names of the values, in their order. */
export function barChart(bars: readonly Bars[], series: readonly string[]): string {
  const most = Math.max(1, ...bars.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const left = Math.max(60, ...bars.map(({ label }) => displayWidth(label) * character)) + 10;
  const step = series.length * thickness + gap;
  const head = series.length > 1 ? 24 : 4;
  const height = head + bars.length * step;
  const rows = bars.map(({ label, values }, row) => {
    const top = head + row * step;
    const drawn = values.map((value, index) => {
      const y = top + index * thickness;
      const width = value === null ? 0 : Math.max(value > 0 ? 1 : 0, (value / most) * length);
      return `<rect x="${left}" y="${y}" width="${round(width)}" height="${thickness - 2}" class="s${series.length - index}"/><text x="${round(left + width + 4)}" y="${y + 10}">${value ?? '—'}</text>`;
    });
    return `<text x="${left - 8}" y="${top + (series.length * thickness) / 2 + 3}" text-anchor="end">${escapeHtml(label)}</text>${drawn.join('')}`;
  });
  const legend =
    series.length > 1
      ? series
          .map(
            (name, index) =>
              `<rect x="${left + index * 110}" y="4" width="12" height="12" class="s${series.length - index}"/><text x="${left + index * 110 + 17}" y="14">${escapeHtml(name)}</text>`,
          )
          .join('')
      : '';
  const looks =
    '<style>.s1{fill:#2f6db5}.s2{fill:url(#lines);stroke:#5b6b7b}</style><defs><pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><line x1="0" y1="0" x2="0" y2="5" stroke="#5b6b7b" stroke-width="3"/></pattern></defs>';
  const words = bars.map(({ label, values }) => `${label} ${values.map((value) => value ?? '—').join(' / ')}`).join('；');
  return `<svg role="img" aria-label="${escapeHtml(words)}" viewBox="0 0 ${Math.ceil(left + length + 80)} ${height}" width="${Math.ceil(left + length + 80)}" style="max-width:100%;height:auto">${looks}${legend}${rows.join('')}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
