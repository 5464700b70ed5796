import assert from 'node:assert/strict';
import { ENGLISH_EXPORT } from '../../../../src/wording/documents/export';
import { plainModel } from '../../../../src/core/pricing/table/rows/tableModel';
import { exportSvg } from '../../../../src/core/export/svg';
import { exact, HOSTILE_NAMES, rowOf, SEED_DAY_MS, seedModels } from '../../../support/reports';

function draw(subject: string, scale: 'linear' | 'log' = 'linear'): string {
  const rows = seedModels().map((model) => rowOf(model, [exact(1000)]));
  return exportSvg(
    {
      version: '1.2.3',
      atMs: SEED_DAY_MS,
      scenario: { outputTokens: 500 },
      subject,
      rows,
      scale,
      yourId: 'openai/o1',
    },
    ENGLISH_EXPORT,
  );
}

describe('exportSvg', () => {
  it('names models, amounts, assumptions and dates', () => {
    const svg = draw('prompt.md');
    for (const text of [
      '>OpenAI o1 (your model)<',
      '>DeepSeek-R1<',
      '$0.0450',
      '$0.00165',
      '500 output tokens',
    ]) {
      assert.ok(svg.includes(text), text);
    }
    assert.match(svg, /priced for 2025-01-27T00:00:00\.000Z · API Spend 1\.2\.3/);
  });

  it('says which rows cannot be bought, or have an old price', () => {
    assert.doesNotMatch(draw('a'), /o1:/);
    const [o1] = seedModels();
    assert.ok(o1);
    const scenario = { outputTokens: 500 };
    const notesAt = (tokens: number, at: string, staleAfterDays: number): string => {
      const atMs = Date.parse(at);
      const rows = [rowOf(o1, [exact(tokens)], scenario, atMs)];
      const report = {
        version: '1',
        atMs,
        scenario,
        subject: 'a',
        rows,
        staleAfterDays,
        yourId: '',
      };
      return exportSvg({ ...report, scale: 'log' }, ENGLISH_EXPORT);
    };
    assert.match(
      notesAt(300_000, '2025-01-27', 9999),
      />OpenAI o1: does not fit the context window</,
    );
    assert.match(notesAt(1000, '2027-09-01', 9999), />OpenAI o1: no longer sold</);
    assert.match(notesAt(1000, '2025-01-27', -9999), />OpenAI o1: old price, listed on [-\d]+</);
  });

  it('has whole names, and is wide enough for them and for every line', () => {
    const [o1] = seedModels();
    assert.ok(o1);
    const name =
      'Grok 4.20 Beta Non-Reasoning on Vercel AI Gateway (xai/grok-4.20-non-reasoning-beta)';
    const rows = [rowOf({ ...plainModel(o1), name }, [exact(1000)])];
    const report = {
      version: '1',
      atMs: SEED_DAY_MS,
      scenario: { outputTokens: 500 },
      subject: 'a long name of a folder, '.repeat(8),
      rows,
      scale: 'log' as const,
      yourId: o1.id,
    };
    const svg = exportSvg(report, ENGLISH_EXPORT);
    assert.ok(svg.includes(`>${name} (your model)</text>`), svg);
    const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
    // Half of the font's size is less than the mean width of a letter.
    assert.ok(width > 24 + report.subject.length * 9, `${width}`);
    const [, end = ''] = /<text x="(\d+)"[^>]*text-anchor="end"[^>]*>Grok/.exec(svg) ?? [];
    assert.ok(Number(end) > 24 + name.length * 6.5, end);
    const plain = draw('a');
    const lines = [...plain.matchAll(/<text x="24"[^>]*>([^<]*)</g)].map(([, line = '']) => line);
    const most = 48 + Math.max(...lines.map(({ length }) => length)) * 7;
    assert.ok(Number(/width="(\d+)"/.exec(plain)?.[1]) <= Math.max(960, most), plain);
  });

  it('gives the same bytes again, and different ones for another scale', () => {
    assert.equal(draw('a'), draw('a'));
    assert.notEqual(draw('a'), draw('a', 'log'));
  });

  for (const name of HOSTILE_NAMES) {
    it(`is well-formed with the name ${JSON.stringify(name)}`, () => {
      const svg = draw(name);
      assert.doesNotMatch(svg, /<img|\u202e|&(?!amp;|lt;|gt;|quot;)/);
      assert.equal(svg.match(/<text/g)?.length, svg.match(/<\/text>/g)?.length);
    });
  }
});
