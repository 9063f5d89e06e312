/** What protocol tests do not reach: tokens that go over the end of a line. */
import { describe, expect, it } from 'vitest';
import { toTokenData } from '../../server/src/lsp/convert';
import { indexLines } from '../../server/src/text/lines';

describe('token data', () => {
  it.each(['\n', '\r\n', '\r'])('is cut at line ends (%j)', (end) => {
    const text = ['科研', '机构 12', ''].join(end);
    const figure = text.indexOf('12');
    const data = toTokenData({ text, lines: indexLines(text) }, [
      { span: { start: 0, end: text.indexOf(' ') }, type: 'nianbaoCaption' },
      { span: { start: figure, end: text.length }, type: 'nianbaoFigure' },
    ]);
    expect(data).toEqual([0, 0, 2, 1, 0, 1, 0, 2, 1, 0, 0, 3, 2, 3, 0]);
  });
});
