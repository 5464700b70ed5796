import assert from 'node:assert/strict';
import { claudeOf, claudeToolPrompt } from '../../../../../src/core/estimate/tools/claude';

describe('the system prompt for tools of Claude', () => {
  it('is of the model that an id means, however hosts write it', () => {
    const ids = {
      'anthropic/claude-opus-4-5': 'opus 4.5',
      'anthropic/claude-opus-4-20250514': 'opus 4',
      'openrouter/anthropic/claude-opus-4.8': 'opus 4.8',
      'bedrock/us.anthropic.claude-3-5-sonnet-20241022-v2:0': 'sonnet 3.5',
      'bedrock/anthropic.claude-3-5-sonnet-20240620-v1:0': 'sonnet 3.5 20240620',
      'vertex/claude-haiku-4-5@20251001': 'haiku 4.5',
      'anthropic/claude-3-haiku-20240307': 'haiku 3',
      'anthropic/claude-fable-5-2': 'fable 5.2',
      'openai/gpt-4o': undefined,
    };
    for (const [id, name] of Object.entries(ids)) assert.equal(claudeOf(id), name, id);
  });

  it('has what the page says for the choice, and a band where the page has no such model', () => {
    assert.equal(claudeToolPrompt('opus 4.5', false).tokens, 496);
    assert.equal(claudeToolPrompt('opus 4.5', true).tokens, 588);
    const { low, high } = claudeToolPrompt('fable 5.2', false);
    assert.deepEqual([low, high], [286, 675]);
  });
});
