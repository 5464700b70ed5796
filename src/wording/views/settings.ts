import { shorten } from '../../core/figures/visibleText';
import type { Problem } from '../../core/pricing/table/problem';
import type { FieldRule, PercentRule } from '../../core/scenario/rules';
import { showNumber } from '../numbers';
import { describeExpected, describeProblem, LONGEST_SHOWN } from '../problems';
import type { Words } from '../words';

/** The values that a setting allows. */
export type SettingRule =
  | FieldRule
  | PercentRule
  | {
      readonly kind:
        | 'amount'
        | 'modelName'
        | 'modelNameOrNone'
        | 'modelNames'
        | 'languages'
        | 'patterns'
        | 'httpsOrNone';
    };

/** "a whole number from 0 to 10"; follows "is not". */
export function describeRule(words: Words, rule: SettingRule): string {
  const { l10n } = words;
  switch (rule.kind) {
    case 'whole': {
      const [least, most] = [showNumber(words, rule.least), showNumber(words, rule.most)];
      return l10n.t('a whole number from {0} to {1}', least, most);
    }
    case 'share':
      return l10n.t('a share from 0 to 1');
    case 'percent':
      return l10n.t('a percentage from 0 to 100');
    case 'flag':
      return describeExpected(words, { code: 'notFlag' });
    case 'choice':
      return describeExpected(words, { code: 'notOneOf', names: rule.choices });
    case 'amount':
      return l10n.t('an amount of 0 or more US dollars with up to nine decimals');
    case 'modelName':
      return l10n.t('a model name such as openai/o1');
    case 'modelNameOrNone':
      return l10n.t('a model name, or empty');
    case 'httpsOrNone':
      return l10n.t('an https address, or empty');
    case 'modelNames':
      return l10n.t('a list of model names');
    case 'languages':
      return l10n.t('a list of language identifiers');
    case 'patterns':
      return l10n.t('a list of glob patterns');
  }
}

/** "The setting apiSpend.scenario.batch is not true or false: 1". */
export function wrongSetting(
  words: Words,
  name: string,
  rule: SettingRule,
  value: unknown,
): string {
  const { l10n } = words;
  const shown = value === undefined ? 'undefined' : shorten(JSON.stringify(value), LONGEST_SHOWN);
  return l10n.t('The setting {0} is not {1}: {2}', name, describeRule(words, rule), shown);
}

/** "The setting apiSpend.currency: rate is not a number". */
export function settingProblem(words: Words, name: string, problem: Problem): string {
  const { l10n } = words;
  const sentence = describeProblem(words, problem);
  return problem.path === ''
    ? l10n.t('The setting {0} {1}', name, sentence)
    : inSetting(words, name, sentence);
}

function inSetting({ l10n }: Words, name: string, sentence: string): string {
  return l10n.t('The setting {0}: {1}', name, sentence);
}

/**
 * "The setting apiSpend.pricing.overrides: openai/o1.input is not a number".
 *
 * @param problem with a path that begins with `overrides` or `customModels`.
 */
export function priceSettingProblem(words: Words, problem: Problem): string {
  const [key = '', ...rest] = problem.path.split('.');
  return settingProblem(words, `apiSpend.pricing.${key}`, { ...problem, path: rest.join('.') });
}

/** 'The setting apiSpend.model: "gpt-0" is not in the price table'. */
export function wrongModelSetting(words: Words, sentence: string): string {
  return inSetting(words, 'apiSpend.model', sentence);
}

export function settingNotSaved({ l10n }: Words, name: string, reason: string): string {
  return l10n.t('The setting {0} could not be saved. Check your settings file. {1}', name, reason);
}

/** Of answers, values of templates and prices that the user has seen. */
export function memoryNotKept({ l10n }: Words, reason: string): string {
  return l10n.t(
    'API Spend can remember your answers and values only until VS Code is closed, because the storage of VS Code cannot be written. {0}',
    reason,
  );
}

export function assumptionsSaved({ l10n }: Words, scope: 'user' | 'workspace'): string {
  return scope === 'user'
    ? l10n.t('The assumptions are saved in your user settings.')
    : l10n.t('The assumptions are saved in the workspace settings.');
}
