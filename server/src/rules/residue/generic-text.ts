/**
 * Words that speak of no place in particular (部分地区, 一些地区, 多数部门) where an agency reports on its own work: mostly text
 * that was not written for it. How many it takes depends on who reports: a town has no 地区, a province has.
 */
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import type { Span } from '../../text/span';
import { findNear, type Near } from '../../statements/prose-search';
import type { Rule } from '../rule';

const strong = /(?:部分|一些|有的|有些|个别|大?多数)地区|大?多数部门/g;
const weak = /各级政府部门|各级各部门(?=通过|积极|能)/g;

export const genericText: Rule = {
  id: 'generic-text',
  family: 'residue',
  title: '泛泛而谈，不像本机关的情况',
  severity: 'hint',
  fixable: false,
  sleeps: true,
  wakes: ['地区', '数部门', '各级政府部门', '各级各部门'],
  check(report, { scan }) {
    const needed = enough(report);
    if (needed === undefined) return [];
    const telling = findNear(scan, ['地区', '数部门'], strong, { before: 3, after: 4 });
    if (telling.length === 0) return [];
    const all = [...telling, ...findNear(scan, ['各级政府部门', '各级各部门'], weak, { before: 0, after: 10 })];
    if (all.length < needed) return [];
    const [first, ...others] = all as [Near, ...Near[]];
    return [
      {
        span: spanOf(first),
        message: msg('「{0}」说的不是本机关，年度报告应写本机关自己的做法和数据', first.match),
        ...(others.length > 0 && {
          related: others.slice(0, 20).map((other) => ({ span: spanOf(other), message: msg('同样泛泛的说法') })),
        }),
      },
    ];
  },
};

function spanOf({ start, end }: Near): Span {
  return { start, end };
}

/** From how many such words on they are told; undefined for those who report on a whole region. */
function enough({ agency, title }: Report): number | undefined {
  const name = title?.agency ?? '';
  if (agency === 'may-regulate' || /省|厅|自治区|盟|州/.test(name)) return undefined;
  if (agency === 'township') return 1;
  if (agency === 'department') return /[县旗区]/.test(name) ? 1 : 2;
  return agency === 'county' ? 2 : 3;
}
