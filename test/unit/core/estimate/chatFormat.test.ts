import assert from 'node:assert/strict';
import {
  chatFamily,
  isFirstFormat,
  modelMessageTokens,
  nameTokens,
} from '../../../../src/core/estimate/chatFormat';
import { bundledModel } from '../../../support/priceTables';
import { runTerminal } from '../../../support/terminal';

const omni = bundledModel('openai/gpt-4o');
const reasoning = bundledModel('openai/gpt-6-luna');
const o1 = bundledModel('openai/o1');

const SYSTEM = { role: 'developer', content: 'You are a helpful assistant.' };
const HELLO = { role: 'user', content: 'Hello!' };

/** Millionths of a dollar of a prompt on a model. */
async function inputCost(model: string, messages: readonly object[]): Promise<number> {
  const args = ['estimate', 'a.json', '--json', '--model', model, '--at', '2026-11-23'];
  const { stdout } = await runTerminal(args, { 'a.json': JSON.stringify({ messages }) });
  const { files } = JSON.parse(stdout) as { files: { estimates: { inputUsd: string }[] }[] };
  return Number(files[0]?.estimates[0]?.inputUsd) * 1e6;
}

describe('the chat format of OpenAI', () => {
  it('has the tokens of the API reference: 6 + 2 of text, 2 × 4 + 3 around it', async () => {
    assert.equal(await inputCost('openai/gpt-4o', [SYSTEM, HELLO]), 19 * 2.5);
    assert.equal(await inputCost('openai/gpt-4.1', [SYSTEM, HELLO]), 19 * 2);
    assert.equal(await inputCost('openai/gpt-4', [SYSTEM, HELLO]), 19 * 30);
  });

  it('has 6 around one message of a model that reasons, as its count endpoint says', async () => {
    // "Hello!" has 2 tokens; 4 for the message and 2 for the reply.
    assert.equal(await inputCost('openai/gpt-5.5', [HELLO]), 8 * 5);
    assert.equal(await inputCost('openai/gpt-5', [HELLO]), 8 * 1.25);
  });

  it('has 2 more for each earlier answer of a model that reasons, and none for others', async () => {
    const answered = [HELLO, { role: 'assistant', content: 'Hello!' }, HELLO];
    // 3 × 2 of text, 3 × 4 + 2 around it, and 2.
    assert.equal(await inputCost('openai/gpt-5', answered), 22 * 1.25);
    // 3 × 2 of text, 3 × 4 + 3 around it.
    assert.equal(await inputCost('openai/gpt-4o', answered), 21 * 2.5);
  });

  it('has one token for a name where that is documented, and at most one in the newer format', () => {
    assert.equal(nameTokens(3, omni).tokens, 3);
    const { low, high } = nameTokens(3, reasoning);
    assert.deepEqual([low, high], [0, 3]);
    assert.equal(nameTokens(3, o1).high, 0);
  });

  it('is one family for models with the same tokens', () => {
    assert.ok(isFirstFormat(omni));
    assert.ok(!isFirstFormat(reasoning) && !isFirstFormat(o1));
    assert.equal(chatFamily(omni), chatFamily(bundledModel('openai/gpt-4')));
    assert.equal(new Set([omni, reasoning, o1].map(chatFamily)).size, 3);
    assert.deepEqual(
      [omni, reasoning, o1].map((model) => modelMessageTokens(2, model).tokens),
      [0, 4, 0],
    );
  });
});
