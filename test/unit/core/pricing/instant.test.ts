import assert from 'node:assert/strict';
import { dayOf, formatInstant, parseInstant } from '../../../../src/core/pricing/instant';

describe('instants', () => {
  it('are parsed from days and instants in UTC', () => {
    assert.equal(parseInstant('2025-01-27'), Date.UTC(2025, 0, 27));
    assert.equal(parseInstant('2025-02-26T16:30:00Z'), Date.UTC(2025, 1, 26, 16, 30));
    assert.equal(parseInstant('2024-02-29'), Date.UTC(2024, 1, 29));
  });

  it('are not parsed from other text', () => {
    const wrong = [
      '',
      'now',
      '2025',
      '2025-1-27',
      '2025-02-30',
      '2025-13-01',
      '2025-02-30T10:00:00Z',
      '2025-01-27T24:00:00Z',
      '2025-01-27T12:00:00',
      '2025-01-27T12:00:00+01:00',
      ' 2025-01-27',
    ];
    assert.deepStrictEqual(wrong.map(parseInstant), Array(wrong.length).fill(undefined));
  });

  it('are formatted as days where possible', () => {
    const texts = ['2025-01-27', '2025-02-26T16:30:00Z'];
    assert.deepStrictEqual(
      texts.map((text) => formatInstant(parseInstant(text) ?? 0)),
      texts,
    );
    assert.equal(dayOf(Date.UTC(2025, 0, 27, 23, 59)), '2025-01-27');
  });
});
