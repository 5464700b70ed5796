import assert from 'node:assert/strict';
import { isStale } from '../../../../src/core/pricing/staleness';
import { USER_SOURCE } from '../../../../src/core/pricing/own/rates';
import { readManifest } from '../../../support/priceTables';

const source = { url: 'https://example.com', checked: '2026-09-23', origin: 'table' } as const;

function stale(at: string, days?: number): boolean {
  return isStale(source, Date.parse(at), days);
}

describe('staleness', () => {
  it('begins after the given number of days', () => {
    assert.deepStrictEqual(
      [
        stale('2026-09-23'),
        stale('2027-01-21T23:59:59.999Z'),
        stale('2027-01-22'),
        stale('2026-09-24T23:59:59Z', 1),
        stale('2026-09-25', 1),
        stale('2020-01-01'),
      ],
      [false, false, true, false, true, false],
    );
  });

  it("never applies to the user's own prices", () => {
    assert.equal(isStale(USER_SOURCE, Date.parse('2100-01-01')), false);
  });

  it('has the default of the setting', () => {
    const section = readManifest().contributes.configuration.find(
      ({ properties }) => 'apiSpend.pricing.staleAfterDays' in properties,
    );
    assert.equal(section?.properties['apiSpend.pricing.staleAfterDays']?.default, 120);
  });
});
