import assert from 'node:assert/strict';
import { describeReading, describeUnresolved } from '../../../src/wording/models/names';
import type { How } from '../../../src/core/pricing/names/resolution';
import { READER } from '../../support/words';
import { bundledModel } from '../../support/priceTables';

const AT_MS = Date.UTC(2026, 10, 27);
const model = bundledModel('openai/gpt-5.6-sol');

describe('the sentences about names of models', () => {
  it('say how a name was read, unless it is an id or alias', () => {
    const read = (name: string, how: How): string | undefined =>
      describeReading(READER, { name, model, how }, AT_MS);
    assert.equal(read('gpt-5.6-sol', 'exact'), undefined);
    assert.equal(
      read(' openai:GPT-5.6-Sol\n', 'reading'),
      '"openai:GPT-5.6-Sol" is read as openai/gpt-5.6-sol.',
    );
    assert.equal(
      read('gpt-5.6-sol', 'onlyAt'),
      '"gpt-5.6-sol" is read as openai/gpt-5.6-sol: OpenAI alone has it under this name.',
    );
    assert.equal(read('gpt-5.6', 'moving'), '"gpt-5.6" means openai/gpt-5.6-sol on Nov 27, 2026.');
  });

  it('say why a name leads to no model, and what to write', () => {
    const ids = ['a/x', 'b/x'];
    const ask = (reason: 'several' | 'region' | 'elsewhere'): string =>
      describeUnresolved(READER, 'x', { kind: 'ambiguous', reason, candidates: [] }, ids);
    assert.equal(ask('several'), 'Several models are called "x". Choose one of: a/x, b/x');
    assert.equal(
      ask('region'),
      'The price of "x" in this region is not known. Choose one of: a/x, b/x',
    );
    assert.equal(
      ask('elsewhere'),
      'The maker of "x" does not sell it under this name. Choose one of: a/x, b/x',
    );
    assert.equal(
      describeUnresolved(READER, 'x', { kind: 'notByTokens', unit: 'picture' }, []),
      '"x" is billed by the picture, not by text tokens',
    );
    assert.equal(
      describeUnresolved(READER, 'x', { kind: 'notByTokens', unit: 'subscription' }, []),
      '"x" is part of a subscription: no tokens are billed for it',
    );
    assert.equal(
      describeUnresolved(READER, 'x', { kind: 'notByTokens', unit: 'unknown' }, []),
      'The model "x" is known, but no source tells its price',
    );
    assert.equal(
      describeUnresolved(READER, 'ollama/x', { kind: 'local' }, []),
      '"ollama/x" runs on your own machine and has no price per token',
    );
    assert.equal(
      describeUnresolved(READER, 'ft:x', { kind: 'fineTuned' }, []),
      '"ft:x" is a fine-tuned model: it is billed at rates of its own, which are not in the price table',
    );
    assert.equal(
      describeUnresolved(READER, 'x', { kind: 'free' }, []),
      '"x" is a free offer: nothing is billed for it',
    );
    assert.equal(
      describeUnresolved(READER, 'x', { kind: 'unknown' }, []),
      '"x" is not in the price table',
    );
  });

  it('list at most eight ids', () => {
    const ids = Array.from({ length: 10 }, (_each, index) => `h${index}/x`);
    const sentence = describeUnresolved(
      READER,
      'x',
      { kind: 'ambiguous', reason: 'several', candidates: [] },
      ids,
    );
    assert.match(sentence, /: h0\/x, .*, h7\/x and 2 more$/);
  });
});
