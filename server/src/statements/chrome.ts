/**
 * Finds what was copied along from the web page around a report: its index block, date and source lines, breadcrumbs,
 * buttons, the call to scan a code. Only whole lines, and what is stuck to the end of the last sentence on a line; the
 * same words inside of a sentence (打印一体机, 关闭) are prose. All patterns look at lines of at most 200 characters.
 */
import type { Report } from '../report/report';
import { isSpace } from '../text/characters';
import type { Span } from '../text/span';
import { Code } from '../text/code';

export interface Chrome extends Span {
  /** Whether it is all that stands on its lines. */
  readonly whole: boolean;
}

const longestLine = 200;
const longestValue = 60;
/** Longest line whose words are looked up one by one. */
const longestWords = 80;

/** Labels of the index block and the line under the title: only above section one, where nothing else is so labelled. */
const frontLabels =
  '日期 时间 来源 标题 名称 作者 文号 发文字号 文件编号 发布机构 发布单位 发文机关 发文单位 公开机构 公开方式 公开时限 公开范围 公开日期 公开形式 成文日期 生成日期 生效日期 废止日期 发文日期 索引号 信息索引号 索取号 主题分类 主题词 体裁分类 组配分类 信息分类 信息类别 服务对象 统一编号 有效性 信息有效性 是否有效 时效性 信息名称 文件名称 内容概述 关键词 关键字 责任部门 点击';
/** Labels that only web pages have, wherever they stand. */
const sureLabels =
  '发布日期 发布时间 发表日期 发表时间 添加日期 添加时间 更新时间 更新日期 录入时间 信息来源 文章来源 稿件来源 责任编辑 责编 编辑 审核人 浏览次数 浏览量 访问量 访问次数 点击数 点击量 点击率 阅读次数 阅读量 累计次数 字号 字体 字体大小 文字大小 视力保护色 背景色 分享 分享到 分享至 语音播报 网站标识码 政府网站标识码 版权所有 主办单位 承办单位 技术支持 备案号 备案序号 上一篇 下一篇 上一条 下一条 图解链接';
/** Words that are a button or a link when nothing else stands on the line. */
const buttons = new Set(
  '打印 打印本页 打印此页 打印页面 关闭 关闭窗口 关闭本页 关闭页面 收藏 收藏本页 加入收藏 设为首页 朗读 听全文 分享 分享到 转发 返回 返回顶部 返回首页 返回上一页 返回列表 顶部 上一篇 下一篇 下载 下载Word 下载PDF 下载WORD PDF下载 Word下载 我要纠错 纠错 首页 网站首页 登录 注册 用户中心 个人中心 无障碍 无障碍浏览 无障碍阅读 无障碍模式 长者版 敬老版 长者模式 关怀版 关怀模式 适老化 适老化模式 打开适老化模式 关闭适老化模式 进入适老化模式 适老版 老年版 老年模式 繁体 繁體 简体 繁体版 English 移动版 手机版 电脑版 微信 微博 新浪微博 QQ QQ空间 空间 支持IPv6 支持IPV6 网站支持IPv6 网站支持IPV6 本站支持IPv6 本网站支持IPv6 网站地图 联系我们 关于我们 全屏 加大 还原 减小 默认 超大 A+ A- 扫一扫 相关链接 相关文章 相关信息 相关新闻 相关稿件 相关文档 友情链接'.split(
    ' ',
  ),
);
/** Buttons that may also be all of a line of prose: never alone. */
const weak = new Set(['空间', '转发', '返回', '顶部', '默认', '超大', '加大', '还原', '减小', '下载', '分享', '简体', '繁体', 'English']);
/** Whole lines that are sentences of a page and not of a report. */
const sentences = [
  /^(?:请?用?(?:手机|微信))?扫一扫.{0,12}(?:手机|打开|查看|浏览|阅读|分享|关注|当前).{0,24}$/,
  /^(?:请?使?用?(?:手机|微信))?扫描?(?:上方|下方|此|该)?二维码.{0,8}(?:手机|打开|分享|阅读|浏览).{0,16}$/,
  /^您?(?:当前|现在)?(?:所在)?的?(?:位置|页面)(?:是)?[ \u3000]?[:：>»›]/,
  /^(?:欢迎(?:您)?(?:访问|光临|来到)).{2,40}$/,
  /^点击(?:收听|播放|朗读|查看(?:图解|解读|大图|原文|更多)).{0,20}$/,
  /^(?:该|此|本)?文件已(?:失效|废止)$/,
  /^特殊稿件.{0,30}浏览.{0,4}$/,
  /^.{0,30}(?:[一-鿿]ICP备\d{5,}号|公网安备 ?\d{8,}).{0,20}$/,
  /^(?:Copyright|版权所有)[ ©:：].{0,60}$/i,
  /^(?:网站)?首页 ?[>»›].{1,80}$/,
];
/** The name of a government's site, where links to it stand on the line. */
const site = /^[一-鿿]{2,12}人民政府(?:门户)?网(?:站)?$|^中国政府网$/;
/** A date in front of the first label, blanks left out: 2024年01月26日来源:区教育局. */
const leadingDate = /^20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}:\d\d(?::\d\d)?)?$/;
/** A row of the index block of which only white space is left between label and value. */
const bareRow =
  /^(?:信息)?(?:索 ?引 ?号|组配分类|主题分类|体裁分类|发布机构|成文日期|生成日期|发文字号|公开方式|有 ?效 ?性)[ \u3000\t]+[^\s:：]/;
