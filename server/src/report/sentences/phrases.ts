/**
 * How sentences state the figures of the tables, as data: the words (by what they mean), the phrases in which they stand
 * around a number, and for each metric the cells that its number is held against. To read a further wording, add a word or
 * a phrase here; no code knows any of them.
 * Source: the ninety sentence forms met in published reports of 2021 to 2025.
 */

/** A kind of word. Phrases name words by these. */
export type Tag =
  // requests
  | '收' | '新收' | '受理' | '办' | '结' | '申请' | '申' | '转' | '半' | '今' | '往年' | '来年' | '上转' | '下转' | '余'
  // applicants, outcomes and their reasons
  | '自然人' | '公民' | '法人' | '企业' | '企' | '科研' | '公益' | '法律'
  | '予以' | '部分' | '予部' | '不予' | '无法' | '不处理' | '其他处理'
  | '不予1' | '不予2' | '不予3' | '不予4' | '不予5' | '不予6' | '不予7' | '不予8' | '无法1' | '无法2' | '无法3'
  | '不处理1' | '不处理2' | '不处理3' | '不处理4' | '不处理5' | '其他1' | '其他2'
  // cases
  | '复议' | '诉讼' | '案件' | '直诉' | '复诉' | '维持' | '纠正' | '其他结果' | '未结'
  // what the agency made and decided
  | '规范' | '规章' | '文规' | '制发' | '发布' | '修改' | '废止' | '失效' | '有效' | '文件' | '许可' | '处罚' | '强制' | '决定' | '作出' | '收费'
  // words that steer
  | '否' | '因' | '共计' | '其中' | '均' | '各' | '分别' | '连' | '变' | '约' | '填' | '中' | '题' | '公' | '清' | '列' | '信' | '他事' | '属性' | '渠道' | '等' | '全' | '本级' | '分' | '类' | '协' | '延' | '撤' | '别' | '防' | '执法' | '免' | '信息公开';

