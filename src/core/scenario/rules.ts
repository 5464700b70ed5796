/** The values that an assumption allows. */
export type FieldRule = WholeRule | ShareRule | FlagRule | ChoiceRule<readonly string[]>;

/** A whole number; both bounds are allowed. */
export interface WholeRule {
  readonly kind: 'whole';
  readonly least: number;
  readonly most: number;
}

/** A number from 0 to 1. */
export interface ShareRule {
  readonly kind: 'share';
}

/** A number from 0 to 100: a share in the form of a setting. */
export interface PercentRule {
  readonly kind: 'percent';
}

export interface FlagRule {
  readonly kind: 'flag';
}

export interface ChoiceRule<Choices extends readonly string[]> {
  readonly kind: 'choice';
  readonly choices: Choices;
  /** Other names of choices, which settings, options and programs may use as well. */
  readonly synonyms?: Readonly<Record<string, Choices[number]>>;
}

export type ValueOf<Rule extends FieldRule> = Rule extends WholeRule | ShareRule
  ? number
  : Rule extends FlagRule
    ? boolean
    : Rule extends ChoiceRule<readonly (infer Choice extends string)[]>
      ? Choice
      : never;

export function whole(least: number, most: number): WholeRule {
  return { kind: 'whole', least, most };
}

export function choice<const Choices extends readonly string[]>(
  choices: Choices,
  synonyms: Readonly<Record<string, Choices[number]>> = {},
): ChoiceRule<Choices> {
  return { kind: 'choice', choices, synonyms };
}

/** The value that a written one means: the choice of a synonym, else the value itself. */
export function meantValue(rule: FieldRule, value: unknown): unknown {
  if (rule.kind !== 'choice' || typeof value !== 'string') return value;
  return Object.hasOwn(rule.synonyms ?? {}, value) ? rule.synonyms?.[value] : value;
}

export const SHARE: ShareRule = { kind: 'share' };
export const FLAG: FlagRule = { kind: 'flag' };

export function isAllowed(rule: FieldRule, value: unknown): boolean {
  switch (rule.kind) {
    case 'whole':
      return Number.isInteger(value) && Number(value) >= rule.least && Number(value) <= rule.most;
    case 'share':
      return typeof value === 'number' && value >= 0 && value <= 1;
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return rule.choices.some((each) => each === value);
  }
}
