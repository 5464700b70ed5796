import assert from 'node:assert/strict';
import hostsFile from '../../../../scripts/pricing/wide/hosts.json';
import wideHand from '../../../../scripts/pricing/wide/hand.json';
import { readHosts, withMoreRows, type HostsFile } from '../../../../scripts/pricing/sources/hosts';
import type { SourceRow } from '../../../../scripts/pricing/sources/row';
import type { PriceTableFile } from '../../../../src/core/pricing/table/schema';

const FILE: HostsFile = {
  old: { lineage: 'copy', providers: { acme: { models: { 'm-1': [1, null, 2, null] } } } },
  page: {
    lineage: 'page',
    providers: {
      acme: {
        models: {
          'acme/M_1-Large-3_5': [1, 0.1, 2, 128_000, 1.25],
          'm-embed': [0.01, null, null, 512],
        },
        changes: { '2027-02-01': { 'acme/M_1-Large-3_5': [1.25, 0.125, 2.5] } },
        longPrompts: { 'acme/M_1-Large-3_5': [[200_001, 2, 0.2, 3]] },
      },
    },
  },
};

const DAYS: Readonly<Record<string, string>> = { old: '2026-04-24', page: '2026-10-07' };
const sources = readHosts(FILE, (id) => DAYS[id] ?? '');

function rowAt(index: number): SourceRow | undefined {
  return sources[0]?.rows('acme')[index];
}

describe("the hosts' file of prices", () => {
  it('is one source for each of its lists, newest first', () => {
    assert.deepEqual(
      sources.map(({ id, day, lineage }) => [id, day, lineage]),
      [
        ['page', '2026-10-07', 'page'],
        ['old', '2026-04-24', 'copy'],
      ],
    );
    assert.deepEqual(sources[0]?.rows('other'), []);
  });

  it('has rates, later prices and long prompts', () => {
    const model = rowAt(0);
    assert.deepEqual(model?.periods, [
      {
        from: null,
        to: '2027-02-01',
        usdPerMillionTokens: { input: 1, cachedInput: 0.1, cacheWrite: 1.25, output: 2 },
        tiers: [
          {
            fromPromptTokens: 200_001,
            usdPerMillionTokens: { input: 2, cachedInput: 0.2, output: 3 },
          },
        ],
      },
      {
        from: '2027-02-01',
        to: null,
        usdPerMillionTokens: { input: 1.25, cachedInput: 0.125, output: 2.5 },
        tiers: [{ fromPromptTokens: 200_001, usdPerMillionTokens: {} }],
      },
    ]);
    assert.equal(model.contextWindowTokens, 128_000);
    assert.equal(model.name, 'M 1 Large 3.5');
  });

  it('bills embeddings for their input', () => {
    const embedding = rowAt(1);
    assert.equal(embedding?.kind, 'embedding');
    assert.deepEqual(embedding.periods[0]?.usdPerMillionTokens, { input: 0.01 });
    assert.equal(embedding.name, undefined);
  });

  it('has no row without a price', () => {
    const file = {
      page: { lineage: 'page', providers: { acme: { models: { m: [null, null] } } } },
    };
    const [source] = readHosts(file, () => '2026-10-07');
    assert.throws(() => source?.rows('acme'), /m has no price/);
  });
});

describe('rows of two files of one form', () => {
  const file = (rate: number, partial: boolean): HostsFile => ({
    list: {
      lineage: 'a',
      partial,
      providers: { host: { models: { [`m${rate}`]: [rate], m: [rate] } } },
    },
  });

  it('are joined, and the first file wins where both have a row', () => {
    const joined = withMoreRows(file(1, true), {
      ...file(2, false),
      other: { lineage: 'b', providers: {} },
    });
    assert.deepStrictEqual(joined, {
      list: {
        lineage: 'a',
        partial: true,
        providers: { host: { models: { m1: [1], m2: [2], m: [1] } } },
      },
      other: { lineage: 'b', providers: {} },
    });
  });
});

describe('sources that read one page', () => {
  it('say so, where both have prices of a provider', () => {
    const pages = (wideHand as { sources: PriceTableFile['sources'] }).sources;
    const lists = Object.entries(hostsFile as unknown as HostsFile);
    const unsaid = lists.flatMap(([id, { samePageAs, providers }]) =>
      lists
        .filter(([other, list]) => {
          const isSamePage = other !== id && pages[other]?.url === pages[id]?.url;
          const isShared = Object.keys(providers).some((each) => each in list.providers);
          return isSamePage && isShared && pages[id]?.published === undefined;
        })
        .filter(([other, list]) => samePageAs !== other && list.samePageAs !== id)
        .map(([other]) => `${id} and ${other}`),
    );
    assert.deepEqual(unsaid, []);
  });
});
