/**
 * The settings `nianbao.*`: read, validated, and kept per resource until they change. A broken value counts as not set
 * and is told to the log once; it never stops the check. Where the client can be asked (`workspace/configuration`) every
 * resource has its own settings, so that several folders may differ; else all share what the client sent. What the nearest
 * `.nianbao.json` chooses is stronger.
 */
import type { Unit } from '../collection/roster';
import { type Choices, readChoices } from '../features/choices/choices';
import { type CheckSettings, settle } from '../features/choices/settings';
import type { Decision } from '../features/silence/review-file';
import { type Message, msg } from '../text/message';
import type { ProjectSays } from './project';
import { folderDefaults, type FolderSettings, readFolderSettings } from './folder-settings';
import { defaultTargets, type NormalizeSettings, readNormalizeSettings } from './normalize-settings';
import { isObject } from './support';

/** What concerns only the editor. */
export interface EditorSettings {
  /** The right value behind wrong totals. */
  readonly inlayHints: boolean;
  /** A line over each table. */
  readonly codeLens: boolean;
  /** How tables are written. */
  readonly normalize: NormalizeSettings;
  readonly folder: FolderSettings;
}

export interface Settings extends CheckSettings, EditorSettings {
  /** What was decided about findings, beside the text. */
  readonly decisions: readonly Decision[];
  /** The roster in force, the same list for all files below it; undefined: none. */
  readonly units?: readonly Unit[] | undefined;
}

/** The settings as the client has them. */
export interface ClientSettings {
  readonly choices: Choices;
  readonly editor: EditorSettings;
}

export interface SettingsStore {
  /** What is set for the folder as a whole, as far as the client has told it yet. */
  folder(): FolderSettings;
  /** The settings of a resource: at once where they are known, else as soon as the client has answered. */
  of(uri: string): Settings | Promise<Settings>;
  /** Settings have changed. `pushed` is what the client sent along, read only where it cannot be asked. */
  change(pushed: unknown): void;
  /** What the projects choose has changed. */
  renew(): void;
  /** The resource was closed. */
  forget(uri: string): void;
}

/** Tells the log of a broken value of the setting `name`. */
export type SettingsLog = (name: string, message: Message) => void;

/** Section under which all settings stand. */
export const section = 'nianbao';

/**
 * @param ask asks the client for the section's value for a resource; undefined where the client cannot be asked.
 * @param initial the section's value before anything is sent, for clients that cannot be asked.
 * @param project what the project of a resource chooses.
 * @param log gets one message for each broken value.
 */
export function settingsStore(
  ask: ((uri: string) => Promise<unknown>) | undefined,
  initial: unknown,
  project: (uri: string) => ProjectSays | Promise<ProjectSays>,
  log: SettingsLog,
): SettingsStore {
  const told = new Set<string>();
  const tellOnce: SettingsLog = (name, message) => {
    const key = JSON.stringify([name, message]);
    if (told.has(key)) return;
    told.add(key);
    log(name, message);
  };
  let shared = readSettings(sectionOf(initial), tellOnce);
  /** As any resource has them: what concerns the folder as a whole is the same for all. */
  let latest: ClientSettings | undefined;
  const known = new Map<string, Settings | Promise<Settings>>();

  const ofClient = (uri: string): ClientSettings | Promise<ClientSettings> => {
    if (!ask) return shared;
    return ask(uri).then(
      (value) => (latest = readSettings(value, tellOnce)),
      (error: unknown) => {
        tellOnce(section, msg('读取设置失败，按默认设置检查：{0}', String(error)));
        return shared;
      },
    );
  };

  const find = (uri: string): Settings | Promise<Settings> => {
    const client = ofClient(uri);
    const chosen = project(uri);
    if (!(client instanceof Promise) && !(chosen instanceof Promise)) {
      const settings = combine(client, chosen);
      known.set(uri, settings);
      return settings;
    }
    const answer: Promise<Settings> = Promise.all([client, chosen]).then(([one, other]) => {
      const settings = combine(one, other);
      if (known.get(uri) === answer) known.set(uri, settings);
      return settings;
    });
    known.set(uri, answer);
    return answer;
  };

  return {
    folder: () => (latest ?? shared).editor.folder,
    of: (uri) => known.get(uri) ?? find(uri),
    change(pushed) {
      known.clear();
      if (!ask) shared = readSettings(sectionOf(pushed), tellOnce);
    },
    renew: () => known.clear(),
    forget: (uri) => void known.delete(uri),
  };
}

function combine({ choices, editor }: ClientSettings, project: ProjectSays): Settings {
  const { decisions, units } = project;
  return { ...settle(choices, project), ...editor, decisions, units };
}

const editorDefaults: EditorSettings = { inlayHints: true, codeLens: true, normalize: defaultTargets, folder: folderDefaults };

/** The settings of a document that is to be left alone. */
export const switchedOff: Settings = { ...settle({ enable: false }), ...editorDefaults, decisions: [] };

/** The settings in `value`, the section as the client gives it; what is missing or broken is not set. */
function readSettings(value: unknown, log: SettingsLog): ClientSettings {
  const defaults: ClientSettings = { choices: {}, editor: editorDefaults };
  if (value === undefined || value === null) return defaults;
  if (!isObject(value)) {
    log(section, broken(value));
    return defaults;
  }
  const set = Object.fromEntries(Object.entries(value).filter(([, given]) => given !== null && given !== undefined));
  const { choices, troubles } = readChoices(set, Object.keys(set));
  for (const { path, message } of troubles) log([section, ...path].join('.'), message);
  return {
    choices,
    editor: {
      inlayHints: readSwitch('inlayHints', value, log),
      codeLens: readSwitch('codeLens', value, log),
      normalize: readNormalizeSettings(value['normalize'], (name, wrong) => log(name, broken(wrong))),
      folder: readFolderSettings(value['folder'], (name, wrong) => log(name, broken(wrong))),
    },
  };
}

/** A switch that is on unless it is set to `false`. */
function readSwitch(name: string, values: Record<string, unknown>, log: SettingsLog): boolean {
  const value = values[name];
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? true;
  log(`${section}.${name}`, broken(value));
  return true;
}

function broken(value: unknown): Message {
  return msg('值无效，按默认值处理：{0}', JSON.stringify(value) ?? String(value));
}

/** Clients send the section itself or an object that holds it under its name. */
function sectionOf(value: unknown): unknown {
  return isObject(value) && section in value ? value[section] : value;
}
