/**
 * The words by which sentences state figures, as data: each group of words has a tag, by which phrases and code name it, and a
 * meaning. To read a further wording, add a word to its group. The longest word wins; of one word in two groups the later.
 * What a tag does beside a number is told by phrases.ts and not-compared.ts.
 */

/**
 * What a number is about, as far as a phrase must know: the words in front of it may have gone before (收到 3 件), so the
 * subject of the sentence, paragraph or section has to tell.
 */
export type Topic = 'requests' | 'reviews' | 'lawsuits' | 'cases' | 'documents' | 'other';

interface Group {
  readonly tag: string;
  /** What becomes the topic with it; of several the last one counts. */
  readonly topic?: Topic;
  readonly means: string;
  /** Set apart by spaces; none where only other words together make the tag. */
  readonly words: string;
}

export const vocabulary = [
  // Requests and years.
  { tag: '收', means: 'to receive', words: '收到 接收到 接收 接到 收悉 收件 接件' },
  { tag: '新收', topic: 'requests', means: 'to receive this year', words: '新收到 新收 新接收 新受理 新增受理 新收受理 当年受理' },
  { tag: '受理', means: 'to accept: with or without what was carried over', words: '受理 登记受理 受理登记 接受 登记 接收登记' },
  { tag: '办', means: 'to handle: perhaps not done yet', words: '办理 处理 承办 接受办理 已办理 受理和办结 受理办结 办理回复 收办 登记办理' },
  { tag: '结', means: 'to answer, to be done with', words: '办结 答复 回复 办复 办理完毕 办理完结 办理完成 处理完毕 完成答复 完成办理 办理答复 答复办结 办结答复 予以答复 予以回复 作出答复 依法答复 完成办结 审结答复 办理办结 已作出答复 审结 办结并答复 办毕 办理答复完毕 处理完成 答复完毕 回复完毕' },
  { tag: '申请', topic: 'requests', means: 'a request for information', words: '依申请公开 依申请信息公开 依申请 依法申请公开 申请公开 公开申请 信息申请 已申请公开 依申公开 申请信息公开 依申请公开来信 依申请公开来函 依申请公开信件 依申请公开办理情况 依申请公开办理事项 依申请公开办件 依申请公开申请 信息公开申请表 政府信息公开申请表 依申请公开申请表 依申请公开件 依申请公开事项 公开信息申请 政务信息公开申请' },
  { tag: '申', means: 'an application, of information where that is spoken of', words: '申请 请求 申请书 申请件 申请数 申请量' },
  { tag: '转', means: 'carried over, from or to a year', words: '结转 转结' },
  { tag: '上转', topic: 'requests', means: 'carried in from the year before (words: `pairs`)', words: '' },
  { tag: '下转', topic: 'requests', means: 'carried out to the next year (words: `pairs`)', words: '' },
  { tag: '往年', means: 'earlier years', words: '上年 上年度 上一年 上一年度 去年 往年 前年 上年末 历年 上年同期 去年同期 同期 上期' },
  { tag: '半', means: 'a part of the year', words: '上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 每月 每季度 每年' },
  { tag: '今', means: 'the year reported on', words: '今年 本年 本年度 当年 全年 年内 年度内 今年以来' },
  { tag: '来年', means: 'the next year', words: '下年 下年度 下一年 下一年度 次年 来年 明年' },
  { tag: '未办', means: 'not done yet', words: '未办结 尚未办结 还未办结 仍未办结 未答复 尚未答复 还未答复 未办理完毕 尚未办理完毕 正在办理 正在办理中 正在处理 正在处理中 在办 仍在办理 仍在办理中 尚在办理 尚在办理中 还在办理 还在办理中 待办理 待答复 未到期 尚未到期 尚在办理期限内 尚在答复期限内 尚在法定期限内 仍在办理期限内 在办理期限内 未到办理期限 未到答复期限 因未到答复期限 因未到办理期限' },
  { tag: '余', means: 'what is left', words: '剩余 其余 余下 另有 尚有 还有 剩下 其他 其它' },

  // Applicants.
  { tag: '自然人', means: 'natural persons', words: '自然人 公民个人 个人' },
  { tag: '公民', means: 'citizens: natural persons, or anybody', words: '公民' },
  { tag: '法人', means: 'organisations, all five kinds', words: '法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人或其它组织 法人与其他组织 法人单位 法人组织 法人机构 法人、其他组织 法人' },
  { tag: '企业', means: 'enterprises as applicants', words: '商业企业' },
  { tag: '企', means: 'enterprises', words: '企业' },
  { tag: '科研', means: 'research institutions', words: '科研机构' },
  { tag: '公益', means: 'public welfare organisations', words: '社会公益组织' },
  { tag: '法律', means: 'legal service organisations', words: '法律服务机构' },

  // Outcomes and their reasons.
  { tag: '予以', means: 'disclosed', words: '予以公开 准予公开 同意公开 全部公开 予以全部公开' },
  { tag: '部分', means: 'disclosed in part', words: '部分公开 予以部分公开 同意部分公开 部分予以公开' },
  { tag: '予部', means: 'both of them together', words: '公开或部分公开 公开及部分公开 公开和部分公开' },
  { tag: '不予', means: 'not disclosed', words: '不予公开 不予以公开 不同意公开 不准予公开 依法不予公开' },
  { tag: '无法', means: 'cannot be provided', words: '无法提供' },
  { tag: '不处理', means: 'not processed', words: '不予处理' },
  { tag: '其他处理', means: 'processed otherwise', words: '其他处理 其它处理' },
  { tag: '不予1', means: 'a reason of not disclosed, as the rows are numbered', words: '属于国家秘密 涉及国家秘密' },
  { tag: '不予2', means: 'the same', words: '其他法律行政法规禁止公开 法律行政法规禁止公开' },
  { tag: '不予3', means: 'the same', words: '危及三安全一稳定 三安全一稳定' },
  { tag: '不予4', means: 'the same', words: '保护第三方合法权益 损害第三方合法权益' },
  { tag: '不予5', means: 'the same', words: '三类内部事务信息 内部事务信息' },
  { tag: '不予6', means: 'the same', words: '四类过程性信息 过程性信息 过程性性信息' },
  { tag: '不予7', means: 'the same', words: '行政执法案卷信息 行政执法案卷 执法案卷' },
  { tag: '不予8', means: 'the same', words: '行政查询事项 行政查询范畴 行政查询' },
  { tag: '无法1', means: 'a reason of cannot be provided', words: '不掌握相关政府信息 不掌握的政府信息 不掌握相关信息 不掌握该信息 不掌握' },
  { tag: '无法2', means: 'the same', words: '没有现成信息需要另行制作 没有现成信息 需要另行制作' },
  { tag: '无法3', means: 'the same', words: '补正后申请内容仍不明确 补正后仍不明确' },
  { tag: '不处理1', means: 'a reason of not processed', words: '信访举报投诉类申请 信访举报投诉类 信访举报投诉 信访、举报、投诉类申请 信访、投诉、举报类申请' },
  { tag: '不处理2', means: 'the same', words: '重复申请' },
  { tag: '不处理3', means: 'the same', words: '要求提供公开出版物 公开出版物' },
  { tag: '不处理4', means: 'the same', words: '大量反复申请 无正当理由大量反复申请' },
  { tag: '不处理5', means: 'the same', words: '确认或重新出具已获取信息 重新出具已获取信息' },
  { tag: '其他1', means: 'a reason of processed otherwise', words: '逾期不补正' },
  { tag: '其他2', means: 'the same', words: '逾期未按收费通知要求缴纳费用' },

  // Cases.
  { tag: '复议', topic: 'reviews', means: 'administrative reviews', words: '行政复议 复议 行政复议申请 申请行政复议 申请复议 行政复议类 复议申请' },
  { tag: '诉讼', topic: 'lawsuits', means: 'administrative lawsuits', words: '行政诉讼 诉讼 行政诉讼类 提起诉讼 提起行政诉讼 行政起诉' },
  { tag: '案件', topic: 'cases', means: 'reviews and lawsuits together', words: '' },
  { tag: '直诉', topic: 'lawsuits', means: 'lawsuits without a review before', words: '未经复议直接起诉 直接起诉' },
  { tag: '复诉', topic: 'lawsuits', means: 'lawsuits after a review', words: '复议后起诉 经复议后起诉' },
  { tag: '维持', means: 'decision upheld', words: '维持 结果维持 复议维持' },
  { tag: '纠正', means: 'decision corrected', words: '纠正 结果纠正 纠错 被纠错 被纠正 败诉' },
  { tag: '其他结果', means: 'another result', words: '其他结果' },
  { tag: '未结', means: 'not decided yet', words: '尚未审结 未审结 正在审理 尚未结案' },

  // Documents and decisions.
  { tag: '规范', topic: 'documents', means: 'normative documents', words: '行政规范性文件 规范性文件 行政规范文件 规范文件' },
  { tag: '规章', topic: 'documents', means: 'regulations', words: '规章 政府规章 省政府规章 市政府规章 部门规章' },
  { tag: '文规', topic: 'documents', means: 'both of them together', words: '' },
  { tag: '制发', means: 'made', words: '制发 制定 制定发布 制定印发 印发 出台 新制发 新制定 新出台 新发布 新印发 制定出台 制定并发布 新增 印制' },
  { tag: '发布', means: 'published: made, if said of the document', words: '发布' },
  { tag: '修改', means: 'changed', words: '修改 修订' },
  { tag: '废止', means: 'repealed', words: '废止 清理废止 宣布废止 废止和失效 废止或失效 废止及失效 废止、失效 废止或宣布失效 废止和宣布失效' },
  { tag: '失效', means: 'lapsed', words: '失效 宣布失效' },
  { tag: '有效', means: 'in force', words: '现行有效 继续有效 现有有效 有效' },
  { tag: '文件', means: 'documents of any kind', words: '文件' },
  { tag: '许可', topic: 'other', means: 'permissions', words: '行政许可' },
  { tag: '处罚', topic: 'other', means: 'punishments', words: '行政处罚 行政处罚案件' },
  { tag: '强制', topic: 'other', means: 'coercive measures', words: '行政强制' },
  { tag: '决定', means: 'decisions', words: '处理决定 决定 决定书' },
  { tag: '作出', means: 'to take a decision', words: '作出 做出 下达 实施 依法作出 依法实施' },
  { tag: '收费', topic: 'other', means: 'fees of administration', words: '行政事业性收费 行政事业收费 事业性收费 行政事业性收费收入 行政事业性收费金额 行政事业性收费总额' },

  // Words that steer.
  { tag: '否', means: 'none, not', words: '未 未产生 没有产生 没有 没 无 尚未 暂未 暂无 并无 均无 均未 从未 未曾 也未 也无 未再 无人 从无' },
  { tag: '因', means: 'because of', words: '因 由于 引起 引发 产生 导致 涉及 涉 针对 有关 被' },
  { tag: '共计', means: 'all together', words: '共计 合计 总计 累计共' },
  { tag: '其中', means: 'of which', words: '其中 当中' },
  { tag: '列', means: 'opens a list', words: '包括 包含 涵盖 分为 含 具体为' },
  { tag: '均', means: 'all of them', words: '均 全部 都 皆 一律' },
  { tag: '各', means: 'each', words: '各' },
  { tag: '分别', means: 'one after the other', words: '分别' },
  { tag: '连', means: 'and, or', words: '和 并 及 与 以及 或 、 或者 并且' },
  { tag: '变', means: 'compared with something', words: '同比 环比 增加 减少 增长 下降 上升 降低 提高 多了 少了 相比 比 较 高于 低于' },
  { tag: '约', means: 'about', words: '约 近 超 超过 逾 大约 将近 接近 不足 至少 上百 达到近 多达' },
  { tag: '本', means: 'the reporting agency itself', words: '本机关 本单位 我局 我委 我办 我镇 我乡 我县 我区 我市 我街道 我单位 本局 本委 本镇 本乡 本县 本区 本市 本街道 本部门 我部门 本乡镇 我乡镇 全镇 全乡 全街道 全局 全委 全所 我旗 本旗 我州 我盟 我省 本省 我厅 本厅 我署 我社 我院 我处 我站 我中心 我苏木 本办 本级机关 我机关 我支队 我大队 我分局 本分局 本办公室 我办公室 本级政府 我府 我街' },
  { tag: '府', means: 'a government or its office: the reporting one, or another', words: '省政府 市政府 县政府 区政府 旗政府 州政府 镇政府 乡政府 街道办 街道办事处 省人民政府 市人民政府 县人民政府 区人民政府 旗人民政府 镇人民政府 乡人民政府 省政府办公厅 市政府办公厅 市政府办公室 县政府办公室 区政府办公室 县政府办 区政府办 市政府办 办公厅 办公室 政府办 管委会' },
  { tag: '求', means: 'a demand: a request where it is for information', words: '诉求 需求 要求' },
  { tag: '填', means: 'filling: says nothing about a number', words: '共 总共 共有 计 为 是 系 达 达到 有 数 数量 总数 总量 件数 个数 量 的 了 为数 总计为 事项 事宜 办件 件 类型 业务 已 已经 按时 按期 依法 及时 如期 按规定 依规 规范 完成 属 属于 累计 提出 提交 递交 申请人 公众 群众 市民 居民 网民 社会 公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人和其它组织 公民法人和其他组织 公众、法人和其他组织 公众、法人或其他组织 公众、法人或者其他组织 群众、法人和其他组织 向我局 向我委 向我办 向我镇 向我乡 向我县 向我区 向我市 向我街道 向我单位 向本机关 进行 继续 继续办理 还 另 则 途径 方式 渠道 件次 情况 金额 案 案件 类案件 相关 线上线下 线上、线下 线上和线下 各类 各种 形式 任何 发生 出现 存在 予以 书面形式 关于 按 提起 事务 工作 数为 于 至 到 内 中共 中 结果 判决 后 来自 辖区 年度 度 原因 在 从 并 自 由 以 对 所 其 也 现 截至 截止 年底 年末 目前 互动 之 该 各项 全面 严格 认真 经 有人 依法依规 我 向 给予 当年 期间内 这 这些 上述 中的 案例 数据 统计 通过 除 除去 除了 确定 加上 连同 各级行政机关 各级机关 各级政府部门 各级部门 法院 人民法院 法院判决 新发生 需 妥善 按照 相关要求 有关规定 向街道 向管委会 向园区 向本局 出 严格按照 规定 程序 流程 当事人 申请者 所有 出具 个人、法人或者其他组织 个人、法人或其他组织 个人、法人和其他组织 自然人、法人或其他组织 自然人、法人或者其他组织 自然人、法人和其他组织 自然人、法人及其他组织 任何单位和个人 单位和个人 单位或个人 单位或者个人 个人或单位 任何单位 任何单位或个人' },
  { tag: '信息公开', means: 'disclosure of information', words: '政府信息公开 信息公开 政务公开' },
  { tag: '公', means: 'made public: counts what is published', words: '公开 公示 解读 归集 集中公开 上传 录入 更新 推送 转发 移交 移送 查阅 双公示 报送 公布 刊登 刊发 转载' },
  { tag: '清', means: 'looked through', words: '清理 梳理 评估 审查 审核 备案 报备 复审 合法性审查 备案审查' },
  { tag: '信', means: 'information', words: '信息 政府信息 政务信息 有关信息' },
  { tag: '他事', topic: 'other', means: 'another matter than requests', words: '留言 信箱 热线 12345 来信 来访 来电 咨询 建议 提案 议案 工单 投诉 举报 信访 舆情 收文 稿件 新闻 微信 微博 公众号 抖音 视频号 快手 头条 图文 报纸 媒体 公报 发布会 访谈 会议 培训 活动 栏目 专栏 专题 点击 浏览 访问 阅读 粉丝 人次 批次 征集 问卷 档案 图书 视频 动态 公告 答记者问 意见 规章制度 规章文件 规章库 规范性文件库 政策文件 资金 项目 车辆 人员 满意度 申请书模板 许可申请 行政许可申请 案卷 政策解读 解读材料 解读信息 解读产品 线索 案源 标准 目录 清单 条目 材料 检查 评议 事件 问题 便民 网友 市长 县长 区长 镇长 党内法规 收费 费用 收费通知 责任追究 责任 纠纷 侵权' },
  { tag: '答书', means: 'letters of answer', words: '答复书 答复文书 告知书 答复意见书' },
  { tag: '属性', topic: 'other', means: 'attributes of documents', words: '主动公开 公开属性 属性 公文 发文 制发文件' },
  { tag: '渠道', means: 'channels by which requests come in', words: '信件 网上 网络 线上 线下 信函 邮寄 书面 现场 当面 电子邮件 邮件 邮箱 传真 窗口 平台 网站 在线 互联网 来函 挂号信 快递 转办 门户网站 小程序 口头 系统 当场提交' },
  { tag: '等', means: 'and so on', words: '等 等等 等渠道 等方式 等途径 等形式' },
  { tag: '全', means: 'a whole county, city and the like', words: '全市 全县 全区 全旗 全省 全州 全盟 全系统 全自治州 全国' },
  { tag: '本级', means: 'the government itself without its departments', words: '本级 市本级 区本级 县本级 省本级 政府本级' },
  { tag: '分', means: 'some of several units', words: '各部门 各职能部门 各镇 各乡镇 镇街 各街道 各单位 各区 各县 各县区 各区县 县区 区直部门 市直部门 县直部门 区级部门 市级部门 县级部门 下属 所属 各科室 各股室 乡镇 镇(街道) 各地 各镇街 部门新收 部门收到 部门受理 部门共 市直单位 区直单位 县直单位' },
  { tag: '类', means: 'a kind of something', words: '类 方面 领域' },
  { tag: '协', means: 'done with or for others', words: '指导 协助 配合 会办 协办 代办 委托 转交 转送 征求 督促 协调 参与 配合办理' },
  { tag: '延', means: 'done late, or not yet', words: '延期 延长 当场 电话 超期 逾期 超时 延迟' },
  { tag: '撤', means: 'withdrawn', words: '撤回 撤销 撤诉 撤案 终止 取消 撤件' },
  { tag: '别', means: 'told otherwise than the rows count', words: '驳回 补正 告知 合并 胜诉 非机关 不属于 不存在 非政府信息 已主动公开 另行 不予受理 不受理 不予办理 不再处理 不再受理 不予答复 无需处理' },
  { tag: '防', means: 'wishes, not facts', words: '避免 防止 防范 杜绝 力争 争取 确保 如 若 如果 若是 是否 有无 力求 做到' },
  { tag: '执法', means: 'law enforcement and its cases', words: '执法 行政执法 行政检查 征收 劳动 工伤 拆迁 具体行政行为 行政行为 应诉 行政应诉 出庭 代理 审理' },
  { tag: '免', means: 'fees not taken', words: '免征 减免 免收 标准 退还 免除 项目 目录 清单 返还' },
  { tag: '题', topic: 'requests', means: 'names of the work on requests, which count nothing', words: '依申请公开工作 依申请公开办理 依申请公开流程 依申请公开制度 依申请公开渠道 依申请公开平台 依申请公开栏目 依申请公开答复书 依申请公开指南' },
  { tag: '中', means: 'words that hold others of the list and mean something else', words: '无法 无障碍 无关 无空白 无正当理由 无误 无偿 无效 有无 无需 无论 无缝 无纸化 无错 无死角 未来 未经 未成年 未按 未及时 没有现成 答复不当 回复不当 办理不当 处理不当 答复不及时 答复率 办结率 回复率 办理率 受理率 处理率 申请量居前 复议机关 复议决定 行政复议法 行政诉讼法 复议机构 复议局 政府信息公开条例 信息公开条例 申请渠道 申请平台 申请流程 申请办理 公开申请表 信息处理费 处理费 处理群众 信息处理 办理时限 办理流程 办理情况 处理情况 收费标准 办理结果 处理结果 统一 同一 唯一 之一 逐一 万一 现行有效的各类 占比 比例 比重 比较 最近 附近 近年 近期 预约 节约 集约 集约化 约束 约谈 如下 如何 有效性 有效期 有效地 有效保障 有效提升 有效推动 有效促进 有效利用 有效落实 有效提高 有效监督 有效发挥 行之有效 较好 较为 较大 较多 较高' },
] as const satisfies readonly Group[];

