import { FIELD_NAMES, SCENARIO_FIELDS, type FieldName } from './fields';
import { overrideScenario } from './override';
import { fromSetting, settingRule } from './percent';
import type { FlagRule, FieldRule } from './rules';
import { DEFAULT_SCENARIO, type FullScenario, type Scenario } from './scenario';

type Fields = typeof SCENARIO_FIELDS;

type Options = {
  readonly [Name in FieldName as Fields[Name]['flag']]: {
    readonly type: Fields[Name]['rule'] extends FlagRule ? 'boolean' : 'string';
  };
};

/** The assumptions as options of `parseArgs`. */
export const SCENARIO_OPTIONS = Object.fromEntries(
  FIELD_NAMES.map((name) => {
    const { flag, rule }: { flag: string; rule: FieldRule } = SCENARIO_FIELDS[name];
    return [flag, { type: rule.kind === 'flag' ? 'boolean' : 'string' }];
  }),
) as unknown as Options;

export type OptionValues = {
  readonly [Flag in keyof Options]?: string | boolean | undefined;
};

export type OptionProblem =
  | {
      readonly kind: 'wrong';
      readonly flag: string;
      readonly rule: FieldRule;
      /** As typed. */
      readonly value: string | boolean | undefined;
    }
  /** A cache write is assumed, but no part of a prompt is cached. */
  | { readonly kind: 'writesNothing' };

export type ScenarioResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problem: OptionProblem };

/** Assumptions that apply unless an option states another. */
export type ScenarioDefaults = Partial<FullScenario>;

/**
 * Parses the assumptions among the options; or returns the first problem, in the order of the fields.
 *
 * @param hasOtherShare the cached share is no option: what is sent tells it later.
 */
export function parseScenarioOptions(
  values: OptionValues,
  defaults: ScenarioDefaults = {},
  hasOtherShare = false,
): ScenarioResult {
  const typed = (name: FieldName): string | boolean | undefined =>
    values[SCENARIO_FIELDS[name].flag];
  const given = FIELD_NAMES.filter((name) => typed(name) !== undefined);
  const changes = Object.fromEntries(given.map((name) => [name, parseValue(name, typed(name))]));
  const result = overrideScenario({ ...DEFAULT_SCENARIO, ...defaults }, changes);
  if (!result.ok) {
    const [first] = result.problems;
    if (!first) throw new Error(`not a field: ${result.unknown.join(', ')}`);
    const { name, rule } = first;
    const { flag } = SCENARIO_FIELDS[name];
    return { ok: false, problem: { kind: 'wrong', flag, rule, value: typed(name) } };
  }
  if (!hasOtherShare && writesNothing(result.scenario)) {
    return { ok: false, problem: { kind: 'writesNothing' } };
  }
  const { scenario } = result;
  const meant = Object.fromEntries(given.map((name) => [name, scenario[name]]));
  return {
    ok: true,
    scenario: { outputTokens: DEFAULT_SCENARIO.outputTokens, ...defaults, ...meant },
  };
}

/**
 * Parses only plain decimal numbers, since `Number` would also read "1e3", "0x10" and "", and shares in percent, which
 * have their sign: 1 is all of a prompt, 1% is a hundredth. Spanish and French write a space before the sign, one that
 * does not break (U+00A0, U+202F) included.
 */
function parseValue(name: FieldName, value: string | boolean | undefined): unknown {
  const [, number, percent = ''] =
    /^(\d+(?:\.\d+)?)(?:[ \u00A0\u202F]?(%))?$/.exec(String(value)) ?? [];
  if (typeof value !== 'string' || number === undefined) return value;
  if (percent === '') return Number(number);
  return settingRule(name).kind === 'percent' ? fromSetting(name, Number(number)) : value;
}

function writesNothing(scenario: FullScenario): boolean {
  const { cacheWrite, cachedShare, cacheHistory, conversationTurns } = scenario;
  const cachesHistory = cacheHistory && conversationTurns > 1;
  return cacheWrite !== 'none' && cachedShare === 0 && !cachesHistory;
}
