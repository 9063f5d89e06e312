/**
 * The command line as a function: arguments in, exit code out, all else through `io`. Which command runs is decided here; what
 * it does, in the file of the command. `nianbao lsp` is the affair of the process entry: this folder knows no protocol.
 */
import { version } from '../../../package.json';
import { msg, type Message } from '../text/message';
import { checkCommand } from './check';
import type * as Engine from './engine';
import type { Io } from './io';
import { chooseLanguage, speaker } from './language';
import { commands, type Options, readOptions, unknownCommand } from './options';
import { visible } from './visible';

/**
 * Runs the command line.
 * @param argv the arguments after the program's name.
 * @param engine loads what reads and judges reports, which not every run needs.
 * @returns the exit code: 0 no error-level finding, 1 at least one, 2 could not run.
 */
export async function main(argv: readonly string[], world: Io, engine: () => typeof Engine): Promise<number> {
  const options = readOptions(argv);
  const io = options.noColor ? { ...world, env: { ...world.env, NO_COLOR: '1' } } : world;
  const say = speaker(chooseLanguage(options.language, io.env));
  if (options.help && options.command !== 'help') return print(io, (await import('./help')).helpText(say, options.command));
  if (options.problem !== undefined) return refuse(io, say, options.problem);
  if (options.version) return print(io, `${version}\n`);
  switch (options.command) {
    case 'check':
      return options.printConfig ? engine().printConfigCommand(options, io, say) : checkCommand(options, io, say, engine);
    case 'init':
      return engine().initCommand(options, io, say);
    case 'normalize':
      return engine().normalizeCommand(options, io, say);
    case 'convert':
      return engine().convertCommand(options, io, say);
    case 'figures':
      return engine().figuresCommand(options, io, say);
    case 'review':
      return engine().reviewCommand(options, io, say);
    case 'total':
      return engine().totalCommand(options, io, say);
    case 'merge':
      return engine().mergeCommand(options, io, say);
    case 'rules':
      return engine().rulesCommand(options, io, say);
    case 'help':
      return helpCommand(options, io, say);
    case 'lsp':
      return refuse(io, say, msg('语言服务器由编辑器启动，写作 {0}', 'nianbao lsp --stdio'));
    default:
      return refuse(io, say, msg('缺少命令；校对一个文件夹：nianbao check 文件夹'));
  }
}

/** `nianbao help [COMMAND]`. */
async function helpCommand({ operands: [name] }: Options, io: Io, say: (message: Message) => string): Promise<number> {
  const command = commands.find((one) => one === name);
  if (name !== undefined && !command) return refuse(io, say, unknownCommand(name));
  return print(io, (await import('./help')).helpText(say, command));
}

function print(io: Io, text: string): number {
  io.stdout.write(text);
  return 0;
}

function refuse(io: Io, say: (message: Message) => string, problem: Message): number {
  io.stderr.write(`nianbao: ${visible(say(problem))}\n${say(msg('用法见 nianbao --help'))}\n`);
  return 2;
}