/** A kind of word. */
export type Tag = (typeof vocabulary)[number]['tag'];

const groups: readonly (Group & { readonly tag: Tag })[] = vocabulary;

/** The words of a tag; [] if it has none of its own. */
export const words: ReadonlyMap<Tag, readonly string[]> = new Map(groups.map((group) => [group.tag, group.words === '' ? [] : group.words.split(' ')]));

/** Which words make something the topic. */
export const topics: Readonly<Partial<Record<Tag, Topic>>> = Object.fromEntries(groups.flatMap(({ tag, topic }) => (topic ? [[tag, topic]] : [])));

/** Words made of two parts, each of the first with each of the second. */
export const pairs: readonly (readonly [tag: Tag, first: string, second: string])[] = [
  ['上转', '上年 上年度 上一年 上一年度 去年 往年 前年 上年末 上年底', '结转 转结 转入 遗留 结转来 转接 结存 结转至本年 结转至本年度 结转至今年 结转本年 转入本年'],
  ['上转', '结转 转结 结转自 承接 承办', '上年 上年度 上一年 上一年度 去年 往年'],
  ['下转', '结转 转结 转 转入 转至 转到 结转至 结转到 结转入 结转为 结转于 转结至 转结到 转接 顺延 顺延至 延续至 延至 留待 延续到 转结到 跨', '下年 下年度 下一年 下一年度 次年 来年 明年 下个年度 下一个年度'],
  ['下转', '下年 下年度 下一年 下一年度 次年', '结转 转结 继续办理 继续处理 继续答复 继续 办理 办结 答复'],
];
