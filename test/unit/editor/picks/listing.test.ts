import assert from 'node:assert/strict';
import { rowsOf } from '../../../../src/core/estimate/found';
import {
  listModels,
  type ListQuestion,
  type PricedModels,
} from '../../../../src/editor/picks/listing';
import type { CountedSubject } from '../../../../src/editor/live/counted';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import type { Model, PriceTable } from '../../../../src/core/pricing/table/priceTable';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { completeScenario, DEFAULT_SCENARIO } from '../../../../src/core/scenario/scenario';
import { bundledModel } from '../../../support/priceTables';

const AT_MS = Date.parse('2026-11-27T12:00:00Z');

function variant(id: string, input: number, change: Partial<Model> = {}): Model {
  const like = bundledModel('openai/gpt-6-luna');
  const [provider = '', model = ''] = id.split('/');
  const period = { ...like.periods[0], fromMs: -Infinity, toMs: Infinity };
  const rates = { input, output: input };
  const periods = [{ ...period, rates }] as const;
  return { ...like, id, provider, model, name: model, aliases: [], periods, ...change };
}

const hosted = { providerKind: 'host', weights: 'llama-70b' } as const;
const ended = [{ ...variant('a/b', 0.01).periods[0], toMs: AT_MS }] as const;
const models = [
  variant('acme/big', 4),
  variant('acme/small', 2),
  variant('acme/old', 1, { periods: ended }),
  variant('dear/llama', 3, hosted),
  variant('cheap/llama', 1, hosted),
  variant('third/llama', 5, hosted),
];
const table: PriceTable = { models };

function result(listed: readonly Model[] = models, pinned: readonly string[] = []): CountedSubject {
  const settings = {
    pinnedNames: pinned,
    baselineName: '',
    scenario: completeScenario(DEFAULT_SCENARIO),
  };
  return {
    table,
    settings: settings as unknown as CountedSubject['settings'],
    model: models[0] as Model,
    atMs: AT_MS,
    models: listed,
    isComplete: true,
    modelName: 'openai/o1',
    reading: undefined,
    fileNote: undefined,
    estimate: (model) => estimateCall(model, exactCount(1000), settings.scenario, AT_MS),
    current: () => estimateCall(models[0] as Model, exactCount(1000), settings.scenario, AT_MS),
    ownModels: undefined,
    beginningOn: () => undefined,
    apartOn: () => [],
    requests: undefined,
    file: undefined,
    sinceSave: undefined,
  };
}

/** A gateway that still sells what its vendor does not. */
function withGateway(): CountedSubject {
  const gateway = variant('gate/acme/old', 2, { providerKind: 'gateway' });
  const all = [...models, gateway];
  return { ...result(all), table: { models: all } };
}

function list(question: Partial<ListQuestion>, of: PricedModels = result()): string {
  const { groups, more } = listModels(of, {
    scope: { kind: 'current' },
    query: '',
    usedIds: [],
    ...question,
  });
  const rows = rowsOf(groups).map(
    ({ model, timesCheapest }) => `${model.id} ${timesCheapest ?? '-'}`,
  );
  return `${rows.join(', ')}; ${more} more`;
}

describe('a list of models', () => {
  it("shows the user's model, then what can be bought now, cheapest first", () => {
    assert.equal(list({}), 'acme/big 4, cheap/llama 1, acme/small 2; 3 more');
    const without = { ...result(), model: undefined };
    assert.equal(list({}, without), 'cheap/llama 1, acme/small 2, acme/big 4; 3 more');
  });

  it('keeps models that the user has worked with, and has pinned ones above the others', () => {
    assert.equal(
      list({ usedIds: ['acme/old'] }, result(models, ['dear/llama'])),
      'acme/big 4, dear/llama 3, cheap/llama 1, acme/small 2, acme/old -; 1 more',
    );
  });

  it('finds everything that is typed, with multiples of the cheapest that can be bought', () => {
    assert.equal(list({ query: 'old' }), 'acme/old -; 0 more');
    assert.equal(
      list({ query: 'lla' }, result(models, ['third/llama'])),
      'third/llama 5, cheap/llama 1, dear/llama 3; 0 more',
    );
    assert.equal(list({ query: 'acme' }), 'acme/big 4, acme/small 2, acme/old -; 0 more');
    assert.equal(list({ query: 'Dear/llama' }), 'dear/llama 3; 0 more');
    assert.equal(list({ query: 'acme/old' }, withGateway()), 'acme/old -, gate/acme/old 2; 0 more');
    assert.equal(list({ query: 'acme small' }), 'acme/small 2; 0 more');
    assert.equal(list({ query: 'llama' }), 'cheap/llama 1, dear/llama 3, third/llama 5; 0 more');
    assert.equal(list({ query: 'qzx' }), '; 0 more');
  });

  it('finds what can be bought before what cannot, also if the user has worked with that', () => {
    const usedIds = ['acme/old'];
    assert.equal(
      list({ query: 'old', usedIds }, withGateway()),
      'gate/acme/old 2, acme/old -; 0 more',
    );
  });

  it('lists the nearest models if none matches', () => {
    assert.equal(
      list({ query: 'lama dear' }),
      'dear/llama 3, cheap/llama 1, third/llama 5; 0 more',
    );
    const question = { scope: { kind: 'current' }, query: 'lama', usedIds: [] } as const;
    assert.equal(listModels(result(), question).isNearest, true);
    assert.equal(listModels(result(), { ...question, query: 'llama' }).isNearest, false);
  });

  it('lists the hosts of a model, and all models', () => {
    const scope = { kind: 'hosts', modelId: 'cheap/llama' } as const;
    assert.equal(list({ scope }), 'cheap/llama 1, dear/llama 3, third/llama 5; 3 more');
    assert.equal(list({ scope: { ...scope, modelId: 'acme/big' } }), '; 6 more');
    assert.match(list({ scope: { kind: 'all' } }), /acme\/old -; 0 more$/);
  });

  it("has only the user's row, and no multiple, until all models are counted", () => {
    const counted = { ...result(models, ['dear/llama']), isComplete: false };
    assert.equal(list({}, counted), 'acme/big -; 0 more');
    assert.equal(list({ scope: { kind: 'all' } }, counted), 'acme/big -; 0 more');
    assert.equal(list({ query: 'acme' }, counted), '; 0 more');
    assert.equal(list({}, { ...counted, model: undefined }), '; 0 more');
  });

  it('lists the cheapest 200 of a search', () => {
    const many = Array.from({ length: 203 }, (_, index) => variant(`acme/m-${index}`, index + 1));
    const of = { ...result(many), table: { models: many } };
    const { groups, more } = listModels(of, {
      scope: { kind: 'current' },
      query: 'm',
      usedIds: [],
    });
    assert.deepStrictEqual([rowsOf(groups).length, more], [200, 3]);
  });
});