const separators = /[\s|｜·•/[\]【】〔〕()（）、,，;；]+/;
const dated = /^20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: +\d{1,2}:\d\d(?::\d\d)?)?$/;

/** The chrome of the page in `report`, in the order of the text. */
export function chromeIn(report: Report): Chrome[] {
  const { text, prose, title } = report;
  const found: Chrome[] = [];
  /** The chrome that ends with the line before. */
  let open: Chrome | undefined;
  for (const { start: from, end, section } of prose) {
    // Nothing of a page ends like a sentence.
    const final = text.charCodeAt(end - 1);
    if (final === Code.wideStop || final === Code.wideSemicolon) {
      open = undefined;
      continue;
    }
    const line = { start: withMark(text, from), end, section };
    const shown = line.end - line.start > longestLine ? undefined : text.slice(line.start, line.end);
    const isTitle = title !== undefined && line.start < title.span.end && title.span.start < line.end;
    if (
      shown !== undefined &&
      !isTitle &&
      open?.whole &&
      goesOn(text.slice(Math.max(open.start, open.end - longestValue), open.end), shown, line.section)
    ) {
      found[found.length - 1] = open = { ...open, end: line.end };
    } else {
      open =
        shown !== undefined && !isTitle && isChrome(shown, line.section) ? { ...withoutBars(text, line), whole: true } : tailOf(text, line);
      if (open) found.push(open);
    }
  }
  return found;
}

/** Where a line begins with its `>`, which is read as Markdown's mark of a quotation and here is a step of a path. */
function withMark(text: string, start: number): number {
  let at = start;
  while (at > 0 && text[at - 1] === ' ') at--;
  return at < start && text[at - 1] === '>' ? at - 1 : start;
}

/** The line without the bars around its cells. */
function withoutBars(text: string, { start, end }: Span): Span {
  const isBar = (at: number) => /[|｜\s]/.test(text[at] as string);
  while (start < end && isBar(start)) start++;
  while (end > start && isBar(end - 1)) end--;
  return { start, end };
}

