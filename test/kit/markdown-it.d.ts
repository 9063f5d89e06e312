/** What the tests use of markdown-it, which comes without types. */
declare module 'markdown-it' {
  import type { MarkdownIt as Extended, Token } from '../../client/src/report-tables';
  class MarkdownIt {
    constructor(options?: { html?: boolean; linkify?: boolean; typographer?: boolean; breaks?: boolean });
    readonly core: Extended['core'];
    readonly block: Extended['block'];
    readonly renderer: Extended['renderer'];
    parse(text: string, env: object): Token[];
    render(text: string, env?: object): string;
  }
  export default MarkdownIt;
}
