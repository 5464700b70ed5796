import assert from 'node:assert/strict';
import { inOtherOrder } from '../../../../../../src/core/pricing/names/claude/otherOrder';
import { resolveModel } from '../../../../../../src/core/pricing/names/resolveModel';
import { bundledTable } from '../../../../../support/priceTables';

const AT_MS = Date.UTC(2026, 10, 27);

function readingOf(name: string): string {
  const resolution = resolveModel(bundledTable(), name, AT_MS);
  return resolution.kind === 'found'
    ? `${resolution.model.id} (${resolution.how})`
    : resolution.kind;
}

describe('a name of Claude in the other order', () => {
  for (const [name, other] of [
    ['claude-4-sonnet', 'claude-sonnet-4'],
    ['claude-4.5-sonnet-20250929', 'claude-sonnet-4.5-20250929'],
    ['anthropic/claude-haiku-3-5', 'anthropic/claude-3-5-haiku'],
    ['claude-sonnet-4-20250514', 'claude-4-sonnet-20250514'],
    ['gpt-4o', undefined],
    ['claude-45-sonnet', undefined],
    ['claude-4-sonnets', undefined],
  ] as const) {
    it(`is ${String(other)} for ${name}`, () => assert.equal(inOtherOrder(name), other));
  }

  it('leads to the model of Anthropic, although a gateway calls it so, and says how it was read', () => {
    for (const name of ['claude-4-sonnet', 'anthropic/claude-4-sonnet']) {
      assert.equal(readingOf(name), 'anthropic/claude-sonnet-4-0 (reading)', name);
    }
    assert.equal(
      readingOf('vercel/anthropic/claude-4-sonnet'),
      'vercel/anthropic/claude-4-sonnet (exact)',
    );
  });

  it('leads to nothing where there is no such version', () => {
    for (const name of ['claude-9-sonnet', 'claude-4.9-sonnet', 'claude-opus-3-5']) {
      assert.equal(readingOf(name), 'unknown', name);
    }
  });
});
