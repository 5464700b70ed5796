import { DEFAULT_SCENARIO } from '../../core/scenario/scenario';
import { FIELD_NAMES, SCENARIO_FIELDS, type FieldName } from '../../core/scenario/fields';
import type { OptionProblem } from '../../core/scenario/options';
import type { FieldRule } from '../../core/scenario/rules';
import { fieldWords } from './fields';
import { describeRule } from '../views/settings';
import { ENGLISH } from '../words';

// The assumptions as options of the terminal program, which is only in English.

/** The lines of the help on assumptions: option, meaning, choices, default. */
export function describeOptions(): string {
  return FIELD_NAMES.map((name) => {
    const { flag, rule } = SCENARIO_FIELDS[name];
    return `--${`${flag} ${argumentOf(rule)}`.padEnd(20)}${describeOption(name)}\n`;
  }).join('');
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

function describeOption(name: FieldName): string {
  const { rule }: { readonly rule: FieldRule } = SCENARIO_FIELDS[name];
  const { meaning } = fieldWords(ENGLISH)[name];
  const text = `${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`;
  switch (rule.kind) {
    case 'whole':
      return DEFAULT_SCENARIO[name] === 0
        ? text
        : `${text} (default ${String(DEFAULT_SCENARIO[name])})`;
    case 'share':
      return `${text}: 80%, or 0.8`;
    case 'flag':
      return text.replace(/^whether /, '');
    case 'choice':
      return `${text}: ${rule.choices.join(', ')}`;
  }
}

/** "--turns is not a whole number from 1 to 1,000: 0" */
export function describeOptionProblem(problem: OptionProblem): string {
  if (problem.kind === 'writesNothing') {
    return '--cache-write writes nothing without --cached-share, or --turns with --cache-history';
  }
  const { flag, rule, value } = problem;
  return `--${flag} is not ${describeRule(ENGLISH, rule)}: ${String(value)}`;
}