/** Words by their meaning, set apart by spaces. The longest word wins. A later list wins over an earlier one. */
export const words: Readonly<Partial<Record<Tag, string>>> = {
  收: '收到 接收到 接收 接到 收悉',
  新收: '新收到 新收 新接收 新受理 新增受理 新收受理 当年受理',
  受理: '受理 登记受理 受理登记 接受',
  办: '办理 处理 承办 接受办理 已办理 受理和办结 受理办结 办理回复 收办',
  结: '办结 答复 回复 办复 办理完毕 办理完结 办理完成 处理完毕 完成答复 完成办理 办理答复 答复办结 办结答复 予以答复 予以回复 作出答复 依法答复 完成办结 审结答复 办理办结',
  申请: '依申请公开 依申请信息公开 依申请 依法申请公开 申请公开 公开申请 信息申请 已申请公开 依申公开 申请信息公开 依申请公开来信 依申请公开来函 依申请公开信件 依申请公开办理情况 依申请公开办理事项 依申请公开办件 依申请公开申请',
  申: '申请 请求 申请书 申请件 申请数 申请量',
  转: '结转 转结',
  往年: '上年 上年度 上一年 上一年度 去年 往年 前年 上年末 历年 上年同期 去年同期 同期 上期',
  半: '上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 每月 每季度 每年',
  今: '今年 本年 本年度 当年 全年 年内 年度内 今年以来',
  来年: '下年 下年度 下一年 下一年度 次年 来年 明年',
  余: '剩余 其余 余下 另有 尚有 还有 剩下 未办结 尚未办结 未答复 尚未答复',
  自然人: '自然人 公民个人',
  公民: '公民',
  法人: '法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人或其它组织 法人与其他组织 法人单位 法人组织 法人机构 法人、其他组织 法人',
  企业: '商业企业',
  企: '企业',
  科研: '科研机构',
  公益: '社会公益组织',
  法律: '法律服务机构',
  予以: '予以公开 准予公开 同意公开 全部公开 予以全部公开',
  部分: '部分公开 予以部分公开 同意部分公开 部分予以公开',
  予部: '公开或部分公开 公开及部分公开 公开和部分公开',
  不予: '不予公开',
  无法: '无法提供',
  不处理: '不予处理',
  其他处理: '其他处理 其它处理',
  不予1: '属于国家秘密 涉及国家秘密',
  不予2: '其他法律行政法规禁止公开 法律行政法规禁止公开',
  不予3: '危及三安全一稳定 三安全一稳定',
  不予4: '保护第三方合法权益 损害第三方合法权益',
  不予5: '三类内部事务信息 内部事务信息',
  不予6: '四类过程性信息 过程性信息 过程性性信息',
  不予7: '行政执法案卷信息 行政执法案卷 执法案卷',
  不予8: '行政查询事项 行政查询范畴 行政查询',
  无法1: '不掌握相关政府信息 不掌握的政府信息 不掌握相关信息 不掌握该信息 不掌握',
  无法2: '没有现成信息需要另行制作 没有现成信息 需要另行制作',
  无法3: '补正后申请内容仍不明确 补正后仍不明确',
  不处理1: '信访举报投诉类申请 信访举报投诉类 信访举报投诉 信访、举报、投诉类申请 信访、投诉、举报类申请',
  不处理2: '重复申请',
  不处理3: '要求提供公开出版物 公开出版物',
  不处理4: '大量反复申请 无正当理由大量反复申请',
  不处理5: '确认或重新出具已获取信息 重新出具已获取信息',
  其他1: '逾期不补正',
  其他2: '逾期未按收费通知要求缴纳费用',
  复议: '行政复议 复议 行政复议申请 申请行政复议 申请复议 行政复议类 复议申请',
  诉讼: '行政诉讼 诉讼 行政诉讼类 提起诉讼 提起行政诉讼 行政起诉',
  直诉: '未经复议直接起诉 直接起诉',
  复诉: '复议后起诉 经复议后起诉',
  维持: '维持 结果维持 复议维持',
  纠正: '纠正 结果纠正 纠错 被纠错 被纠正 败诉',
  其他结果: '其他结果',
  未结: '尚未审结 未审结 正在审理 尚未结案',
  规范: '行政规范性文件 规范性文件 行政规范文件 规范文件',
  规章: '规章 政府规章 省政府规章 市政府规章 部门规章',
  制发: '制发 制定 制定发布 制定印发 印发 出台 新制发 新制定 新出台 新发布 新印发 制定出台 制定并发布 新增 印制',
  发布: '发布',
  修改: '修改 修订',
  废止: '废止 清理废止 宣布废止',
  失效: '失效 宣布失效',
  有效: '现行有效 继续有效 现有有效 有效',
  文件: '文件',
  许可: '行政许可',
  处罚: '行政处罚',
  强制: '行政强制',
  决定: '处理决定 决定 决定书',
  作出: '作出 做出 下达',
  收费: '行政事业性收费 行政事业收费 事业性收费',
  否: '未 未产生 没有产生 没有 没 无 尚未 暂未 暂无 并无 均无 均未 从未 未曾 也未 也无 未再',
  因: '因 由于 引起 引发 产生 导致 涉及 涉 针对 有关 被',
  共计: '共计 合计 总计 累计共',
  其中: '其中 当中',
  列: '包括 包含 涵盖 分为 含 具体为',
  均: '均 全部 都 皆 一律',
  各: '各',
  分别: '分别',
  连: '和 并 及 与 以及 或 、 或者 并且',
  变: '同比 环比 增加 减少 增长 下降 上升 降低 提高 多了 少了 相比 比 较 高于 低于',
  约: '约 近 超 超过 逾 大约 将近 接近 不足 至少 上百 达到近 多达',
  填: '共 总共 共有 计 为 是 系 达 达到 有 数 数量 总数 总量 件数 个数 量 的 了 为数 总计为 事项 事宜 办件 件 类型 业务 本机关 本单位 已 已经 按时 按期 依法 及时 如期 按规定 依规 规范 完成 属 属于 累计 通过 提出 提交 递交 申请人 公众 群众 市民 居民 网民 社会 公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人和其它组织 公民法人和其他组织 公众、法人和其他组织 公众、法人或其他组织 公众、法人或者其他组织 群众、法人和其他组织 向我局 向我委 向我办 向我镇 向我乡 向我县 向我区 向我市 向我街道 向我单位 向本机关 个人 进行 继续 继续办理 还 另 则 途径 方式 渠道 件次 情况 金额 案 案件 类案件 相关 线上线下 线上、线下 线上和线下 各类 各种 形式 任何 发生 出现 存在 予以 书面形式 收到的 关于 按 要求 提起 事务 工作 数为 于 至 到 内 中共 中 结果 判决 后 来自 辖区 年度 度 我局 我委 我办 我镇 我乡 我县 我区 我市 我街道 我单位 本局 本委 本镇 本乡 本县 本区 本市 本街道 本部门 我部门 本乡镇 我乡镇 全镇 全乡 全街道 全局 全委 原因 在 从 并',
  信息公开: '政府信息公开 信息公开 政务公开',
  公: '公开 公示 解读 归集 集中公开 上传 录入 更新 推送 转发 移交 移送 查阅 双公示 报送 公布 刊登 刊发 转载',
  清: '清理 梳理 评估 审查 审核 备案 报备 复审 合法性审查 备案审查',
  信: '信息 政府信息 政务信息 有关信息',
  他事: '留言 信箱 热线 12345 来信 来访 来电 咨询 建议 提案 议案 工单 诉求 投诉 举报 信访 舆情 收文 稿件 新闻 微信 微博 公众号 抖音 视频号 快手 头条 图文 报纸 媒体 公报 发布会 访谈 会议 培训 活动 栏目 专栏 专题 点击 浏览 访问 阅读 粉丝 人次 批次 征集 问卷 档案 图书 视频 动态 公告 答记者问 意见 规章制度 规章文件 规章库 规范性文件库 政策文件 资金 项目 车辆 人员 满意度 答复书 答复文书 申请表 申请书模板 许可申请 行政许可申请 案卷 政策解读 解读材料 解读信息 解读产品 线索 案源 标准 目录 清单 条目 材料 检查 评议 事件 问题 便民 网友 市长 县长 区长 镇长 党内法规 收费 费用 收费通知 责任追究 责任 纠纷 侵权',
  属性: '主动公开 公开属性 属性 公文 发文 制发文件',
  渠道: '信件 网上 网络 线上 线下 信函 邮寄 书面 现场 当面 电子邮件 邮件 邮箱 传真 窗口 平台 网站 在线 互联网 来函 挂号信 快递 转办 门户网站 小程序 口头 系统 当场提交',
  等: '等 等等 等渠道 等方式 等途径 等形式',
  全: '全市 全县 全区 全旗 全省 全州 全盟 全系统 全自治州 全国',
  本级: '本级 市本级 区本级 县本级 省本级 政府本级',
  分: '各部门 各职能部门 各镇 各乡镇 镇街 各街道 各单位 各区 各县 各县区 各区县 县区 区直部门 市直部门 县直部门 区级部门 市级部门 县级部门 下属 所属 各科室 各股室 乡镇 镇(街道) 各地 各镇街 部门新收 部门收到 部门受理 部门共 市直单位 区直单位 县直单位',
  类: '类 方面 领域',
  协: '指导 协助 配合 会办 协办 代办 委托 转交 转送 征求 督促 协调 参与 配合办理',
  延: '正在办理 正在处理 在办 待办理 待答复 延期 延长 当场 电话 超期 逾期 超时 延迟',
  撤: '撤回 撤销 撤诉 撤案 终止 取消 撤件',
  别: '驳回 补正 告知 合并 胜诉 非机关 不属于 不存在 非政府信息 已主动公开 另行 不予受理 不受理 不予办理 不再处理 不再受理 不予答复 无需处理',
  防: '避免 防止 防范 杜绝 力争 争取 确保 如 若 如果 若是 是否 有无 力求 做到',
  执法: '执法 行政执法 行政检查 征收 劳动 工伤 拆迁 具体行政行为 行政行为 应诉 行政应诉 出庭 代理 审理',
  免: '免征 减免 免收 标准 退还 免除 项目 目录 清单 返还',
  题: '依申请公开工作 依申请公开办理 依申请公开流程 依申请公开制度 依申请公开渠道 依申请公开平台 依申请公开栏目 依申请公开答复书 依申请公开指南',
  中: '无法 无障碍 无关 无空白 无正当理由 无误 无偿 无效 有无 无需 无人 无论 无缝 无纸化 无错 无死角 未来 未经 未成年 未按 未及时 没有现成 答复不当 回复不当 办理不当 处理不当 答复不及时 答复率 办结率 回复率 办理率 受理率 处理率 申请量居前 复议机关 复议决定 行政复议法 行政诉讼法 复议机构 复议局 政府信息公开条例 信息公开条例 申请渠道 申请平台 申请流程 申请办理 公开申请表 信息处理费 处理费 处理群众 信息处理 办理时限 办理流程 办理情况 处理情况 收费标准 办理结果 处理结果 统一 同一 唯一 之一 逐一 万一 第三方 现行有效的各类 占比 比例 比重 比较 最近 附近 近年 近期 预约 节约 集约 集约化 约束 约谈 如下 如何 有效性 有效期 有效地 有效保障 有效提升 有效推动 有效促进 有效利用 有效落实 有效提高 有效监督 有效发挥 行之有效 较好 较为 较大 较多 较高',
};

