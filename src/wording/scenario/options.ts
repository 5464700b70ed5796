import { DEFAULT_SCENARIO } from '../../core/scenario/scenario';
import { FIELD_NAMES, SCENARIO_FIELDS, type FieldName } from '../../core/scenario/fields';
import type { OptionProblem } from '../../core/scenario/options';
import type { FieldRule } from '../../core/scenario/rules';
import { commas, orList } from '../language/lists';
import { showNumber } from '../numbers';
import { describeRule } from '../views/settings';
import { about, type Words } from '../words';
import { fieldWords } from './fields';

// The assumptions as options of the terminal program.

/** For the help: each option, and its meaning, choices and default. */
export function describeOptions(
  words: Words,
): readonly (readonly [option: string, meaning: string])[] {
  return FIELD_NAMES.map((name) => {
    const { flag, rule } = SCENARIO_FIELDS[name];
    return [`--${flag} ${argumentOf(rule)}`.trimEnd(), describeOption(words, name)];
  });
}

function argumentOf({ kind }: FieldRule): string {
  switch (kind) {
    case 'whole':
      return 'N';
    case 'share':
      return 'SHARE';
    case 'flag':
      return '';
    case 'choice':
      return 'NAME';
  }
}

function describeOption(words: Words, name: FieldName): string {
  const { l10n } = words;
  const { rule }: { readonly rule: FieldRule } = SCENARIO_FIELDS[name];
  const { meaning } = fieldWords(words)[name];
  switch (rule.kind) {
    case 'whole': {
      const value = Number(DEFAULT_SCENARIO[name]);
      return value === 0 ? meaning : l10n.t('{0} (default {1})', meaning, showNumber(words, value));
    }
    case 'share':
      return about(words, meaning, orList(words, ['80%', '0.8']));
    case 'flag':
      return meaning;
    case 'choice':
      return about(words, meaning, commas(words, rule.choices));
  }
}

/** "--turns is not a whole number from 1 to 1,000: 0" */
export function describeOptionProblem(words: Words, problem: OptionProblem): string {
  const { l10n } = words;
  if (problem.kind === 'writesNothing') {
    return l10n.t(
      '--cache-write writes nothing without --cached-share, or --turns with --cache-history',
    );
  }
  const { flag, rule, value } = problem;
  return l10n.t('{0} is not {1}: {2}', `--${flag}`, describeRule(words, rule), String(value));
}
