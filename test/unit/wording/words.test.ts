import assert from 'node:assert/strict';
import { completeScenario } from '../../../src/core/scenario/scenario';
import { describeUnit } from '../../../src/wording/call';
import {
  showConversion,
  showDay,
  showMoney,
  showNumber,
  showPercent,
  showRatio,
  showTicks,
} from '../../../src/wording/numbers';
import {
  asSentence,
  capitalize,
  ENGLISH,
  translatorOf,
  type Words,
} from '../../../src/wording/words';
import { moneyOfUsd } from '../../../src/core/pricing/money';
import { READER } from '../../support/words';

const GERMAN: Words = {
  l10n: translatorOf({
    '[other]one conversation of {0} turns': '[other]ein Gespräch mit {0} Runden',
  }),
  language: 'de',
  locale: 'de',
  days: 'locale',
  currency: { code: 'EUR', rate: 0.5, asOf: '2026-11-01' },
};

describe('the words of a reader', () => {
  it('are the given translator, locale and currency', () => {
    const scenario = completeScenario({ outputTokens: 0, conversationTurns: 1000 });
    assert.equal(describeUnit(ENGLISH, scenario), 'one conversation of 1,000 turns');
    assert.equal(describeUnit(GERMAN, scenario), 'ein Gespräch mit 1.000 Runden');
    assert.equal(showMoney(ENGLISH, moneyOfUsd(3)), '$3.00');
    assert.equal(showMoney(GERMAN, moneyOfUsd(3)), '1,50\u00a0€');
    assert.deepStrictEqual(showConversion(ENGLISH), []);
    assert.deepStrictEqual(showConversion(GERMAN), ['1 USD = 0,5 EUR (01.11.2026)']);
  });

  it('replace the placeholders of a message, also repeated and in another order', () => {
    const { l10n } = ENGLISH;
    assert.equal(l10n.t('{1} of {0}: {1}', 'a', 2), '2 of a: 2');
    assert.equal(l10n.t('{0} and {1}', '{1}', 'b'), '{1} and b');
    assert.equal(l10n.t('{0}'), '{0}');
  });

  it('are those of a bundle of translations, where it has one', () => {
    const l10n = translatorOf({ '{0} of {1}': 'von {1} {0}', empty: '' });
    assert.equal(l10n.t('{0} of {1}', 1, 2), 'von 2 1');
    assert.equal(l10n.t('{0} in {1}', 1, 2), '1 in 2');
    assert.equal(l10n.t('empty'), 'empty');
    assert.equal(l10n.t('constructor'), 'constructor');
  });

  it('format numbers in the locale', () => {
    assert.equal(showNumber(GERMAN, 1234567), '1.234.567');
    assert.equal(showRatio(ENGLISH, 27.34), '27.3×');
    assert.equal(showRatio(ENGLISH, 0.00237), '1/422');
    assert.equal(showPercent(ENGLISH, 0.125), '12.5%');
    assert.equal(showDay(READER, '2025-01-27'), 'Jan 27, 2025');
    assert.equal(showDay(ENGLISH, '2025-01-27'), '2025-01-27');
    assert.equal(showDay(ENGLISH, 'soon\u202e'), String.raw`soon\u202e`);
    assert.deepEqual(showTicks(GERMAN, { kind: 'log', ticks: [1, 10] }), [
      '0,5\u00a0EUR',
      '5\u00a0EUR',
    ]);
    assert.equal(capitalize(ENGLISH, 'one call'), 'One call');
    assert.equal(asSentence(ENGLISH, 'one call'), 'One call.');
    assert.equal(asSentence(ENGLISH, 'near-exact, by the vendor'), 'Near-exact, by the vendor.');
    for (const name of ['o3 has no price', 'docs/a.md is empty', 'batch.jsonl: 2 requests']) {
      assert.equal(capitalize(ENGLISH, name), name);
    }
    assert.equal(capitalize({ ...ENGLISH, language: 'ja' }, 'docs の 2 個'), 'docs の 2 個');
  });
});
