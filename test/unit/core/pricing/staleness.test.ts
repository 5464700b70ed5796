import assert from 'node:assert/strict';
import { isStale, mayNotHaveBegun } from '../../../../src/core/pricing/staleness';
import { ownSource } from '../../../../src/core/pricing/own/rates';
import { readManifest } from '../../../support/priceTables';

const source = {
  name: 'example.com',
  url: 'https://example.com',
  checked: '2026-09-23',
  origin: 'table',
} as const;

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

  it('counts from the publication of a package where nobody says when the price was looked at', () => {
    const published = { ...source, checked: '', published: '2026-09-23' };
    const days = ['2027-01-21T23:59:59.999Z', '2027-01-22'].map(Date.parse);
    assert.deepStrictEqual(
      days.map((atMs) => isStale(published, atMs)),
      [false, true],
    );
    const looked = { ...published, checked: '2026-07-01' };
    assert.ok(isStale(looked, Date.parse('2026-10-30')), 'the day of the look counts, if known');
  });

  it('knows when a price of unknown first day may not have applied yet', () => {
    const unknown = { fromMs: -Infinity, source: { ...source, checked: '2026-11-20' } };
    const at = (day: string): number => Date.parse(day);
    // 100 days before 2026-11-20 is 2026-08-12.
    assert.equal(mayNotHaveBegun(unknown, at('2026-08-12')), false);
    assert.equal(mayNotHaveBegun(unknown, at('2026-08-11')), true);
    assert.equal(
      mayNotHaveBegun({ ...unknown, fromMs: at('2020-01-01') }, at('2020-01-02')),
      false,
    );
    assert.equal(
      mayNotHaveBegun({ ...unknown, source: ownSource('user') }, at('2020-01-01')),
      false,
    );
  });

  it('knows when a price that was seen late may not have applied yet, though the model was sold', () => {
    const late = { fromMs: Date.parse('2024-02-15'), source, seen: '2025-06-22' };
    // 100 days before 2025-06-22 is 2025-03-14.
    assert.deepStrictEqual(
      ['2025-03-13', '2025-03-14'].map((day) => mayNotHaveBegun(late, Date.parse(day))),
      [true, false],
    );
    // Noted though near the release: another price was seen before.
    const near = { ...late, fromMs: Date.parse('2025-04-16') };
    assert.deepStrictEqual(
      ['2025-05-01', '2025-06-21', '2025-06-22'].map((day) =>
        mayNotHaveBegun(near, Date.parse(day)),
      ),
      [true, true, false],
    );
    const own = { ...late, source: ownSource('user') };
    assert.equal(mayNotHaveBegun(own, Date.parse('2024-03-01')), false);
  });

  it("never applies to the user's own prices", () => {
    assert.equal(isStale(ownSource('user'), Date.parse('2100-01-01')), false);
  });

  it('has the default of the setting', () => {
    const section = readManifest().contributes.configuration.find(
      ({ properties }) => 'apiSpend.pricing.staleAfterDays' in properties,
    );
    assert.equal(section?.properties['apiSpend.pricing.staleAfterDays']?.default, 120);
  });
});
