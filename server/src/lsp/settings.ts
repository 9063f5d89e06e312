/**
 * The settings `nianbao.*`: read, validated, and kept per resource until they change. A broken value counts as not set
 * and is told to the log once; it never stops the check. Where the client can be asked (`workspace/configuration`) every
 * resource has its own settings, so that several folders may differ; else all share what the client sent.
 */
import type { Severities } from '../features/check';
import { catalogue } from '../rules/index';
import { defaultOptions, type MonthDay, type RuleOptions, type Severity } from '../rules/rule';
import type { Message } from '../text/message';
import { msg } from '../text/message';
import { defaultTargets, type NormalizeSettings, readNormalizeSettings } from './normalize';
import { isObject } from './support';

export interface Settings {
  /** Whether anything is done at all. */
  readonly enable: boolean;
  readonly severities: Severities;
  /** Limits and dates that rules go by. */
  readonly rules: RuleOptions;
  /** The right value behind wrong totals. */
  readonly inlayHints: boolean;
  /** A line over each table. */
  readonly codeLens: boolean;
  /** How tables are written. */
  readonly normalize: NormalizeSettings;
}

export interface SettingsStore {
  /** The settings of a resource: at once where they are known, else as soon as the client has answered. */
  of(uri: string): Settings | Promise<Settings>;
  /** Settings have changed. `pushed` is what the client sent along, read only where it cannot be asked. */
  change(pushed: unknown): void;
  /** The resource was closed. */
  forget(uri: string): void;
}

/** Section under which all settings stand. */
export const section = 'nianbao';

/**
 * @param ask asks the client for the section's value for a resource; undefined where the client cannot be asked.
 * @param initial the section's value before anything is sent, for clients that cannot be asked.
 * @param log gets one message for each broken value.
 */
export function settingsStore(
  ask: ((uri: string) => Promise<unknown>) | undefined,
  initial: unknown,
  log: (message: Message) => void,
): SettingsStore {
  const told = new Set<string>();
  const tellOnce = (message: Message): void => {
    const key = JSON.stringify(message);
    if (told.has(key)) return;
    told.add(key);
    log(message);
  };
  let shared = readSettings(sectionOf(initial), tellOnce);
  const known = new Map<string, Settings | Promise<Settings>>();

  const fetch = (uri: string, askFor: (uri: string) => Promise<unknown>): Promise<Settings> => {
    const answer: Promise<Settings> = askFor(uri).then(
      (value) => {
        const settings = readSettings(value, tellOnce);
        if (known.get(uri) === answer) known.set(uri, settings);
        return settings;
      },
      (error: unknown) => {
        tellOnce(msg('读取设置失败，按默认设置检查：{0}', String(error)));
        if (known.get(uri) === answer) known.set(uri, shared);
        return shared;
      },
    );
    known.set(uri, answer);
    return answer;
  };

  return {
    of: (uri) => (ask ? (known.get(uri) ?? fetch(uri, ask)) : shared),
    change(pushed) {
      known.clear();
      if (!ask) shared = readSettings(sectionOf(pushed), tellOnce);
    },
    forget: (uri) => void known.delete(uri),
  };
}

const defaults: Settings = { enable: true, severities: {}, rules: defaultOptions, inlayHints: true, codeLens: true, normalize: defaultTargets };

/** The settings of a document that is to be left alone. */
export const switchedOff: Settings = { ...defaults, enable: false };

/** The settings in `value`, the section as the client gives it; what is missing or broken keeps its default. */
export function readSettings(value: unknown, log: (message: Message) => void): Settings {
  if (value === undefined || value === null) return defaults;
  if (!isObject(value)) {
    log(broken('nianbao', value));
    return defaults;
  }
  return {
    enable: readSwitch('enable', value, log),
    severities: readSeverities(value['severities'], log),
    rules: readRuleOptions(value, log),
    inlayHints: readSwitch('inlayHints', value, log),
    codeLens: readSwitch('codeLens', value, log),
    normalize: readNormalizeSettings(value['normalize'], (name, wrong) => log(broken(name, wrong))),
  };
}

/** Limits and dates: a whole number of characters; days as `MM-DD`. */
function readRuleOptions(values: Record<string, unknown>, log: (message: Message) => void): RuleOptions {
  const limit = values['overviewLimit'];
  const isLimit = typeof limit === 'number' && Number.isInteger(limit) && limit > 0;
  if (!isLimit && limit !== undefined && limit !== null) log(broken('nianbao.overviewLimit', limit));
  const day = (name: 'dueDepartment' | 'dueGovernment'): MonthDay => {
    const value = values[name];
    const found = typeof value === 'string' ? /^(\d{1,2})-(\d{1,2})$/.exec(value) : null;
    const date = found && { month: Number(found[1]), day: Number(found[2]) };
    if (date && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31) return date;
    if (value !== undefined && value !== null) log(broken(`nianbao.${name}`, value));
    return defaultOptions[name];
  };
  return { ...(isLimit && { overviewLimit: limit }), dueDepartment: day('dueDepartment'), dueGovernment: day('dueGovernment') };
}

/** A switch that is on unless it is set to `false`. */
function readSwitch(name: string, values: Record<string, unknown>, log: (message: Message) => void): boolean {
  const value = values[name];
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? true;
  log(broken(`nianbao.${name}`, value));
  return true;
}

function readSeverities(value: unknown, log: (message: Message) => void): Severities {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) {
    log(broken('nianbao.severities', value));
    return {};
  }
  const severities: Record<string, Severity | 'off'> = {};
  for (const [id, severity] of Object.entries(value)) {
    if (!catalogue.some((rule) => rule.id === id)) log(msg('设置 nianbao.severities 中没有名为 {0} 的规则', id));
    else if (isSeverity(severity)) severities[id] = severity;
    else log(broken(`nianbao.severities.${id}`, severity));
  }
  return severities;
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'information' || value === 'hint' || value === 'off';
}

function broken(name: string, value: unknown): Message {
  return msg('设置 {0} 的值无效，按默认值处理：{1}', name, JSON.stringify(value) ?? String(value));
}

/** Clients send the section itself or an object that holds it under its name. */
function sectionOf(value: unknown): unknown {
  return isObject(value) && section in value ? value[section] : value;
}
