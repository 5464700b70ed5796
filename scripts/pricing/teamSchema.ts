import { toJsonSchema } from '@valibot/to-json-schema';
import type { PriceTable } from '../../src/core/pricing/table/priceTable';
import { TEAM_FILE_NAME } from '../../src/core/team/fileName';
import { PERCENT_KEYS } from '../../src/core/team/percent';
import { teamFileSchema } from '../../src/core/team/schema';
import { fieldWords } from '../../src/wording/scenario/fields';
import { ENGLISH } from '../../src/wording/words';

interface Schema {
  readonly description?: string;
  readonly additionalProperties?: Schema;
  readonly properties: Readonly<Record<string, Schema>>;
}

/**
 * The JSON Schema of the team's file, from the valibot schema that checks it, with the meanings of the scenario's
 * fields. VS Code offers the listed properties and examples while the file is written: models that their
 * vendors still sell, and a pattern for each provider.
 */
export function generateTeamSchema({ models }: PriceTable): object {
  const schema = toJsonSchema(teamFileSchema, { errorMode: 'ignore' }) as unknown as Schema;
  const { overrides, discounts, scenario, pinnedModels } = schema.properties;
  const sold = models.filter(({ periods }) => periods.at(-1)?.toMs === Infinity);
  const ids = sold.filter(({ providerKind }) => providerKind === 'vendor').map(({ id }) => id);
  const patterns = [...new Set(sold.map(({ provider }) => `${provider}/*`))];
  const rates = { $ref: '#/definitions/rates' };
  const discount = { $ref: '#/definitions/discount' };
  return {
    ...schema,
    title: `API Spend: ${TEAM_FILE_NAME}`,
    allowTrailingCommas: true,
    definitions: {
      rates: overrides?.additionalProperties,
      discount: discounts?.additionalProperties,
    },
    properties: {
      ...schema.properties,
      overrides: { ...overrides, properties: each(ids, rates), additionalProperties: rates },
      discounts: {
        ...discounts,
        properties: each(patterns, discount),
        additionalProperties: discount,
      },
      scenario: { ...scenario, properties: withMeanings(scenario?.properties ?? {}) },
      pinnedModels: { ...pinnedModels, items: { type: 'string', minLength: 1, examples: ids } },
    },
  };
}

function each(names: readonly string[], value: object): object {
  return Object.fromEntries(names.map((name) => [name, value]));
}

function withMeanings(fields: Readonly<Record<string, Schema>>): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { ...field, description: descriptionOf(name) },
    ]),
  );
}

function descriptionOf(key: string): string {
  const words = fieldWords(ENGLISH);
  const percent = PERCENT_KEYS[key];
  if (percent !== undefined) return `${words[percent].meaning}, in percent.`;
  const name = key as keyof typeof words;
  const [newer] = Object.entries(PERCENT_KEYS).find(([, field]) => field === name) ?? [];
  const { meaning } = words[name];
  return newer === undefined ? `${meaning}.` : `${meaning}, from 0 to 1. ${newer} wins over it.`;
}
