import assert from 'node:assert/strict';
import { withFigures } from '../../../../scripts/pricing/docs';
import { fileWithSources } from '../../../support/priceSources';
import { modelOf } from '../../../support/priceTables';

const PAGE =
  'before\n<!-- figures of the table, written by `npm run pricing:update` -->\nold\n<!-- end of the figures -->\nafter\n';

describe('the figures in docs/pricing.md', () => {
  const price = { usdPerMillionTokens: { input: 1, output: 2 } };
  const periods = [
    { from: '2026-01-01', to: '2027-01-01', source: 'page', ...price },
    { from: '2027-01-01', to: null, source: 'package-a', ...price },
  ];

  it('count the price of the day of the newest source, not one of a later day', () => {
    const model = modelOf(fileWithSources({ periods }));
    const text = withFigures(PAGE, { models: [model] });
    assert.match(text, /read at the vendor\*\*: 1 models; 1 checked on/);
    assert.match(text, /from one source\*\*: 0 models/);
    assert.match(text, /price of each model on 2026-\d\d-\d\d, the day of the newest source/);
  });

  it('count the models of which earlier prices are not known', () => {
    const seen = [{ from: '2024-01-01', to: null, seen: '2026-01-01', source: 'page', ...price }];
    const text = withFigures(PAGE, {
      models: [modelOf(fileWithSources({ periods })), modelOf(fileWithSources({ periods: seen }))],
    });
    assert.match(text, /Earlier prices are not known of 1 models/);
  });
});
