/** Radicals are replaced one for one, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { withoutRadicals } from '../../server/src/text/radicals';

describe('withoutRadicals', () => {
  it.each([
    ['⾏政⽂件⼀⼋⼗', '行政文件一八十'],
    ['⼈⺠政府、部⻔、⻓期、⻛险、⻬全', '人民政府、部门、长期、风险、齐全'],
    ['行政许可 12 件（㎡、①、Ａ）', '行政许可 12 件（㎡、①、Ａ）'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(withoutRadicals(text)).toBe(expected);
    expect(withoutRadicals(text).length).toBe(text.length);
  });

  it('leaves no radical that has a character of its own', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++) expect(withoutRadicals(String.fromCharCode(code))).toMatch(/[\u4e00-\u9fff]/);
  });
});
