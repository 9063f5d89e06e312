/**
 * Names of agencies as they are compared: without white space and in one width. Two names are one agency only if they are
 * equal or the roster says so; 县水务局 of another county ends alike and is another.
 */
import { halfWidth } from '../text/number';

/** `name` as it is compared. */
export function agencyKey(name: string): string {
  return halfWidth(name).replace(/[\s\u200b\ufeff《》*#]/g, '');
}

/** The words with which names of agencies end. */
const endings =
  '政府|办公室|办公厅|办事处|委员会|管委会|局|委|厅|办|处|院|所|站|馆|社|署|部|中心|支队|大队|总队|队|公司|集团|大学|学院|学校|医院|银行|镇|乡|苏木|街道|新区|园区|开发区|示范区|高新区|保税区|经开区|管理区|林区|矿区|区|县|旗|市|州|盟|省';
const ending = new RegExp(`(?:${endings})(?:\\([^()]*\\))?$`);

/** Whether `name` can be that of an agency: Chinese, and ending as their names do. */
export function isAgencyName(name: string): boolean {
  return /^[\u4e00-\u9fff·()]{3,40}$/.test(name) && ending.test(name);
}

/** The place in front of an agency's own name: 云川县 of 云川县水务局; empty if there is none. */
export function placeNameOf(name: string): string {
  return /^[\u4e00-\u9fff]{1,12}(?:自治区|自治州|自治县|自治旗|新区|省|市|县|区|旗|州|盟)(?=[\u4e00-\u9fff])/.exec(name)?.[0] ?? '';
}
