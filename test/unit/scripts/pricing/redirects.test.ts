import assert from 'node:assert/strict';
import { withRedirects } from '../../../../scripts/pricing/wide/provider/redirects';
import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';

const AT = '2026-05-15T19:00:00Z';

function period(from: string | null, to: string | null, input: number): PeriodRow {
  return { from, to, source: 'list', usdPerMillionTokens: { input, output: 2 * input } };
}

function model(id: string, periods: PeriodRow[], more: Partial<ModelRow> = {}): ModelRow {
  return { id, name: id, tokenizer: 't', periods, ...more };
}

/** New was 1, is 2 since 2026-06-01. */
const NEW = model('new', [period('2026-04-30', '2026-06-01', 1), period('2026-06-01', null, 2)], {
  factors: 'batch',
});

function redirected(old: ModelRow, to = 'new'): ModelRow | undefined {
  const provider: ProviderRow = { id: 'acme', name: 'Acme', models: [old, NEW] };
  const [changed] = withRedirects([provider], { acme: { page: { [AT]: { [to]: [old.id] } } } });
  return changed?.models[0];
}

describe('a model whose requests another one answers', () => {
  const servedBy = { model: 'new', source: 'page' };

  it('has the prices and factors of that model from then on, also later ones, and no end', () => {
    const row = redirected(
      model('old', [period(null, '2026-05-15', 3)], { endSource: 'list', unlistedIn: 'list' }),
    );
    assert.deepStrictEqual(row, {
      id: 'old',
      name: 'old',
      tokenizer: 't',
      periods: [
        // Until the instant of the redirect, also where a list has the day alone.
        { ...period(null, AT, 3) },
        { ...period(AT, '2026-06-01', 1), servedBy, factors: 'batch' },
        { ...period('2026-06-01', null, 2), servedBy, factors: 'batch' },
      ],
    });
  });

  it('keeps no later price of its own', () => {
    const row = redirected(
      model('old', [period(null, '2026-05-20', 3), period('2026-05-20', null, 4)]),
    );
    assert.deepStrictEqual(
      row?.periods.map(({ from, usdPerMillionTokens }) => [from, usdPerMillionTokens.input]),
      [
        [null, 3],
        [AT, 1],
        ['2026-06-01', 2],
      ],
    );
  });

  it('is an error where the table lacks one of the two', () => {
    const old = model('old', [period(null, null, 3)]);
    assert.throws(() => redirected(old, 'newest'), /acme has no newest/);
  });
});