/** Words made of two parts, each of the first with each of the second. */
export const pairs: readonly (readonly [tag: Tag, first: string, second: string])[] = [
  ['上转', '上年 上年度 上一年 上一年度 去年 往年 前年 上年末 上年底', '结转 转结 转入 遗留 结转来 转接 结存 结转至本年 结转至本年度 结转至今年 结转本年 转入本年'],
  ['上转', '结转 转结 结转自 承接 承办', '上年 上年度 上一年 上一年度 去年 往年'],
  ['下转', '结转 转结 转 转入 转至 转到 结转至 结转到 结转入 结转为 结转于 转结至 转结到 转接 顺延 顺延至 延续至 延至 留待 延续到 转结到 跨', '下年 下年度 下一年 下一年度 次年 来年 明年 下个年度 下一个年度'],
  ['下转', '下年 下年度 下一年 下一年度 次年', '结转 转结 继续办理 继续处理 继续答复 继续 办理 办结 答复'],
];

/**
 * What a number is about, as far as a phrase must know: the words in front of it may have gone before (收到 3 件), so the
 * subject of the sentence, paragraph or section has to tell.
 */
export type Topic = 'requests' | 'reviews' | 'lawsuits' | 'cases' | 'documents' | 'other';

/** Which words make something the topic. Of several the last one counts. */
export const topics: Readonly<Partial<Record<Tag, Topic>>> = {
  申请: 'requests', 题: 'requests', 新收: 'requests', 上转: 'requests', 下转: 'requests', 复议: 'reviews', 诉讼: 'lawsuits', 案件: 'cases', 直诉: 'lawsuits', 复诉: 'lawsuits',
  规范: 'documents', 规章: 'documents', 文规: 'documents', 他事: 'other', 属性: 'other', 许可: 'other', 处罚: 'other', 强制: 'other', 收费: 'other',
};

