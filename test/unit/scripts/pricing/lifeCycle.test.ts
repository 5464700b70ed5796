// What tells whether a provider still sells a model.
import assert from 'node:assert/strict';
import type { PriceSource, SourceRow } from '../../../../scripts/pricing/sources/row';
import { withoutFormerTiers } from '../../../../scripts/pricing/wide/makers/formerTiers';
import {
  listLackingHand,
  withVersionsEnds,
} from '../../../../scripts/pricing/wide/provider/lifeCycle';
import { endedRow } from '../../../../scripts/pricing/wide/provider/statedByHand';
import { widenTable } from '../../../../scripts/pricing/wide/widen';
import type { WideHand, WideProvider } from '../../../../scripts/pricing/wide/wideHand';
import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type { ModelRow, PriceTableFile } from '../../../../src/core/pricing/table/schema';
import { sourceRow as row } from '../../../support/sourceRows';

const PRICE = { input: 1, output: 2 };

function list(id: string, day: string, rows: readonly SourceRow[], isPartial = false): PriceSource {
  return { id, day, lineage: id, isDated: false, isPartial, rows: () => rows };
}

function model(id: string, more: Partial<ModelRow> = {}, period: Partial<PeriodRow> = {}) {
  const periods = [{ from: null, to: null, source: 's', usdPerMillionTokens: PRICE, ...period }];
  return { id, name: id, tokenizer: 't', periods, ...more } satisfies ModelRow;
}

const NOTHING_BY_HAND: WideHand = {
  sources: {},
  tokenizers: {},
  factorSets: {},
  vendorReads: {},
  lineages: {},
  leftOut: {},
  models: {},
  former: {},
  ends: {},
  atMakersPrices: {},
  factors: {},
  notPricedByTokens: {},
};

/** "id: list that lacks it" of the rows of a host. */
function unlisted(
  sources: readonly PriceSource[],
  provider: Partial<WideProvider> = {},
  hand: readonly ModelRow[] = [],
): readonly string[] {
  const acme = { id: 'acme', name: 'Acme' };
  const table: PriceTableFile = {
    schemaVersion: 2,
    currency: 'USD',
    sources: {},
    providers: hand.length === 0 ? [] : [{ ...acme, models: [...hand] }],
  };
  const names = Object.fromEntries(sources.map(({ id }) => [id, 'acme']));
  const host: WideProvider = { ...acme, kind: 'host', in: names, ...provider };
  const wide = widenTable(table, [host], sources, NOTHING_BY_HAND);
  return (wide.providers[0]?.models ?? []).map(
    ({ id, unlistedIn = '-' }) => `${id}: ${unlistedIn}`,
  );
}

describe('a model that a list lacks', () => {
  const some = list('some', '2026-08-21', [row('claude-1', PRICE), row('gpt-1', PRICE)], true);
  const whole = list('whole', '2026-09-23', [row('claude-2', PRICE), row('gpt-2', PRICE)]);
  const newest = list('newest', '2026-11-20', [row('gpt-3', PRICE)]);
  const all = [newest, whole, some];

  it('is marked with the newest list that would have it, also if only a list of some models has it', () => {
    assert.deepEqual(unlisted(all, { listed: { newest: '^gpt' } }), [
      'gpt-3: -',
      'claude-2: -',
      'gpt-2: newest',
      'claude-1: whole',
      'gpt-1: newest',
    ]);
  });

  it('is not marked where no list would have it', () => {
    const listed = { newest: '^gpt', whole: '^gpt' };
    assert.deepEqual(unlisted(all, { listed }).slice(3), ['claude-1: -', 'gpt-1: newest']);
  });

  it('is marked if it is kept by hand, unless its price is from the list or another model answers', () => {
    const answered = { servedBy: { model: 'gpt-3', source: 's' } };
    const rows = [
      model('gpt-1'),
      model('gpt-2', {}, answered),
      model('claude-1', { endSource: 's' }, { to: '2026-01-01' }),
    ];
    assert.deepEqual(unlisted(all, {}, rows).slice(0, 3), [
      'gpt-1: newest',
      'gpt-2: -',
      'claude-1: -',
    ]);
    const reading = { source: some, row: row('m', PRICE) };
    const at = { hostName: undefined, isHosted: () => false, listOf: () => newest };
    const lacking = (source: string) =>
      listLackingHand(model('m', {}, { source }), [reading], [], at)?.id;
    assert.deepEqual([lacking('page'), lacking('newest')], ['newest', undefined]);
  });

  it('is listed if a dated id of it is', () => {
    const dated = list('newest', '2026-11-20', [row('m-2026-01-01', PRICE)]);
    assert.deepEqual(unlisted([dated, list('old', '2026-10-01', [row('m', PRICE)])]), ['m: -']);
  });

  it('is the one that the list has under the name of another maker', () => {
    const tiers = [{ fromPromptTokens: 200_000, usdPerMillionTokens: { input: 2, output: 4 } }];
    const periods = [{ from: null, to: null, usdPerMillionTokens: PRICE, tiers }];
    const now = list('newest', '2026-11-20', [row('spacexai/grok', PRICE, { periods })]);
    const other = row('meta/grok', { input: 3, output: 4 });
    const before = list('old', '2026-09-23', [row('xai/grok', PRICE), other]);
    assert.deepEqual(unlisted([now, before]), ['spacexai/grok: -', 'meta/grok: newest']);
  });
});

