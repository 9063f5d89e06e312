/**
 * The site from which the report can be downloaded belongs to another county or district than the one in the title: 歙县
 * reports, 「可在祁门县人民政府网站下载」. Only where both name a place of that level; sites of the city or province above are fine.
 */
import { isWithin } from '../../statements/agency-names';
import { msg } from '../../text/message';
import { findNear } from '../../statements/prose-search';
import type { Rule } from '../rule';

const sites =
  /(?:可在|可从|可到|可登录|登录|登陆|访问|通过|从|在)[“"]?((?:[一-鿿]{2,8}省)?(?:[一-鿿]{2,6}市)?([一-鿿]{1,8}?(?:自治县|县|自治旗|旗|区))(?:人民)?政府(?:门户)?(?:网站|网|官网|信息公开(?:网|平台)))/g;
const siteWords = ['政府网', '政府门户', '政府官网', '政府信息公开网', '政府信息公开平台'];
const purposes = /下载|电子版|查阅|查询/;

export const foreignUrl: Rule = {
  id: 'foreign-url',
  family: 'residue',
  title: '下载网址是其他机关的',
  severity: 'hint',
  fixable: false,
  looksAt: 'words',
  sleeps: true,
  wakes: siteWords,
  check(report, { scan }) {
    const own = placeIn(report.title?.agency ?? '');
    if (own === undefined) return [];
    return findNear(scan, siteWords, sites, { before: 40, after: 20 }).flatMap(({ start, end, group: site = '' }) => {
      const place = /(?:省|市|^)([一-鿿]{1,8}?(?:自治县|县|自治旗|旗|区))/.exec(site)?.[1] ?? '';
      if (isSame(own, place) || !purposes.test(report.text.slice(Math.max(0, start - 40), end + 40))) return [];
      return [{ span: { start: end - site.length, end }, message: msg('下载网站是「{0}」，而本报告的机关在{1}', site, own) }];
    });
  },
};

/** The county, banner or district in an agency's name; undefined if it names none. */
function placeIn(agency: string): string | undefined {
  const name = agency.replace(/自治区|开发区|新区|高新区|经开区|地区/g, ' ');
  return /(?:^|[省市州盟 ])([一-鿿]{1,10}?(?:自治县|县|自治旗|旗|区))/.exec(name)?.[1];
}

/** Whether two names may mean the same place: their first two characters are enough, as in 酉阳县; 科右中旗 is short for 科尔沁右翼中旗. */
function isSame(own: string, place: string): boolean {
  const head = (name: string) => name.slice(0, name.length > 2 ? 2 : 1);
  return own.includes(head(place)) || place.includes(head(own)) || isWithin(own, place) || isWithin(place, own);
}
