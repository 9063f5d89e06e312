import { expect, it } from 'vitest';
import { isSpace, spaces } from '../../server/src/text/characters';

it('lists every character that it takes for white space', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => code).filter(isSpace);
  expect(spaces.map((character) => character.charCodeAt(0))).toEqual(all);
});
