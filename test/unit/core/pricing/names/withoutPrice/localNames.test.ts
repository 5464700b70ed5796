import assert from 'node:assert/strict';
import {
  isLocalName,
  isOllamasCloud,
} from '../../../../../../src/core/pricing/names/withoutPrice/localNames';
import { resolveModel } from '../../../../../../src/core/pricing/names/resolveModel';
import { bundledTable } from '../../../../../support/priceTables';

const AT_MS = Date.UTC(2026, 10, 27);

describe('names of models on the own machine', () => {
  for (const name of [
    'ollama/llama3',
    'llama3.1:8b',
    'mixtral:8x7b',
    'gemma3n:e2b',
    'qwen2.5-coder:0.5b-instruct-q4_K_M',
    'nomic-embed-text:latest',
    'phi4-mini:latest',
    'llama3.2',
    'qwen2.5-coder',
    'mxbai-embed-large',
    'nomic-ai/nomic-embed-text-v1.5-GGUF',
  ]) {
    it(`are told: ${name}`, () => {
      assert.ok(isLocalName(name));
      assert.equal(resolveModel(bundledTable(), name, AT_MS).kind, 'local');
    });
  }

  // Closed models run nowhere else, a provider is no model, and Ollama joins family and version.
  for (const name of [
    'gpt-4o:latest',
    'gpt-4o:8b',
    'openai:latest',
    'deepseek-r1:free',
    'llama-3.2',
    'anthropic.claude-v2:1',
    'minimax-m3:cloud',
    'gpt-oss:120b-cloud',
  ]) {
    it(`are not: ${name}`, () => assert.ok(!isLocalName(name)));
  }

  it('are asked for only where no provider has the name', () => {
    assert.equal(resolveModel(bundledTable(), 'llama3.1-8b', AT_MS).kind, 'found');
  });

  it('that run at Ollama are part of a plan', () => {
    const plan = { kind: 'notByTokens', unit: 'subscription' };
    for (const name of ['minimax-m3:cloud', 'gpt-oss:120b-cloud']) {
      assert.deepStrictEqual(resolveModel(bundledTable(), name, AT_MS), plan, name);
    }
    assert.ok(!isOllamasCloud('gpt-4o:cloud'));
  });
});
