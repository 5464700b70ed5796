import assert from 'node:assert/strict';
import { displayName } from '../../../../scripts/pricing/wide/displayName';

describe('the name of a model', () => {
  it('is that of the newest package, without the vendor', () => {
    assert.equal(displayName('a/b-1', ['Acme: B 1', 'B One'], undefined), 'B 1');
    assert.equal(displayName('a/b-1', [undefined, 'b-1', 'B One'], 'Host'), 'B One on Host');
    assert.equal(displayName('claude-2', ['Claude 2.0 / 2.1'], undefined), 'Claude 2.0 / 2.1');
    assert.equal(displayName('MiniMax-M2.5', ['MiniMax-M2.5'], undefined), 'MiniMax-M2.5');
  });

  it('is no id: the name in another package, or one made of the id', () => {
    const ids: Readonly<Record<string, string>> = {
      'meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo': 'Meta Llama 3.1 8B Instruct Turbo',
      'Qwen/Qwen3-Coder-480B-A35B-Instruct-Turbo': 'Qwen3 Coder 480B A35B Instruct Turbo',
      'Sao10K/L3-8B-Lunaris-v1-Turbo': 'L3 8B Lunaris V1 Turbo',
      'Meta-Llama-3_3-70B-Instruct': 'Meta Llama 3.3 70B Instruct',
      'Mistral-Nemo-Instruct-2407': 'Mistral Nemo Instruct 2407',
      'google/gemma-4-31B-it-Ultra': 'Gemma 4 31B IT Ultra',
      'openai/gpt-oss-120b-Turbo': 'gpt-oss-120b-Turbo',
    };
    for (const [id, name] of Object.entries(ids)) {
      assert.equal(displayName(id, [id], 'Host'), `${name} on Host`);
      assert.equal(displayName(id, [id, 'Told'], undefined), 'Told');
    }
  });

  it('is made of an id without names', () => {
    const ids = ['gpt-3.5-turbo', 'claude-opus-4-1@20250805', 'glm-4.7', 'gpt-5-pro-2025-10-06'];
    assert.deepStrictEqual(
      ids.map((id) => displayName(id, [], undefined)),
      ['GPT-3.5 Turbo', 'Claude Opus 4.1', 'GLM 4.7', 'GPT-5 Pro (2025-10-06)'],
    );
  });

  it("has OpenAI's hyphen, whatever a package writes", () => {
    assert.equal(displayName('gpt-5.2', ['GPT 5.2'], 'Host'), 'GPT-5.2 on Host');
  });
});
