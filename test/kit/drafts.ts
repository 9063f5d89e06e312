/**
 * Clean reports to plant defects in: of a bureau, a township and a county, each in the words of its own author, all with the
 * same figures. `quiet` states no figure in its sentences, so that one changed in a table is one defect, not two.
 */
import { clean, type Figures } from './figures';
import { type Arrange, type Layout, prose, report } from './layouts';
import { type Marked, unmark } from './marks';

export type Parts = Record<keyof typeof prose, string>;

/** A report before it is written. Texts and figures may hold marks. */
export interface Draft {
  readonly figures: Figures;
  readonly parts: Parts;
  /** What is done to the tables when they are written. */
  readonly arrangements: Arrange[];
}

export const draftNames = ['bureau', 'township', 'county', 'quiet'] as const;
export type DraftName = (typeof draftNames)[number];

const parts: Readonly<Record<DraftName, Parts>> = {
  bureau: prose,
  quiet: {
    ...prose,
    one: '一、总体情况\n\n（一）主动公开。信息通过县政府网站公开。\n（二）依申请公开。申请都按期答复。\n（三）政府信息管理。文件定期清理。\n（四）政府信息公开平台建设。栏目按期更新，7×24小时可用。\n（五）监督保障。工作考核合格，社会评议良好，没有责任追究情形。',
  },
  township: {
    title: '柳塘镇人民政府2023年政府信息公开工作年度报告',
    opening:
      '根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，现公布柳塘镇人民政府2023年政府信息公开工作年度报告。统计期限自2023年1月1日起，至2023年12月31日止。如有疑问，请与镇党政办联系（电话：0558-8231234，邮编：236500）。',
    one: '一、总体情况\n\n2023年，我镇认真贯彻落实条例，坚持以公开为常态、不公开为例外。\n1.主动公开情况。全年公开信息128条，其中工作动态75条，公告公示53条。\n2.依申请公开情况。共收到政府信息公开申请五十五件，其中自然人申请41件，法人或其他组织申请14件；已答复54件（含上年结转5件），另有6件结转下年度继续办理。\n3.政府信息管理情况。落实“三审三校”制度，未发生失泄密事件。\n4.政府信息公开平台建设情况。管好镇政务公开栏和“柳塘发布”公众号，及时回应群众关切。\n5.监督保障情况。将政府信息公开列入年度工作考核，开展社会评议1次，全年未发生责任追究情况。',
    two: '二、主动公开政府信息情况',
    three: '三、收到和处理政府信息公开申请情况',
    four: '四、政府信息公开行政复议、行政诉讼情况',
    five: '五、存在的主要问题及改进情况\n\n（一）存在的主要问题。2023年，我镇政府信息公开工作取得一定成效，但仍有不足：解读材料多为文字，村级公开栏更新不及时。\n（二）改进措施。2024年，我镇将增加图解，每季度抽查一次村级公开栏。',
    six: '六、其他需要报告的事项\n\n本年度未发出收费通知书，未收取信息处理费。',
  },
  county: {
    title: '青河县人民政府2024年政府信息公开工作年度报告',
    opening:
      '本报告按照《政府信息公开条例》第五十条和国办公开办函〔2021〕30号文件要求编制，由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项等六个部分组成。数据统计期限为2024年1月1日至12月31日。',
    one: '一、总体情况\n\n2024年，全县各级行政机关深入推进政府信息公开。\n一是主动公开。县政府门户网站发布信息2680条，政务新媒体发布1.3万余条。\n二是依申请公开。全年共办理政府信息公开申请60件（含上年结转5件），办结54件，结转下年度6件。予以公开25件，占46.3%；因不掌握等原因无法提供13件。因政府信息公开引起的行政复议4件，结果维持2件、纠正1件；行政诉讼4件。\n三是政府信息管理。制发行政规范性文件3件，废止1件，现行有效12件；作出行政许可决定208件、行政处罚决定36件。\n四是平台建设。编印政府公报4期，升级县政府网站公开专栏。\n五是监督保障。政府信息公开占年度综合考核4分，组织社会评议，没有需要追究责任的情形。',
    two: '二、主动公开政府信息情况',
    three: '三、收到和处理政府信息公开申请情况',
    four: '四、政府信息公开行政复议、行政诉讼情况',
    five: '五、存在的主要问题及改进情况\n\n存在的问题：一是政策解读的形式不够丰富；二是基层公开的标准化水平不高。下一步，一是推行图解、视频等解读方式；二是组织两次业务培训，编制公开目录样本。',
    six: '六、其他需要报告的事项\n\n2024年，全县有2件申请收取信息处理费，共计300元，已按规定缴入国库。\n\n青河县人民政府\n2025年3月20日',
  },
};

/** A clean draft, to be changed at will. */
export function draft(name: DraftName): Draft {
  return { figures: clean(), parts: { ...parts[name] }, arrangements: [] };
}

/** The report's text in `layout`, and the places that were marked. */
export function written({ figures, parts: own, arrangements }: Draft, layout: Layout): Marked {
  return unmark(report(layout, figures, own, (tables) => arrangements.forEach((arrange) => arrange(tables))));
}