/**
 * A phrase around a number. `say` names kinds of words; `#` is the number; `…` lets other words stand between. Words of
 * filling (共, 数量, 的) are not counted. Of the phrases that fit, the first counts.
 */
export interface Phrase {
  readonly say: string;
  readonly means: string;
  /** The topic must be this, because the phrase does not tell itself. */
  readonly about?: Topic;
}

const each = (tags: string, patterns: readonly string[], means: (tag: string) => string, about?: Topic): Phrase[] =>
  tags.split(' ').flatMap((tag) => patterns.map((pattern) => ({ say: pattern.replace('X', tag), means: means(tag), ...(about && { about }) })));

export const phrases: readonly Phrase[] = [
  // 上年结转3件；2023年结转申请3件；含上年度转结申请8件
  ...each('上转', ['X #', 'X … 申请 #', 'X … 结 #', 'X … 办 #', '# X', '# … 申请 X'], () => 'carriedIn'),
  // 结转下年度继续办理6件；剩余3件结转；结转2024年办理2件
  ...each('下转', ['X #', 'X 办 #', 'X 结 #', 'X … 申请 #', '申请 X #', '# X', '# 申请 X'], () => 'carriedOut'),
  { say: '余 # 转', means: 'carriedOut' },
  { say: '余 # 申请 转', means: 'carriedOut' },
  { say: '# 转', means: 'carriedOut', about: 'requests' },

  // 属于行政查询范畴依法不予公开2件；1件由于重复申请不予处理
  ...each('不予1 不予2 不予3 不予4 不予5 不予6 不予7 不予8', ['X 不予 #', '# … X 不予'], (tag) => `${tag}?`, 'requests'),
  ...each('无法1 无法2 无法3', ['X 无法 #', '# … X 无法'], (tag) => `${tag}?`, 'requests'),
  ...each('不处理1 不处理2 不处理3 不处理4 不处理5', ['X 不处理 #', '# … X 不处理'], (tag) => `${tag}?`, 'requests'),
  ...each('不予1 不予2 不予3 不予4 不予5 不予6 不予7 不予8 无法1 无法2 无法3 不处理1 不处理2 不处理3 不处理4 不处理5 其他1 其他2', ['X #', '# X'], (tag) => tag, 'requests'),
  // 予以公开及部分公开42件；“不予公开”5件；97件准予公开；不予公开答复5件
  ...each('予以 部分 予部 不予 无法 不处理 其他处理', ['X #', 'X 结 #', 'X 申请 #', '# X', '# 申请 X', '# 结 X'], (tag) => tag, 'requests'),

  // 自然人申请89件；收到自然人提出的申请3件；2件属商业企业申请
  ...each('自然人 法人 企业 科研 公益 法律', ['X #', 'X … 申请 #', '# X', '申请 X #'], (tag) => `by${tag}`, 'requests'),

  // 行政复议2件、行政诉讼1件；1件结果维持
  ...each('复议 诉讼 案件 直诉 复诉', ['X #', '收 # … X', '# … X', '# 申请 … X'], (tag) => tag),
  { say: '案件 各 #', means: '复议,诉讼' },
  ...each('维持 纠正 其他结果 未结', ['X #', '# X'], (tag) => `review${tag}`, 'reviews'),
  ...each('维持 纠正 其他结果 未结', ['X #', '# X'], (tag) => `lawsuit${tag}`, 'lawsuits'),

  // 新收55件；收到申请55件；收到15件信息依申请公开；依申请公开共收到3件
  ...each('新收', ['X #', 'X … 申请 #', 'X # 申请', '申请 X #'], () => 'newlyReceived'),
  ...each('收', ['X … 申请 #', 'X # … 申请', '申请 X #'], () => 'received'),
  { say: '收 #', means: 'received', about: 'requests' },
  ...each('受理', ['X … 申请 #', 'X # … 申请', '申请 X #'], () => 'accepted'),
  { say: '受理 #', means: 'accepted', about: 'requests' },
  ...each('办', ['X … 申请 #', 'X # … 申请', '申请 X #'], () => 'handled'),
  { say: '办 #', means: 'handled', about: 'requests' },
  ...each('结', ['X … 申请 #', 'X # … 申请', '申请 X #'], () => 'processed'),
  ...each('结', ['X #', '# … X', '# 申请 … X'], () => 'processed', 'requests'),
  { say: '共计 #', means: 'atHand', about: 'requests' },
  { say: '申请 #', means: 'stated' },

  // 制发规范性文件3件，废止1件，现行有效12件；新制定5件。? is what was named last.
  ...['规范', '规章', '文规'].flatMap((noun) =>
    ['制发', '废止', '有效'].flatMap((act) =>
      [`${act} ${noun} #`, `${noun} ${act} #`, `${noun} ${act} 文件 #`, `${act} # ${noun}`].map((say): Phrase => ({ say, means: `${noun}.${act}` })),
    ),
  ),
  ...['规范', '规章', '文规'].flatMap((noun) => [`${noun} 发布 #`].map((say): Phrase => ({ say, means: `${noun}.发布` }))),
  ...['制发', '废止', '有效'].flatMap((act) => [`${act} #`, `${act} 文件 #`, `# ${act}`].map((say): Phrase => ({ say, means: `?.${act}`, about: 'documents' }))),
  ...['规范', '规章', '文规'].map((noun): Phrase => ({ say: `^ ${noun} #`, means: `${noun}.?` })),

  // 行政处罚处理决定数量44件；作出694宗行政许可；行政许可17件（只在与收费等并列时）
  ...each('许可 处罚 强制', ['作出 X #', 'X 决定 #', '作出 # X', '# X 决定'], (tag) => tag),
  ...each('许可 处罚 强制', ['^ X #'], (tag) => `${tag}*`),
  { say: '收费 #', means: '收费' },
];

