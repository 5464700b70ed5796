import assert from 'node:assert/strict';
import { factsAfter, NO_FACTS } from '../../../../src/report/state/facts';
import { settingsFact } from '../../../support/settingsFact';

describe('the facts of the page', () => {
  const setup = {
    type: 'setup',
    version: '1.0.0',
    locale: 'de',
    translations: { 'one call': 'ein Aufruf' },
  } as const;

  it('have the words of the editor, also after the settings have changed', () => {
    const facts = factsAfter(NO_FACTS, setup);
    const { words } = factsAfter(facts, settingsFact());
    assert.strictEqual(words.l10n.t('one call'), 'ein Aufruf');
    assert.strictEqual(words.locale, 'de');
  });

  it('are in English before the editor has sent its translations', () => {
    assert.strictEqual(NO_FACTS.words.l10n.t('one call'), 'one call');
  });
});
