import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EqualTextsTally } from '../../../../../src/core/estimate/counts/equalTexts';
import { estimateTexts, type Estimate } from '../../../../../src/core/estimate/estimate';
import { keptOf, ownCalls, type KeptCall } from '../../../../../src/core/estimate/own/calls';
import { estimateEach } from '../../../../../src/core/estimate/own/each';
import { estimateOnOwn } from '../../../../../src/core/estimate/own/eachOnOwn';
import { fileCallsOf } from '../../../../../src/core/estimate/own/fileCalls';
import { moneyToDecimal } from '../../../../../src/core/pricing/money';
import { bundledModel } from '../../../../support/priceTables';
import { exact } from '../../../../support/reports';

const AT = Date.UTC(2026, 10, 27);
const MODELS = ['openai/gpt-4o', 'openai/o1', 'openai/gpt-6-luna', 'anthropic/claude-opus-4-5'].map(
  (id) => bundledModel(id),
);
const YOURS = bundledModel('openai/gpt-4o-mini');
const USES = { answers: true, tiers: true };

interface Request {
  readonly tokens: number;
  readonly model: (typeof MODELS)[number] | undefined;
  readonly stated: KeptCall;
}

const request: fc.Arbitrary<Request> = fc
  .record({
    tokens: fc.integer({ min: 0, max: 400_000 }),
    model: fc.option(fc.constantFrom(...MODELS), { nil: undefined }),
    messages: fc.integer({ min: 0, max: 3 }),
    maxOutputTokens: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
    answers: fc.constantFrom(1, 1, 3),
    serviceTier: fc.constantFrom(undefined, 'flex' as const),
    side: fc.constantFrom(undefined, 512, 1024),
  })
  .map(({ tokens, model, side, ...stated }) => {
    const media = side === undefined ? [] : [{ kind: 'image' as const, width: side, height: side }];
    const call = { ...stated, hasAnswer: true, media, modelName: model?.id };
    return { tokens, model, stated: keptOf(call) };
  });

/** Each request by itself, as an open file has it. */
function alone(requests: readonly Request[], isBatch: boolean): Estimate {
  const counts = requests.map(({ tokens }) => exact(tokens));
  const kept = requests.map(({ stated }) => stated);
  const { each } = fileCallsOf(
    { isBatch, isTraining: false, calls: kept },
    { ...USES, batch: true },
  );
  const scenario = { outputTokens: 500, ...(isBatch ? { batch: true } : {}) };
  const main = estimateTexts(YOURS, counts, scenario, AT, each);
  const models = requests.map(({ model }) => model ?? YOURS);
  return estimateOnOwn(main, models, () => counts, each);
}

/** A file of a folder. */
function inFolder(requests: readonly Request[], isBatch: boolean): Estimate {
  const places = new Map<string, number>();
  const calls: KeptCall[] = [];
  const models: (typeof MODELS)[number][] = [];
  const tally = new EqualTextsTally();
  for (const { tokens, stated, model } of requests) {
    const key = JSON.stringify(stated);
    const place = places.get(key) ?? calls.length;
    if (place === calls.length) {
      calls.push(stated);
      models.push(model ?? YOURS);
    }
    places.set(key, place);
    tally.add(exact(tokens), place);
  }
  const counts = [exact(1000), tally.count()];
  const file = fileCallsOf({ isBatch, isTraining: false, calls }, { ...USES, batch: true });
  const own = [{}, file];
  const main = estimateTexts(YOURS, counts, { outputTokens: 500 }, AT, own);
  return estimateOnOwn(main, [YOURS, models], () => counts, own);
}

function costOf({ price }: Estimate): string {
  if (price.kind === 'unpriced') return price.reason;
  return [price.expected.total, price.low, price.high].map(moneyToDecimal).join(' ');
}

describe('requests of a file in a folder, each on its own model', () => {
  it('have the cost and the tokens of the file by itself', () => {
    const requests = fc.array(request, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(requests, fc.boolean(), (all, isBatch) => {
        const single = alone(all, isBatch);
        const [text, file] = estimateEach(inFolder(all, isBatch));
        assert.ok(text && file);
        assert.equal(costOf(file), costOf(single));
        assert.equal(file.count.tokens, single.count.tokens);
        // 1,000 × 0.15 + 500 × 0.6 millionths.
        assert.equal(costOf(text), '0.00045 0.00045 0.00045');
      }),
    );
  });

  it('have one call for those that say the same', () => {
    const kept = keptOf({
      messages: 1,
      maxOutputTokens: 10,
      hasAnswer: true,
      answers: 1,
      serviceTier: undefined,
      media: [],
      modelName: 'o1',
    });
    const [first, second] = ownCalls([kept, { ...kept, modelName: 'gpt-4o' }], USES);
    assert.equal(first, second);
  });
});