/** What a metric counts and which cells say the same. */
export interface MetricForm {
  /** For people: 正文写「name」N. */
  readonly name: string;
  /**
   * Accepted readings. Each is a sum of cells `row.column`, added or taken away; `row*` is all rows of a group; the column
   * 法人 is the five kinds of organisations.
   */
  readonly readings: readonly string[];
  /** A figure that differs is an error only where the wording leaves one reading. */
  readonly severity: 'error' | 'warning';
  readonly topic: Topic;
  /** The number is a total of requests, of which others are parts. */
  readonly total?: true;
  /** Read like the total that it is part of, in this column instead of 总计. */
  readonly column?: string;
}

const requests = (name: string, severity: MetricForm['severity'], ...readings: string[]): MetricForm => ({ name, readings, severity, topic: 'requests' });
const total = (name: string, severity: MetricForm['severity'], ...readings: string[]): MetricForm => ({ ...requests(name, severity, ...readings), total: true });
const applicant = (name: string, column: string): MetricForm => ({ ...requests(name, 'error', `新收.${column}`), column });
const documents = (name: string, ...readings: string[]): MetricForm => ({ name, readings, severity: 'error', topic: 'documents' });
const cases = (name: string, topic: Topic, ...readings: string[]): MetricForm => ({ name, readings, severity: 'error', topic });
const firstWord = (tag: Tag): string => words[tag]?.split(' ')[0] ?? tag;
const rows = (ids: string): Record<string, MetricForm> =>
  Object.fromEntries(ids.split(' ').flatMap((id) => [
    [id, requests(firstWord(id as Tag), 'warning', `${id}.总计`)],
    [`${id}?`, requests(firstWord(id as Tag), 'warning', `${id}.总计`, `${id.slice(0, -1)}*.总计`)],
  ]));

