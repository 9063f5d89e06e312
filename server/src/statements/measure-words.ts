/**
 * Whether what stands at a place in a text counts or names something (件, 万元, 镇), so that a number or a name is wanted
 * before it. 条 in 条例 and 个 in 个人 do not count.
 */
const counts =
  /万元|亿元|件|条(?![例件款约文目线块理])|个(?![人体别性案])|人次|次(?![方要年日生序])|项(?!目)|份(?!额)|篇(?![章幅])|户(?!籍)|宗(?![旨教])|余[件条个次项份篇人]/y;
const others =
  /人(?![民大员才事社口工均力为物类身])|名(?![称单录义])|家(?![庭长园])|起(?![草诉到来因点])|批(?![准复评示])|期(?![间限刊])|元(?![旦素])|年(?!级)|月|日(?![常前益])|号|[%％]/y;
const places = /(?:省|市|县|区|旗|州|盟|镇|乡|街道|苏木|村|社区|[局处科厅部院所站]|委|办|中心|公司|单位|机关|政府|部门|学校|集团)(?!长)/y;

/** Whether a word for counting cases, items or money stands at `at`. */
export function isCountAt(text: string, at: number): boolean {
  return matchesAt(counts, text, at);
}

/** Whether a measure word of any kind stands at `at`: also for people, dates, percents. */
export function isMeasureAt(text: string, at: number): boolean {
  return matchesAt(counts, text, at) || matchesAt(others, text, at);
}

/** Whether the last word of a place's or an agency's name stands at `at`: 镇, 县, 局 (not 局长). */
export function isPlaceAt(text: string, at: number): boolean {
  return matchesAt(places, text, at);
}

function matchesAt(words: RegExp, text: string, at: number): boolean {
  words.lastIndex = at;
  return words.test(text);
}