/** Whether `line` is the rest of the chrome on the lines before it: a label's value, the next step of a path, a size of type. */
function goesOn(chrome: string, line: string, section: number): boolean {
  if (/^[>»›]/.test(line)) return line.length < longestValue && !/[。，；]/.test(line);
  if (/(?:[>»›]|(?:位置|页面)是?[ \u3000]?[:：])$/.test(chrome)) return section === 0 && line.length <= 20 && !/[。，；：]/.test(line);
  if (/[号体小][:：][\s【】[\]大中小A+\-加大还原减小默认超]*$/.test(chrome))
    return /^(?:[大中小】\]]|加大|还原|减小|默认|超大|A[+-]?|[大中小][ \u3000大中小]{1,12})$/.test(line);
  if (!/[:：]$/.test(chrome) || section !== 0 || line.length > 30) return false;
  return (
    dated.test(line) ||
    (/(?:来源|机构|单位|机关|作者)[:：]$/.test(chrome) && /^[一-鿿]+$/.test(line)) ||
    (/(?:次数|量|数)[:：]$/.test(chrome) && /^\d+$/.test(line))
  );
}

/** Whether all of a line belongs to the page; a numbered one does not. */
function isChrome(line: string, section: number): boolean {
  if (/^(?:[（(]?[一二三四五六七八九十\d]+[）)、.]|[一二三四五六]是)/.test(line)) return false;
  if (isLabelled(line, section === 0) || (section === 0 && isIndexRow(line))) return true;
  if (sentences.some((sentence) => sentence.test(line))) return !/[。；].|，/.test(line);
  if (line.length > longestWords) return false;
  const words = line.split(separators).filter((word) => word !== '');
  return (
    words.length > 0 &&
    words.every((word) => buttons.has(word) || site.test(word) || (/[:：]$/.test(word) && sureWords.has(word.slice(0, -1)))) &&
    !(words.length === 1 && weak.has(line))
  );
}

/** Whether a line consists of labels and their values: 发布时间: 2024-01-12 来源: 县政府办 字号:. */
function isLabelled(line: string, front: boolean): boolean {
  if (!/[:：]/.test(line) || /[。；]/.test(line)) return false;
  const labels = front ? anyLabel : sureLabel;
  labels.lastIndex = 0;
  let match = labels.exec(line);
  if (
    !match ||
    line
      .slice(0, match.index)
      .replace(/[\s【[（(]/g, '')
      .replace(front ? leadingDate : '', '') !== ''
  )
    return false;
  for (let end = labels.lastIndex; match; end = labels.lastIndex) {
    match = labels.exec(line);
    if ((match?.index ?? line.length) - end > longestValue) return false;
  }
  return true;
}

/** Whether a line is a row of the index block set as a table, with bars or none: 索引号 | 0123/2026-00007 | 发文字号 |. */
function isIndexRow(line: string): boolean {
  if (bareRow.test(line)) return line.length <= longestWords * 2 && !/[。，；]/.test(line);
  const first = /^[|｜\s]*([^|｜]{2,12})[|｜]/.exec(line)?.[1];
  return first !== undefined && frontWords.has(first.replace(/[\s:：]/g, ''));
}

/** What is stuck to the last sentence of a line: …未收取信息处理费。扫一扫在手机打开当前页. */
function tailOf(text: string, { start, end, section }: Span & { readonly section: number }): Chrome | undefined {
  const first = Math.max(start, end - longestValue);
  const stop = text.slice(first, end).lastIndexOf('。');
  if (stop < 0 || end - first - stop < 3) return undefined;
  let from = first + stop + 1;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  const tail = text.slice(from, end);
  return isChrome(tail, section || 1) ? { start: from, end, whole: false } : undefined;
}

function labelPattern(labels: string): RegExp {
  const spaced = labels
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .map((label) => [...label].join('[ \\u3000\\u00a0]{0,4}'));
  return new RegExp(`(?:${spaced.join('|')})[ \\u3000\\u00a0]{0,4}[:：]`, 'g');
}
const sureWords = new Set(sureLabels.split(' '));
const frontWords = new Set(frontLabels.split(' '));
const sureLabel = labelPattern(sureLabels);
const anyLabel = labelPattern(`${frontLabels} ${sureLabels}`);
