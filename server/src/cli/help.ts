/** What `nianbao --help` and `nianbao help COMMAND` say: a short page of all commands, and a page for each. */
import { msg, type Message } from '../text/message';
import type { Command } from './options';

/** The help in the reader's language: of one command, or of all in a few words. */
export function helpText(say: (message: Message) => string, command?: Command): string {
  return command === undefined || command === 'help' ? say(overview) : say(pages[command]) + say(shared);
}

const overview = msg(`年报校对：检查政府信息公开工作年度报告

用法：nianbao 命令 [选项] [路径…]

校对
  check      校对文件、文件夹或标准输入；不写路径就是当前文件夹
  rules      列出全部规则，或显示一条规则的说明
改写
  normalize  把表格改写成标准格式，只动表格，不动数字
  convert    转成 Word、网页、Markdown 或纯文本，原文件不动
许多份报告
  review     审核一个文件夹，一个单位一行，可以写出退回意见
  total      把各单位的三张表加起来
  figures    列出每份报告三张表的数字
  merge      合并几个人的审核决定
设置和编辑器
  init       写一个 .nianbao.json，里面有说明，照着改
  lsp        语言服务器，供编辑器使用

一个命令的选项：nianbao help 命令，如 nianbao help check

例
  nianbao check 报告.docx
  nianbao check --fix 报告.txt
  nianbao normalize 报告.txt --write

都有的选项
  --lang zh|en               消息的语言，默认中文；系统语言不是中文时为英文
  --no-color                 不用颜色
  -h, --help                 显示本说明；写在命令后面，显示那个命令的
  --version                  显示版本
`);

const shared = msg(`
都有的选项：--lang zh|en、--no-color、-h 或 --help；全部命令见 nianbao --help
`);

