import assert from 'node:assert/strict';
import { ENGLISH_EXPORT } from '../../../../src/wording/documents/export';
import { csvCell, exportCsv } from '../../../../src/core/export/csv';
import { exact, HOSTILE_NAMES, rowOf, SEED_DAY_MS, seedModels } from '../../../support/reports';

function report(paths: readonly string[]) {
  const scenario = { outputTokens: 500 };
  const counts = paths.map(() => exact(1000));
  const rows = seedModels().map((model) => rowOf(model, counts, scenario));
  return { version: '1.2.3', atMs: SEED_DAY_MS, scenario, paths, rows };
}

describe('exportCsv', () => {
  it('has one line for each file and model, cheapest first, with all assumptions', () => {
    const [headings, first, second, ...rest] = exportCsv(report(['a.md']), ENGLISH_EXPORT).split(
      '\r\n',
    );
    assert.equal(
      headings,
      'path,provider,model,tokens,tokens_low,tokens_high,counting_method,counting,input_usd,output_usd,' +
        'total_usd,total_low_usd,total_high_usd,later_usd,daily_usd,monthly_usd,times_cheapest,' +
        'context_share,fits,fits_context_window,fits_max_output,no_price_reason,price_checked,' +
        'price_published,price_trust,price_source,price_sources,price_disagreements,price_origin,discount,stale,retired,unlisted,price_seen,served_by,hours,holiday_unknown,long_context_from,below_cache_minimum,cache_minimum_unknown,' +
        'overhead_unknown,beside_tokens,format_tokens,not_counted,output_tokens,reasoning_tokens,cached_share,cache_write,batch,' +
        'service_tier,regional,calls_per_day,messages,conversation_turns,turn_input_tokens,' +
        'cache_history,cache_hours,treat_text_as,at,api_spend_version,own_model',
    );
    // 1,000 x 0.55 + 500 x 2.19 millionths of a dollar.
    assert.match(
      first ?? '',
      /^a\.md,deepseek,deepseek-r1,1000,1000,1000,exact,"Exact, counted with deepseek_v3: [^"]+",0\.00055,0\.001095,0\.001645,/,
    );
    assert.match(
      first ?? '',
      /,500,0,0,none,false,standard,false,1,0,1,0,false,1,input,2025-01-27T00:00:00\.000Z,1\.2\.3,$/,
    );
    assert.match(
      second ?? '',
      /^a\.md,openai,o1,1000,1000,1000,exact,"[^"]+",0\.015,0\.03,0\.045,/,
    );
    assert.deepEqual(rest, ['']);
  });

  it('gives the same bytes again', () => {
    const write = () => exportCsv(report(['a', 'b']), ENGLISH_EXPORT);
    assert.equal(write(), write());
  });

  const cells: [name: string, cell: Parameters<typeof csvCell>[0], written: string][] = [
    ['a number', -1.5, '-1.5'],
    ['nothing', undefined, ''],
    ['a formula', '=1+1', `"'=1+1"`],
    ['a formula after spaces', '  @SUM(A1)', `"'  @SUM(A1)"`],
    ['a full-width formula', '＝1', `"'＝1"`],
    ['a tab before a formula', '\t=1', '\\t=1'],
    ['a quotation mark and a comma', 'a "b", c', '"a ""b"", c"'],
    ['a line feed', 'a\nb', 'a\\nb'],
    ['a right-to-left override', 'a\u202eb', 'a\\u202eb'],
  ];
  for (const [name, cell, written] of cells) {
    it(`writes ${name} so that a spreadsheet shows it`, () => assert.equal(csvCell(cell), written));
  }

  it('keeps every hostile name on its line, and none as a formula', () => {
    const text = exportCsv(report(HOSTILE_NAMES), ENGLISH_EXPORT);
    assert.equal(text.split('\r\n').length, 2 + 2 * HOSTILE_NAMES.length);
    assert.doesNotMatch(text, /^"?[=@]/m);
    assert.doesNotMatch(text, /\u202e/);
  });
});
