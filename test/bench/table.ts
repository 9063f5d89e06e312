/** The result as a Markdown table. */

export interface Line {
  readonly what: string;
  readonly measured: string;
  readonly aim: string;
  /** Undefined where there is no aim. */
  readonly met: boolean | undefined;
}

/** The table of `lines`. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ what, measured, aim, met }) => `| ${what} | ${measured} | ${aim} | ${wordFor(met)} |\n`);
  return `| what | measured | aim | met |\n|---|---|---|---|\n${rows.join('')}`;
}

function wordFor(met: boolean | undefined): string {
  if (met === undefined) return '–';
  return met ? 'yes' : 'no';
}
