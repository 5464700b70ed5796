import assert from 'node:assert/strict';
import { ENGLISH_EXPORT } from '../../../../src/wording/documents/export';
import { exportJson } from '../../../../src/core/export/json';
import { exact, HOSTILE_NAMES, rowOf, SEED_DAY_MS, seedModels } from '../../../support/reports';

const scenario = { outputTokens: 500 };

function exportFiles(paths: readonly string[]): string {
  const counts = paths.map(() => exact(1000));
  const rows = seedModels().map((model) => rowOf(model, counts, scenario));
  return exportJson({ version: '1.2.3', atMs: SEED_DAY_MS, scenario, paths, rows }, ENGLISH_EXPORT);
}

describe('exportJson', () => {
  it('is the schema of docs/exports.md', () => {
    const json = JSON.parse(exportFiles(['a.md'])) as Record<string, unknown>;
    assert.deepEqual(Object.keys(json), [
      'schemaVersion',
      'program',
      'at',
      'assumptions',
      'moreModels',
      'pricesChecked',
      'pricesPublished',
      'files',
    ]);
    assert.equal(json['schemaVersion'], 1);
    const [file] = json['files'] as { path: string; estimates: Record<string, unknown>[] }[];
    assert.ok(file);
    assert.equal(file.path, 'a.md');
    const [cheapest] = file.estimates;
    assert.deepEqual(
      { ...cheapest, priceChecked: undefined, priceSource: undefined },
      {
        provider: 'deepseek',
        model: 'deepseek-r1',
        tokens: 1000,
        low: 1000,
        high: 1000,
        method: 'exact',
        counting:
          'Exact, counted with deepseek_v3: DeepSeek publishes the tokenizer for offline counting; V3, R1 and V4 are equal.',
        inputUsd: '0.00055',
        outputUsd: '0.001095',
        totalUsd: '0.001645',
        lowUsd: '0.001645',
        highUsd: '0.001645',
        dailyUsd: '0.001645',
        monthlyUsd: '0.04935',
        timesCheapest: 1,
        // 1,000 of 65,536 tokens.
        contextShare: 0.0152587890625,
        fits: true,
        fitsContextWindow: true,
        fitsMaxOutput: true,
        priceChecked: undefined,
        pricePublished: '',
        priceTrust: 'copy',
        priceSource: undefined,
        priceSources: ['api-docs.deepseek.com'],
        priceDisagreements: [],
        priceOrigin: 'table',
        discount: null,
        stale: false,
        retired: false,
        unlisted: false,
        priceSeen: null,
        servedBy: null,
        hours: null,
        holidayUnknown: false,
        longContextFrom: null,
        belowCacheMinimum: false,
        cacheMinimumUnknown: false,
        overheadUnknown: false,
      },
    );
  });

  it('gives a reason instead of a price', () => {
    const rows = seedModels().map((model) => rowOf(model, [exact(1)], scenario, 0));
    const json = exportJson(
      { version: '1', atMs: 0, scenario, paths: ['a'], rows },
      ENGLISH_EXPORT,
    );
    const { files: written } = JSON.parse(json) as {
      files: { estimates: { totalUsd: null; reason: string }[] }[];
    };
    assert.deepEqual(
      written[0]?.estimates.map(({ totalUsd, reason }) => [totalUsd, reason]),
      [
        [null, 'notYetSold'],
        [null, 'notYetSold'],
      ],
    );
  });

  it('keeps hostile names unchanged, with hidden characters escaped', () => {
    const text = exportFiles(HOSTILE_NAMES);
    const { files } = JSON.parse(text) as { files: { path: string }[] };
    assert.deepEqual(
      files.map(({ path }) => path),
      HOSTILE_NAMES,
    );
    assert.match(text, /report\\u202egpj\.exe/);
  });
});
