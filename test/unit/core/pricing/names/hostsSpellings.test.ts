import assert from 'node:assert/strict';
import { resolveModel } from '../../../../../src/core/pricing/names/resolveModel';
import { bundledTable } from '../../../../support/priceTables';

const AT_MS = Date.UTC(2026, 10, 27);

function idOf(name: string): string {
  const resolution = resolveModel(bundledTable(), name, AT_MS);
  return resolution.kind === 'found' ? resolution.model.id : resolution.kind;
}

describe("the spellings of hosts' own names", () => {
  for (const [name, wanted] of [
    // The row without a day, and the one with the day, which are billed apart.
    ['vertex_ai/claude-sonnet-4-5@default', 'google-vertex/claude-sonnet-4-5'],
    ['claude-sonnet-4-5@default', 'google-vertex/claude-sonnet-4-5'],
    ['anthropic/claude-sonnet-4-5@20250929', 'google-vertex/claude-sonnet-4-5'],
    ['anthropic/claude-sonnet-4-5@20250101', 'unknown'],
    ['vertex_ai/mistral-large@2411', 'google-vertex/mistral-large-2411'],
    // The table has no price of Vertex for it, nor is it another month's.
    ['vertex_ai/mistral-large@2402', 'unknown'],
    ['vertex_ai/mistral-large@2407', 'google-vertex/mistral-large@2407'],
    ['mistral-large@2411', 'unknown'],
    ['publishers/google/models/gemini-2.0-flash-lite-001', 'google-vertex/gemini-2.0-flash-lite'],
    ['anthropic/claude-3.5-sonnet:beta', 'openrouter/anthropic/claude-3.5-sonnet'],
    ['openrouter/anthropic/claude-3.7-sonnet:beta', 'openrouter/anthropic/claude-3.7-sonnet'],
    ['claude-3.5-sonnet:beta', 'unknown'],
    ['vercel/anthropic/claude-3.5-sonnet:beta', 'unknown'],
    ['openai/gpt-4o:beta', 'unknown'],
    ['anthropic/claude-3.5-sonnet:free', 'unknown'],
  ] as const) {
    it(`reads ${name} as ${wanted}`, () => {
      assert.equal(idOf(name), wanted);
    });
  }

  it('asks where a model has two rows at a host and none is written', () => {
    assert.equal(idOf('bedrock/claude-3-5-sonnet'), 'ambiguous');
  });
});