export const metrics: Readonly<Record<string, MetricForm>> = {
  received: total('收到申请', 'error', '新收.总计'),
  // 收到公民申请3件: of natural persons, or of anybody.
  fromCitizens: total('收到申请', 'error', '新收.自然人', '新收.总计'),
  newlyReceived: total('新收申请', 'error', '新收.总计'),
  receivedWithCarried: total('收到申请', 'error', '新收.总计', '新收.总计+转入.总计'),
  accepted: total('受理申请', 'warning', '新收.总计', '新收.总计+转入.总计'),
  handled: total('办理申请', 'warning', '新收.总计', '新收.总计+转入.总计', '办结.总计'),
  stated: total('申请', 'warning', '新收.总计', '新收.总计+转入.总计', '办结.总计'),
  processed: total('办结申请', 'warning', '办结.总计', '办结.总计-转入.总计'),
  atHand: total('新收与结转共计', 'warning', '新收.总计+转入.总计'),
  carriedIn: requests('上年结转', 'error', '转入.总计'),
  carriedOut: requests('结转下年', 'error', '转出.总计'),
  by自然人: applicant('自然人申请', '自然人'),
  by法人: applicant('法人或其他组织申请', '法人'),
  by企业: applicant('商业企业申请', '企业'),
  by科研: applicant('科研机构申请', '科研'),
  by公益: applicant('社会公益组织申请', '公益'),
  by法律: applicant('法律服务机构申请', '法律'),
  予以: requests('予以公开', 'warning', '予以.总计'),
  部分: requests('部分公开', 'warning', '部分.总计'),
  予部: requests('予以公开和部分公开', 'warning', '予以.总计+部分.总计'),
  不予: requests('不予公开', 'warning', '不予*.总计'),
  无法: requests('无法提供', 'warning', '无法*.总计'),
  不处理: requests('不予处理', 'warning', '不处理*.总计'),
  其他处理: requests('其他处理', 'warning', '其他*.总计'),
  ...rows('不予1 不予2 不予3 不予4 不予5 不予6 不予7 不予8 无法1 无法2 无法3 不处理1 不处理2 不处理3 不处理4 不处理5 其他1 其他2'),
  复议: cases('行政复议', 'reviews', '复议.总计'),
  诉讼: cases('行政诉讼', 'lawsuits', '直诉.总计+复诉.总计'),
  案件: cases('行政复议和行政诉讼', 'cases', '复议.总计+直诉.总计+复诉.总计'),
  直诉: cases('未经复议直接起诉', 'lawsuits', '直诉.总计'),
  复诉: cases('复议后起诉', 'lawsuits', '复诉.总计'),
  review维持: cases('复议结果维持', 'reviews', '复议.维持'),
  review纠正: cases('复议结果纠正', 'reviews', '复议.纠正'),
  review其他结果: cases('复议其他结果', 'reviews', '复议.其他'),
  review未结: cases('复议尚未审结', 'reviews', '复议.未结'),
  lawsuit维持: cases('诉讼结果维持', 'lawsuits', '直诉.维持+复诉.维持'),
  lawsuit纠正: cases('诉讼结果纠正', 'lawsuits', '直诉.纠正+复诉.纠正'),
  lawsuit其他结果: cases('诉讼其他结果', 'lawsuits', '直诉.其他+复诉.其他'),
  lawsuit未结: cases('诉讼尚未审结', 'lawsuits', '直诉.未结+复诉.未结'),
  case纠正: cases('被纠正的案件', 'cases', '复议.纠正+直诉.纠正+复诉.纠正'),
  '规范.制发': documents('制发规范性文件', '规范.制发'),
  '规范.废止': documents('废止规范性文件', '规范.废止'),
  '规范.有效': documents('现行有效规范性文件', '规范.有效'),
  '规章.制发': documents('制发规章', '规章.制发'),
  '规章.废止': documents('废止规章', '规章.废止'),
  '规章.有效': documents('现行有效规章', '规章.有效'),
  '文规.制发': documents('制发规章和规范性文件', '规章.制发+规范.制发', '规范.制发'),
  '文规.废止': documents('废止规章和规范性文件', '规章.废止+规范.废止', '规范.废止'),
  '文规.有效': documents('现行有效规章和规范性文件', '规章.有效+规范.有效', '规范.有效'),
  许可: { name: '行政许可处理决定', readings: ['许可.决定'], severity: 'warning', topic: 'other' },
  处罚: { name: '行政处罚处理决定', readings: ['处罚.决定'], severity: 'warning', topic: 'other' },
  强制: { name: '行政强制处理决定', readings: ['强制.决定'], severity: 'warning', topic: 'other' },
  收费: { name: '行政事业性收费', readings: ['收费.金额'], severity: 'warning', topic: 'other' },
};
