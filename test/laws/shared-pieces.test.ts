/**
 * Reports that are read one after the other share what is known of their pieces: paragraphs and sentences of the same words. What
 * is found in each is what is found in it alone, in whatever order they come, whoever reports and for which year.
 */
import { expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { parse } from '../../server/src/report/parse';
import { rules } from '../../server/src/rules/index';
import { type KnownPieces, knownPieces } from '../../server/src/text/facts';
import { makeCounty, write } from '../kit/county';
import { readPage } from '../kit/pages';
import { sampleReport } from '../kit/sample';

const withoutMarks = (text: string) => text.replace(/[⟦⟧‸]/g, '');
const examples = rules.flatMap(({ id }) => {
  const { wrong, right } = readPage(id);
  return [...wrong, ...right].map(withoutMarks);
});
/** The same words, or most of them, in reports of another year and of another unit. */
const elsewhere = examples.flatMap((text) => [
  text.replaceAll('2024年', '2022年'),
  text.replaceAll('水利局', '民政局').replaceAll('县', '市'),
]);
/** One sentence that does not agree with the table, in reports of whose year, whose unit and whose county it may be. */
const sentences = ['2024年新收', '青禾县水利局新收', '县水利局新收', '全县新收'].flatMap((words) =>
  ['青禾县水利局2024', '青禾县水利局2023', '青禾县民政局2024', '青禾县人民政府2024'].map((title) =>
    sampleReport().replace('全年新收政府信息公开申请24件', `${words}政府信息公开申请26件`).replace('青禾县水利局2024', title),
  ),
);
const texts = [...examples, ...elsewhere, ...sentences, ...makeCounty(12).drafts.map(write)];

const found = (text: string, pieces: KnownPieces) => JSON.stringify(check(parse(text, true, pieces)));

it.each([
  ['in their order', texts],
  ['the other way round', [...texts].reverse()],
  ['each behind one that is far from it', texts.flatMap((text, i) => [text, texts[(i * 7919) % texts.length] ?? ''])],
])('what is found does not depend on what was read before: %s', (_, order) => {
  const shared = knownPieces();
  const differing = order.filter((text) => found(text, shared) !== found(text, knownPieces()));
  expect(differing).toEqual([]);
});