const pages: Readonly<Record<Exclude<Command, 'help'>, Message>> = {
  check: msg(`用法：nianbao check [选项] [路径…]

校对文件、文件夹（找其中的 .txt、.md、.docx、.xlsx、.html、.pdf、.doc）或标准输入（-）；不写路径就是当前文件夹。

结果
  --format 格式              text（默认，给人看）、json、sarif（代码扫描平台）、github（GitHub Actions 的批注）、checkstyle、junit；
                             json 的位置从 0 数起，其他从 1 数起
  -o, --output 文件          结果写进文件；默认输出到标准输出
  --quiet                    只列错误
  --max-warnings 个数        警告多于这个数，退出码为 1
  --baseline 文件            已知的问题记在这个文件里（写法同 .nianbao-review.json），不再列出；退回的照样列出
  --write-baseline           配合 --baseline：把这次查出的都记进那个文件，原有的保留

哪些文件、什么设置
  --ignore 模式              跳过这样的文件，写法同 .gitignore，可以写几次
  --ignore-path 文件         从这个文件读要跳过的模式，代替各文件夹里的 .nianbaoignore
  --stdin-filename 文件名    标准输入的内容以此为名
  --between                  没有名单时也在几份报告之间比较（上年、上下级、雷同）；有名单的本来就比较
  --config 文件              按这个文件的设置检查，不找各文件夹里的 .nianbao.json
  --print-config             不检查，只输出某个路径按什么设置检查（JSON）
  --cache                    记住读到的和查出的，没有改过的文件下次不再读；放在 .nianbao-cache，随时可以删
  --cache-location 文件夹    配合 --cache：放在这个文件夹

修正
  --fix                      修正可以放心改的问题，写回文件（保持编码和换行），再列出剩下的
                             Word 文件（.docx）不动，改在旁边的副本《…（已改）.docx》里，逐处列出
  --dry-run                  只输出 --fix 会作的改动（统一差异格式），不写文件；有改动就以 1 退出
  --unsafe-fixes             连同会改动数字和内容的：重算总计、填空白、补缺行缺表；改后请核对
  --track-changes            配合 --fix：副本里的改动记成修订，由 Word 里接受或拒绝
  --comments                 配合 --fix：把问题写成副本里的批注

退出码：0 没有错误；1 有错误，或警告过多；2 不能运行（选项不对，文件不存在、读不了或写不进去）
`),
  normalize: msg(`用法：nianbao normalize 文件 [--to 写法] [--write]

把报告中的表格改写成标准格式，只动表格，不动数字；放不进格式的表保持原样，并说明是哪一行。文件写作 - 就是标准输入。

  --to 写法                  表格的写法：markdown（对齐的 Markdown）、text（画线对齐）、tabs（制表符分隔）、html；
                             默认 .md 用 markdown，其他用 text
  --write                    写回文件（保持编码和换行）；默认输出到标准输出

退出码：0 已经规范；1 有的表没有规范化；2 不能运行，或不是年度报告
`),
  convert: msg(`用法：nianbao convert 文件 [-o 文件] [--to md|txt|html|docx]

把报告转成另一种文件；不写 -o 就把读到的内容（Markdown）输出到标准输出，原文件不动。

  -o, --output 文件          写进这个文件，按文件名决定格式；.docx 是公文格式（GB/T 9704）
  --to md|txt|html|docx      指定格式；html 是可以贴进网站编辑器的片段

退出码：0 完成；2 不能运行，或文件读不了
`),
  figures: msg(`用法：nianbao figures [选项] [路径…]

列出每份报告三张表的数字，一行一份（NDJSON），供数据工具读取；不写路径就是当前文件夹。

  -o, --output 文件          结果写进文件
  --ignore 模式              跳过这样的文件，写法同 .gitignore，可以写几次
  --ignore-path 文件         从这个文件读要跳过的模式

退出码：0 完成；2 不能运行，或有文件读不了
`),
  review: msg(`用法：nianbao review [选项] [路径…]

审核一个文件夹：按名单（.nianbao.json 的 units）一个单位一行，没交的也列出；不写路径就是当前文件夹。

  --year 年                  哪一年；默认是最近的一年
  --format 格式              text、json、xlsx、html；默认看 -o 的文件名
  -o, --output 文件          结果写进文件，按文件名决定格式
  --notes 文件夹             给每个要修改的单位写一份退回意见（.docx 和 .txt）
  --numbers                  另附一页数字：公开率、结转率、纠错率等，写明分母
  --ignore 模式              跳过这样的文件，写法同 .gitignore，可以写几次
  --ignore-path 文件         从这个文件读要跳过的模式
  --config 文件              按这个文件的设置，不找各文件夹里的 .nianbao.json
  --cache                    记住读到的和查出的，没有改过的文件下次不再读；放在 .nianbao-cache，随时可以删
  --cache-location 文件夹    配合 --cache：放在这个文件夹

退出码：0 没有错误；1 有错误；2 不能运行，或有文件读不了
`),
  total: msg(`用法：nianbao total [选项] [路径…]

把各单位的三张表加起来，说明缺谁、哪份没有计入、哪一格不全，并与汇总单位自己的报告对照；不写路径就是当前文件夹。

  --year 年                  哪一年；默认是最近的一年
  --format 格式              text、json、markdown、xlsx；默认看 -o 的文件名
  -o, --output 文件          结果写进文件，按文件名决定格式
  --ignore 模式              跳过这样的文件，写法同 .gitignore，可以写几次
  --ignore-path 文件         从这个文件读要跳过的模式
  --config 文件              按这个文件的设置，不找各文件夹里的 .nianbao.json
  --cache                    记住读到的和查出的，没有改过的文件下次不再读；放在 .nianbao-cache，随时可以删
  --cache-location 文件夹    配合 --cache：放在这个文件夹

退出码：0 完成；2 不能运行，或有文件读不了
`),
  merge: msg(`用法：nianbao merge 文件… [-o 文件]

把几个人的 .nianbao-review.json 合成一份；同一处决定不同的说明出来，取从严的一个。

  -o, --output 文件          写进这个文件；默认输出到标准输出

退出码：0 完成；2 不能运行，或有文件读不了
`),
  rules: msg(`用法：nianbao rules [规则名]

列出全部规则，或显示一条规则的说明：检查什么、为什么、怎样改。
`),
  init: msg(`用法：nianbao init [文件夹]

写一个 .nianbao.json，里面有说明，照着改；不写文件夹就是当前文件夹。已经有的不覆盖。
`),
  lsp: msg(`用法：nianbao lsp --stdio

语言服务器，供编辑器使用；怎样接上 Helix、Zed、Emacs、Neovim，见 docs/editors.md。
`),
};
