/**
 * Telephone numbers and postcodes that cannot be dialled or posted to: a postcode that is not six digits, a number with too
 * many or too few, an area code without its zero; a mail address without its @; and a 下载（） with nothing in the brackets. Extensions, hotlines and masked
 * numbers are fine; other empty brackets and XX are placeholder-text's.
 */
import { type Message, msg } from '../../text/message';
import { findAt } from '../../statements/prose-search';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

const postcodes =
  /(?:邮编|邮政编码)[ \u3000]{0,4}(?:[:：]|为|是)?[ \u3000]{0,4}([0-9０-９][0-9０-９ \-—－－]{0,18}[0-9０-９]|[0-9０-９](?![0-9０-９])|(?=[，。；,;]))/y;
const phones =
  /(?:电话|传真|热线)(?:号码)?[ \u3000]{0,4}(?:[:：]|为|是)?[ \u3000]{0,4}((?:[（(][0-9０-９]{2,5}[）)] ?)?[0-9０-９][0-9０-９ \-—－–]{2,24}[0-9０-９])(?![0-9０-９*＊xX×]|[ \u3000]?[件次个余人多通条万])/y;
/** 联系电话：　，: nothing behind the colon. */
const noPhone = /(?:电话|传真)(?:号码)?[ \u3000]{0,4}[:：][ \u3000]{0,8}(?=[，。；,;])/y;
/** 电子信箱abc163.com: the names of services that have an @ in front of them. */
const mailWords = ['邮箱', '电子邮件', '电子信箱', '邮件地址', 'Email', 'E-mail', 'email', 'e-mail'];
const mails =
  /(?:邮箱|电子邮件|电子信箱|[eE]-?mail|邮件地址)(?:地址)?[ \u3000]{0,4}(?:[:：]|为|是)?[ \u3000]{0,4}([A-Za-z0-9_.-]{2,40}?(?:163|126|qq|139|sina|sohu|foxmail|gmail|outlook|yeah|hotmail|189|tom|gov)\.(?:com|cn|net|gov\.cn|com\.cn)(?![A-Za-z]))/y;
const downloads = /下载[（(][ \u3000]{0,8}[）)]/y;

export const implausibleContact: Rule = {
  id: 'implausible-contact',
  family: 'wording',
  title: '联系方式不像真的',
  severity: 'information',
  fixable: false,
  looksAt: 'paragraphs',
  sleeps: true,
  wakes: ['邮编', '邮政编码', '电话', '传真', '热线', '下载', ...mailWords],
  check({ text }, { scan }) {
    const found: Observation[] = [];
    const add = (start: number, length: number, message: Message) => found.push({ span: { start, end: start + length }, message });
    for (const { index, 0: all, 1: code = '' } of findAt(scan, ['邮编', '邮政编码'], postcodes)) {
      if (code === '') add(index, all.length, msg('邮编空着没有填写'));
      else if (digitsOf(code).length !== 6 || /[-—－]/.test(code))
        add(index + all.length - code.length, code.length, msg('邮编应为 6 位数字，现为「{0}」', code));
    }
    for (const { index, 0: all } of findAt(scan, ['电话', '传真'], noPhone)) add(index, all.length, msg('电话号码空着没有填写'));
    for (const { index, 0: all, 1: number = '' } of findAt(scan, ['电话', '传真', '热线'], phones)) {
      // At the end of a line the rest may stand on the next one.
      if (!isPhone(number) && !/[\r\n]/.test(text[index + all.length] ?? '\n'))
        add(
          index + all.length - number.length,
          number.length,
          msg('「{0}」不像电话号码：固定电话为区号（0 开头的 3 或 4 位）加 7 或 8 位', number),
        );
    }
    for (const { index, 0: all, 1: address = '' } of findAt(scan, mailWords, mails))
      if (!/^www\.|https?/i.test(address))
        add(index + all.length - address.length, address.length, msg('「{0}」不像邮箱地址：缺少「@」', address));
    for (const { index, 0: all } of findAt(scan, ['下载'], downloads))
      add(index + 2, all.length - 2, msg('「下载」后面的括号是空的，应写明网址'));
    return found.sort((a, b) => a.span.start - b.span.start);
  },
};

/** Whether a number can be dialled, alone, with an area code, with an extension. */
function isPhone(number: string): boolean {
  const parts = number.split(/[^0-9０-９]+/).filter((part) => part !== '');
  const whole = digitsOf(number);
  // 12345, 96123, 400-123-4567, 86-…; two numbers with a blank between; a mobile number, set apart or not.
  if (whole.length < 7 || /^(?:[48]00\d{7}|86\d{9,}|1\d{10})$/.test(whole) || /\s\d{7,}$/.test(number.trim())) return whole.length >= 3;
  const [first = '', second = '', ...others] = parts;
  const isLocal = (part: string) => /^[2-9]\d{6,7}$/.test(part);
  if (/^0\d{2,3}$/.test(first))
    return (
      isLocal(second) || /^(?:1\d{2,4}|9[56]\d{3,4})$/.test(second) || (/^[2-9]\d{2,3}$/.test(second) && /^\d{4}$/.test(others[0] ?? ''))
    );
  if (parts.length === 1) return isLocal(first) || /^0(?:[12]\d|[3-9]\d\d)[2-9]\d{6,7}$/.test(first);
  return isLocal(first) || /^0(?:[12]\d|[3-9]\d\d)[2-9]\d{6,7}$/.test(first) || (/^[2-9]\d{2,3}$/.test(first) && /^\d{4}$/.test(second));
}

function digitsOf(piece: string): string {
  return piece.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\D/g, '');
}
