import assert from 'node:assert/strict';
import { alikeNames, withDistinctNames } from '../../../../scripts/pricing/names/distinctNames';
import type { ModelRow, PriceTableFile } from '../../../../src/core/pricing/table/schema';
import { bundledTable } from '../../../support/priceTables';

interface Seller {
  readonly id: string;
  readonly name: string;
  readonly kind?: 'host' | 'gateway';
  /** Names by id. */
  readonly models: Readonly<Record<string, string>>;
  /** Ids of models that others have made. */
  readonly hosted?: readonly string[];
}

/** The names of a table after they were told apart, in the order of the models. */
function named(...sellers: readonly Seller[]): readonly string[] {
  const providers = sellers.map(({ id, name, kind, models, hosted = [] }) => ({
    id,
    name,
    kind,
    models: Object.entries(models).map(
      ([model, title]) =>
        ({ id: model, name: title, hosted: hosted.includes(model) || undefined }) as ModelRow,
    ),
  }));
  const table = { providers } as unknown as PriceTableFile;
  return withDistinctNames(table).providers.flatMap(({ models }) => models.map(({ name }) => name));
}

describe('names of models', () => {
  it('have the seller where that is not the maker', () => {
    const maker = { id: 'openai', name: 'OpenAI', models: { 'gpt-6': 'GPT-6' } };
    const models = { 'openai.gpt-6': 'GPT-6', nova: 'Nova', 'meta.l': 'Llama on Amazon Bedrock' };
    const hosted = ['openai.gpt-6', 'meta.l'];
    assert.deepStrictEqual(named(maker, { id: 'amazon', name: 'Amazon Bedrock', models, hosted }), [
      'GPT-6',
      'GPT-6 on Amazon Bedrock',
      'Nova',
      'Llama on Amazon Bedrock',
    ]);
  });

  it('have the id where one seller has two that read alike, unless the other ids begin with it', () => {
    const router = (models: Readonly<Record<string, string>>) =>
      named({ id: 'router', name: 'Router', kind: 'gateway', models });
    assert.deepStrictEqual(router({ 'o/oss': 'oss', 'o/oss:exacto': 'OSS' }), [
      'oss on Router',
      'OSS on Router (oss:exacto)',
    ]);
    assert.deepStrictEqual(router({ 'x/grok-4': 'Grok 4', 'space/grok-4': 'Grok-4' }), [
      'Grok 4 on Router (x/grok-4)',
      'Grok-4 on Router (space/grok-4)',
    ]);
  });

  it('are refused if two are equal all the same', () => {
    const seller = (id: string) => ({ id, name: id, models: { one: 'One' } });
    assert.throws(() => named(seller('a'), seller('b')), /two models are called One and One/);
  });

  it('are all different in the bundled table, so that no two rows of any list read alike', () => {
    assert.deepStrictEqual(alikeNames(bundledTable().models.map(({ name }) => name)), []);
  });
});
