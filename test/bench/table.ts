/** The result as a Markdown table. */

export interface Line {
  readonly what: string;
  readonly measured: string;
  readonly aim: string;
  readonly met: boolean;
}

/** The table of `lines`. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ what, measured, aim, met }) => `| ${what} | ${measured} | ${aim} | ${met ? 'yes' : 'no'} |\n`);
  return `| what | measured | aim | met |\n|---|---|---|---|\n${rows.join('')}`;
}
