import * as v from 'valibot';
import { isPrice } from '../pricing/money';
import { customModelSchema } from '../pricing/own/customModels';
import { discountSchema } from '../pricing/own/discounts';
import { ownRatesSchema } from '../pricing/own/rates';
import { code } from '../pricing/table/problem';
import { SCENARIO_FIELDS, type FieldName } from '../scenario/fields';
import { settingRule } from '../scenario/percent';
import { meantValue, type FieldRule, type PercentRule } from '../scenario/rules';
import type { FullScenario } from '../scenario/scenario';
import { PERCENT_KEYS, sharesOf } from './percent';

/** 0 is no budget, as in the settings. */
const budget = v.pipe(
  v.number(code('notNumber')),
  v.minValue(0, code('notPrice')),
  v.check(isPrice, code('notPrice')),
);

type ScenarioEntries = {
  readonly [Name in FieldName]: v.ExactOptionalSchema<
    v.GenericSchema<FullScenario[Name]>,
    undefined
  >;
};

const scenarioEntries = Object.fromEntries(
  Object.entries(SCENARIO_FIELDS).map(([name, { rule }]) => [
    name,
    v.exactOptional(schemaOf(rule)),
  ]),
) as unknown as ScenarioEntries;

const percentEntries = Object.fromEntries(
  Object.entries(PERCENT_KEYS).map(([key, name]) => [
    key,
    v.exactOptional(schemaOf(settingRule(name))),
  ]),
);

const scenarioSchema = v.pipe(
  v.strictObject({ ...scenarioEntries, ...percentEntries }),
  v.transform((scenario) => sharesOf(scenario) as Partial<FullScenario>),
);

function schemaOf(rule: FieldRule | PercentRule): v.GenericSchema {
  switch (rule.kind) {
    case 'whole':
      return v.pipe(
        v.number(code('notNumber')),
        v.integer(code('notWhole')),
        v.minValue(rule.least),
        v.maxValue(rule.most),
      );
    case 'share':
      return v.pipe(v.number(code('notNumber')), v.minValue(0), v.maxValue(1));
    case 'percent':
      return v.pipe(v.number(code('notNumber')), v.minValue(0), v.maxValue(100));
    case 'flag':
      return v.boolean();
    case 'choice':
      return v.pipe(
        v.picklist([...rule.choices, ...Object.keys(rule.synonyms ?? {})]),
        v.transform((value) => meantValue(rule, value)),
      );
  }
}

/** The format of `.api-spend.json`. Its values have the forms of the settings of the same names. */
export const teamFileSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  overrides: v.exactOptional(
    v.pipe(
      v.record(v.string(), ownRatesSchema),
      v.description(
        'Own rates of models, by id, name or alias, in US dollars per million tokens. They replace list prices and discounts.',
      ),
    ),
  ),
  discounts: v.exactOptional(
    v.pipe(
      v.record(v.string(), discountSchema),
      v.description(
        'Negotiated factors on list prices: 0.85 is 15 % off. Keys are names of models, or patterns of ids in which * is any text; the most precise applies.',
      ),
    ),
  ),
  customModels: v.exactOptional(
    v.pipe(
      v.record(v.string(), v.omit(customModelSchema, ['id'])),
      v.description('Models that the price table lacks, by ids such as acme/private.'),
    ),
  ),
  scenario: v.exactOptional(v.pipe(scenarioSchema, v.description('Assumptions about a call.'))),
  budgets: v.exactOptional(
    v.strictObject({
      perCall: v.exactOptional(
        v.pipe(budget, v.description('Budget of one call, or one conversation, in US dollars.')),
      ),
      perMonth: v.exactOptional(
        v.pipe(budget, v.description('Budget of a month of 30 days, in US dollars.')),
      ),
    }),
  ),
  pinnedModels: v.exactOptional(
    v.pipe(
      v.array(v.pipe(v.string(), v.nonEmpty(code('empty')))),
      v.description('Names of the models that are listed first, in this order.'),
    ),
  ),
});

export type TeamFile = v.InferOutput<typeof teamFileSchema>;
