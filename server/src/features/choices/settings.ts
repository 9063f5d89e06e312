/**
 * The settings that a text is checked by, and what follows for them from what users chose. No rule is known here: whoever has chosen
 * nothing can be served without them.
 */
import { defaultOptions, type RuleOptions } from '../../rules/rule';
import type { Severities } from '../check';
import type { Choices } from './choices';

/** The name of the file of choices for a folder and all below it. */
export const configName = '.nianbao.json';

/** What the check goes by. */
export interface CheckSettings {
  /** Whether anything is done at all. */
  readonly enable: boolean;
  readonly severities: Severities;
  /** Limits and dates that rules go by. */
  readonly rules: RuleOptions;
  /** Undefined: not chosen. */
  readonly textLimit?: number;
}

/**
 * The settings that follow from choices, the weakest first. Of severities the strongest counts for each rule; the check is off
 * if anyone switched it off.
 */
export function settle(...all: readonly Choices[]): CheckSettings {
  const { overviewLimit, textLimit, dueDepartment, dueGovernment, words } = Object.assign({}, ...all) as Choices;
  return {
    enable: all.every(({ enable }) => enable !== false),
    severities: Object.assign({}, ...all.map(({ severities }) => severities)) as Severities,
    ...(typeof textLimit === 'number' && { textLimit }),
    rules: {
      ...(typeof overviewLimit === 'number' && { overviewLimit }),
      dueDepartment: dueDepartment ?? defaultOptions.dueDepartment,
      dueGovernment: dueGovernment ?? defaultOptions.dueGovernment,
      ...(words && (words.allow.length > 0 || Object.keys(words.replace).length > 0) && { words }),
    },
  };
}
