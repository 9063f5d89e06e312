/**
 * Set phrases of open government that say the contrary when one character is lost or mistaken: 公开为常态、不公开为例外,
 * 权力在阳光下运行, 先审查后公开, 涉密不上网. Only wordings that cannot be meant.
 */
import { msg } from '../../text/message';
import { findNear } from '../../statements/prose-search';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { reword } from '../../findings/wording';

interface Garbled {
  /** One wording that cannot be meant; global. */
  readonly wrong: RegExp;
  /** Characters without which `wrong` cannot match, rarer than the rest: looked for first. */
  readonly key: string;
  readonly right: (found: string) => string;
  /** Says less than what is meant, not the contrary: a hint. */
  readonly weak?: true;
}

const reach = { before: 30, after: 30 };

const phrases: readonly Garbled[] = [
  // 公开为常态、公开为例外: the second 不 is lost. Also where 例外 is mistaken.
  {
    key: '例外',
    wrong: /(?<!不)公开(?:为|是|作为)(?:常态|原则)[，、,；; ]{0,2}(?:而?以)?公开(?:为|是|作为)例外/g,
    right: (found) => found.replace(/公开(?=(?:为|是|作为)例外)/, '不公开'),
  },
  {
    key: '例外',
    wrong: /不公开(?:为|是|作为)(?:常态|原则)[，、,；; ]{0,2}(?:而?以)?不?公开(?:为|是|作为)例外/g,
    right: (found) => found.replace(/^不/, '').replace(/(?<!不)公开(?=(?:为|是|作为)例外)/, '不公开'),
  },
  {
    key: '公开为例外',
    wrong: /(?<!不)公开为例外[，、,；; ]{0,2}不公开为例外/g,
    right: (found) => found.replace('公开为例外', '公开为常态'),
  },
  // Weakened: 应公开尽公开 leaves no choice.
  {
    key: '公开尽',
    wrong: /应(?:当)?公开(?:的)?[，、]?(?:都)?(?:尽量|尽可能|尽力|尽早)(?:地)?公开/g,
    right: () => '应公开尽公开',
    weak: true,
  },
  // 党的二十大三中全会: a plenary session is one of a term, not of a congress.
  { key: '中全会', wrong: /党的二?十[一二三四五六七八九]?大[一二三四五六七]中全会/g, right: (found) => found.replace('大', '届') },
  { key: '列外', wrong: /不公开(?:为|是)列外/g, right: (found) => `${found.slice(0, 4)}例外` },
  { key: '阳光下', wrong: /权利(?:在|于)阳光下(?:公开)?(?:运行|行使|操作)/g, right: (found) => found.replace('权利', '权力') },
  {
    key: '先公开',
    wrong: /先公开[、，, ]?(?:再|后)审[查核]/g,
    right: (found) => `先${found.slice(-2)}${/[、，, ]/.exec(found)?.[0] ?? ''}${found.includes('再') ? '再' : '后'}公开`,
  },
  {
    key: '先发布',
    wrong: /先发布[、，, ]?(?:再|后)审[查核]/g,
    right: (found) => `先${found.slice(-2)}${/[、，, ]/.exec(found)?.[0] ?? ''}${found.includes('再') ? '再' : '后'}发布`,
  },
  {
    key: '涉密',
    wrong: /涉密(?:信息)?上网[、，,；; ]{0,2}上网(?:信息)?不涉密/g,
    right: (found) => found.replace(/^涉密(信息)?上网/, '涉密$1不上网'),
  },
  { key: '涉密', wrong: /涉密(?:信息)?不上网[、，,；; ]{0,2}上网(?:信息)?涉密/g, right: (found) => found.replace(/涉密$/, '不涉密') },
  { key: '涉密', wrong: /上网(?:信息)?不涉密[、，,；; ]{0,2}涉密(?:信息)?上网/g, right: (found) => found.replace(/上网$/, '不上网') },
];

export const garbledSlogan: Rule = {
  id: 'garbled-slogan',
  family: 'wording',
  title: '固定提法写错，意思相反',
  severity: 'warning',
  fixable: true,
  looksAt: 'paragraphs',
  sleeps: true,
  wakes: phrases.map(({ key }) => key),
  check({ text }, { scan }) {
    const observations: Observation[] = [];
    for (const { key, wrong, right, weak } of phrases) {
      for (const { start, end, match: found } of findNear(scan, [key], wrong, reach)) {
        const corrected = right(found);
        const span = { start, end };
        observations.push({
          span,
          message: msg('「{0}」应为「{1}」', found, corrected),
          ...(weak && { severity: 'hint' as const }),
          fix: { title: msg('改为「{0}」', corrected), safe: true, edits: [reword(text, span, corrected)] },
        });
      }
    }
    return observations;
  },
};
