import assert from 'node:assert/strict';
import {
  endIn,
  isFromElsewhere,
  isSubscribed,
  readGenaiPrices,
} from '../../../../scripts/pricing/sources/genaiPrices';
import { bundledModel } from '../../../support/priceTables';
import { commentProblems, fingerprint, isDated } from '../../../../scripts/pricing/comments';

describe('remarks of genai-prices', () => {
  it('are dated if they hold a date or announce a change', () => {
    const dated = [
      'OpenAI reduced Sol input prices by 20% on 2026-08-21.',
      'half price, ending at 24:00 on September 9',
      'Introductory rates',
      'the launch promotion',
      'Prices valid until further notice',
      'prices from the page (May 2026)',
    ];
    const plain = [
      'Cache writes are billed at 1.25x the uncached input rate.',
      'Tier starts use 272000 because the pricing engines select a tier when token count exceeds start.',
      'Prices may vary. Ref: https://mistral.ai/pricing/api',
    ];
    assert.deepStrictEqual(
      dated.filter((text) => !isDated(text)),
      [],
    );
    assert.deepStrictEqual(plain.filter(isDated), []);
  });

  it('need an answer if they are dated, and another one when they change', () => {
    const text = 'Half price until 2026-09-09.';
    const comments = [
      { about: 'acme/one', text },
      { about: 'acme/two', text: 'No tiers.' },
    ];
    const answers = [{ about: ['acme/one'], comment: fingerprint(text), answer: 'two periods' }];
    assert.deepStrictEqual(commentProblems(comments, answers), []);
    assert.deepStrictEqual(commentProblems(comments, []), [
      `acme/one: no answer; remark ${fingerprint(text)}: ${text}`,
    ]);
    const later = 'Half price until 2026-10-09.';
    assert.deepStrictEqual(commentProblems([{ about: 'acme/one', text: later }], answers), [
      `acme/one: the answer is to another remark; remark ${fingerprint(later)}: ${later}`,
    ]);
  });

  it('leave no answer without its remark', () => {
    const answers = [{ about: ['acme/one'], comment: '0', answer: 'gone' }];
    assert.deepStrictEqual(commentProblems([], answers), [
      'acme/one: an answer to no dated remark',
    ]);
  });
});

describe('a price from elsewhere', () => {
  it('is one that was taken from another provider, or was not found', () => {
    const elsewhere = [
      'Imported from OpenRouter pricing; verify against Mistral pricing.',
      'Free of charge. The previous rates were imported from OpenRouter, not Google.',
      'Seen on OpenRouter before OpenAI',
      "Can't find pricing on this model, so just trusting open router",
      "I can't find anything about this model or it's pricing, so trusting the original source",
      'Seems to be no longer available on cerebras, here to help with tests',
    ];
    assert.deepStrictEqual(
      elsewhere.filter((text) => !isFromElsewhere(text)),
      [],
    );
  });

  it('tells what is part of a subscription', () => {
    const source = readGenaiPrices('2026-09-23');
    const ids = source.subscribed?.('github-copilot') ?? [];
    assert.ok(ids.includes('gpt-4.1') && ids.includes('gpt-4o-2024-11-20'), ids.join(', '));
    assert.deepStrictEqual(source.subscribed?.('openai'), []);
    assert.ok(!isSubscribed('Not included in the subscription'));
  });

  it("is none that quotes OpenRouter's own list", () => {
    const own = [
      undefined,
      'Ref: https://openrouter.ai/api/v1/models',
      'OpenRouter reports internal reasoning as a distinct $3 per million-token charge.',
      'Flat pricing. Cache-read rate confirmed via https://openrouter.ai/api/v1/models',
    ];
    assert.deepStrictEqual(own.filter(isFromElsewhere), []);
  });

  it("is not confirmed by another copy of OpenRouter's own list", () => {
    const [period] = bundledModel('openrouter/openai/gpt-5.5').periods;
    assert.deepEqual(period.alsoIn, []);
  });
});

describe('the end of a model in a remark', () => {
  it('is the day since which its host does not list it', () => {
    assert.equal(
      endIn("No longer listed in Avian's model catalog as of 2026-08-25."),
      '2026-08-25',
    );
  });

  it('is none in other remarks', () => {
    const others = [
      undefined,
      '',
      'No longer listed in the docs (checked 2026-07-17 and 2026-08-27); last known rates kept.',
      'Listed in the catalog as of 2026-08-25.',
    ];
    assert.deepStrictEqual(others.map(endIn), Array(4).fill(undefined));
  });

  it('ends the model in the table', () => {
    const { periods, endSource } = bundledModel('avian/Meta-Llama-3.1-405B-Instruct');
    assert.equal(periods.at(-1)?.toMs, Date.parse('2026-08-25'));
    assert.equal(endSource?.name, 'genai-prices 0.1.8');
  });
});