describe('the end of a model', () => {
  const toOf = ({ periods, endSource, unlistedIn }: ModelRow) => [
    periods.at(-1)?.to,
    endSource,
    unlistedIn,
  ];

  it('is the day that the hand-kept file states, or that its host lacks it on an unknown day', () => {
    const ends = { page: { '2026-05-01': ['m'], unknown: ['n'] } };
    assert.deepEqual(toOf(endedRow(model('m', { unlistedIn: 'list' }), ends)), [
      '2026-05-01',
      'page',
      undefined,
    ]);
    assert.deepEqual(toOf(endedRow(model('m@20240307'), ends)), ['2026-05-01', 'page', undefined]);
    assert.deepEqual(toOf(endedRow(model('n'), ends)), [null, undefined, 'page']);
    assert.deepEqual(toOf(endedRow(model('o'), ends)), [null, undefined, undefined]);
  });

  it('is that of its dated versions, if the newest list lacks it', () => {
    const dated = (id: string, to: string) => model(id, { endSource: 'page' }, { to });
    const gone = model('m', { unlistedIn: 'list' });
    const ended = (rows: readonly ModelRow[]) => withVersionsEnds(rows)[0];
    const versions = [dated('m-2025-01-01', '2026-01-01'), dated('m-2025-03-11', '2026-07-23')];
    const found = ended([gone, ...versions]);
    assert.ok(found);
    assert.deepEqual(toOf(found), ['2026-07-23', 'page', undefined]);
    assert.deepEqual(ended([gone, ...versions, model('m-2026-01-01')]), gone, 'one is sold');
    assert.deepEqual(ended([gone]), gone);
    assert.deepEqual(ended([model('m'), ...versions]), model('m'), 'it is listed');
  });
});

describe('rates of prompts above the context window', () => {
  const tiers = [{ fromPromptTokens: 200_001, usdPerMillionTokens: { input: 2, output: 3 } }];
  const tiersAtHost = (contextWindowTokens: number, makers: Partial<PeriodRow>) => {
    const maker = { id: 'acme', name: 'Acme', models: [model('m', {}, makers)] };
    const hosted = model('acme/m', { contextWindowTokens }, { tiers });
    const host = { id: 'h', name: 'H', kind: 'host' as const, models: [hosted] };
    return withoutFormerTiers([maker, host])[1]?.models[0]?.periods[0]?.tiers;
  };

  it('are those of a former window where the maker has none', () => {
    assert.equal(tiersAtHost(200_000, {}), undefined);
    assert.deepEqual(tiersAtHost(200_001, {}), tiers);
    assert.deepEqual(tiersAtHost(200_000, { tiers }), tiers);
  });
});
