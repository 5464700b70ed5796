import assert from 'node:assert/strict';
import { exportCsv } from '../../../../src/core/export/csv';
import { exportJson } from '../../../../src/core/export/json';
import { exportMarkdown } from '../../../../src/core/export/markdown';
import type { ExportReport } from '../../../../src/core/export/report';
import type { Model } from '../../../../src/core/pricing/table/priceTable';
import type { TokenCount } from '../../../../src/core/tokens/tokenCount';
import { ENGLISH_EXPORT } from '../../../../src/wording/documents/export';
import { bundledModel } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';

const scenario = { outputTokens: 500 };
const AT = Date.UTC(2026, 10, 27);
const MODELS = ['gpt-4o', 'gpt-4o-mini', 'anthropic/claude-opus-4-8'].map(bundledModel);

const about = (tokens: number): TokenCount => ({
  tokens,
  low: tokens - 10,
  high: tokens + 10,
  method: 'estimated',
});

/** 300 and 700 tokens as one call; at Anthropic twice as many, in a band. */
function countsOn({ provider }: Model): readonly TokenCount[] {
  const tokens = [300, 700];
  return tokens.map((each) => (provider === 'anthropic' ? about(2 * each) : exact(each)));
}

function reportOf(more: Partial<ExportReport> = {}): ExportReport {
  const whole = ({ provider }: Model) => (provider === 'anthropic' ? about(2000) : exact(1000));
  return {
    version: '1.2.3',
    atMs: AT,
    scenario,
    paths: ['docs'],
    rows: MODELS.map((model) => rowOf(model, [whole(model)], scenario, AT)),
    parts: { paths: ['docs/a.md', 'docs/=b.md'], countsOn },
    ...more,
  };
}

/** The cells of a CSV by their headings; there is no quoted cell among those that are read. */
function linesOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [headings = [], ...lines] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  return lines.map((cells) =>
    Object.fromEntries(headings.map((name, at) => [name, cells[at] ?? ''])),
  );
}

describe('the export of files that are one call', () => {
  it('has in JSON the tokens of each, once for the models that count alike', () => {
    const { files } = JSON.parse(exportJson(reportOf(), ENGLISH_EXPORT)) as {
      files: { path: string; parts: unknown }[];
    };
    const part = (path: string, tokens: number, band: number) => ({
      path,
      tokens,
      low: tokens - band,
      high: tokens + band,
      method: band === 0 ? 'exact' : 'estimated',
    });
    assert.deepEqual(
      files.map(({ path, parts }) => [path, parts]),
      [
        [
          'docs',
          [
            {
              models: ['openai/gpt-4o', 'openai/gpt-4o-mini'],
              files: [part('docs/a.md', 300, 0), part('docs/=b.md', 700, 0)],
            },
            {
              models: ['anthropic/claude-opus-4-8'],
              files: [part('docs/a.md', 600, 10), part('docs/=b.md', 1400, 10)],
            },
          ],
        ],
      ],
    );
  });

  it('has in CSV a line for each on each model, without a price, after those of the call', () => {
    const lines = linesOf(exportCsv(reportOf(), ENGLISH_EXPORT));
    assert.deepEqual(
      lines.map(({ path, model, tokens, part_of: whole }) => [path, model, tokens, whole]),
      [
        ['docs', 'gpt-4o-mini', '1000', ''],
        ['docs', 'gpt-4o', '1000', ''],
        ['docs', 'claude-opus-4-8', '2000', ''],
        ['docs/a.md', 'gpt-4o', '300', 'docs'],
        ['docs/=b.md', 'gpt-4o', '700', 'docs'],
        ['docs/a.md', 'gpt-4o-mini', '300', 'docs'],
        ['docs/=b.md', 'gpt-4o-mini', '700', 'docs'],
        ['docs/a.md', 'claude-opus-4-8', '600', 'docs'],
        ['docs/=b.md', 'claude-opus-4-8', '1400', 'docs'],
      ],
    );
    const priced = lines.map((line) => line['total_usd'] !== '');
    assert.deepEqual(priced, [true, true, true, false, false, false, false, false, false]);
    assert.equal(lines.at(-1)?.['tokens_low'], '1390');
  });

  it('has in Markdown a table of them, most tokens first, on the model that others are compared with', () => {
    const text = exportMarkdown({ ...reportOf(), baselineId: 'openai/gpt-4o' }, ENGLISH_EXPORT);
    const table = text.split('\n\n').find((section) => section.startsWith('| File |'));
    assert.deepEqual(table?.split('\n'), [
      '| File | Tokens with `openai/gpt-4o` |',
      '| :- | -: |',
      '| `docs/=b.md` | 700 |',
      '| `docs/a.md` | 300 |',
      '| **All 2 files as one call** | 1,000 |',
    ]);
  });

  it('has no such table or field without them', () => {
    const alone = reportOf({ parts: undefined });
    assert.doesNotMatch(exportJson(alone, ENGLISH_EXPORT), /"parts"/);
    assert.doesNotMatch(exportCsv(alone, ENGLISH_EXPORT), /part_of/);
    assert.doesNotMatch(exportMarkdown({ ...alone, baselineId: '' }, ENGLISH_EXPORT), /\| File \|/);
  });
});

describe('lines of files of requests that are none', () => {
  const badLines = [{ path: 'data/a.jsonl', line: 7, reason: 'notJson' }] as const;

  it('are in each export of a folder', () => {
    const report = reportOf({ parts: undefined, badLines });
    const { notPriced } = JSON.parse(exportJson(report, ENGLISH_EXPORT)) as { notPriced: unknown };
    assert.deepEqual(notPriced, badLines);
    const last = linesOf(exportCsv(report, ENGLISH_EXPORT)).at(-1);
    assert.deepEqual([last?.['path'], last?.['no_price_reason']], ['data/a.jsonl:7', 'notJson']);
    assert.match(
      exportMarkdown({ ...report, baselineId: '' }, ENGLISH_EXPORT),
      /\n1 line is not in the price:\n\n- `data\/a\.jsonl:7` is not JSON\n/,
    );
  });
});
