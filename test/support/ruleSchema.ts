import type { SettingRule } from '../../src/wording/views/settings';

export type Json = Readonly<Record<string, unknown>>;

/** The JSON Schema of a rule, as in the manifest. */
export function schemaOf(rule: SettingRule): Json {
  switch (rule.kind) {
    case 'whole':
      return { type: 'integer', minimum: rule.least, maximum: rule.most };
    case 'share':
      return { type: 'number', minimum: 0, maximum: 1 };
    case 'percent':
      return { type: 'number', minimum: 0, maximum: 100 };
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return {
        type: 'string',
        enum: [...rule.choices, ...Object.keys(rule.synonyms ?? {})],
      };
    case 'amount':
      return { type: 'number', minimum: 0 };
    case 'modelName':
    case 'modelNameOrNone':
      return { type: 'string' };
    case 'httpsOrNone':
      return { type: 'string', pattern: String.raw`^(https://\S+)?$` };
    case 'modelNames':
    case 'languages':
    case 'patterns':
      return { type: 'array', items: { type: 'string' }, uniqueItems: true };
  }
}
