import assert from 'node:assert/strict';
import { renderTextTable } from '../../../src/cli/estimate/table';
import { rankEstimates } from '../../../src/core/estimate/ranking';
import { exportMarkdown } from '../../../src/core/export/markdown';
import { visibleText } from '../../../src/core/figures/visibleText';
import { ENGLISH_EXPORT } from '../../../src/wording/documents/export';
import { ENGLISH } from '../../../src/wording/words';
import { modelOf, tableFile } from '../../support/priceTables';
import { exact, HOSTILE_NAMES, rowOf, SEED_DAY_MS } from '../../support/reports';

const scenario = { outputTokens: 500 };

/** The row of a model whose rates are those of a time window. */
function rowIn(windowName: string) {
  const rates = { input: 1, output: 2 };
  const window = {
    name: windowName,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    timesUtc: [{ from: '00:00', to: '12:00' }],
    calendarOffset: '+00:00',
    usdPerMillionTokens: rates,
  };
  const period = { from: null, to: null, source: 'page', usdPerMillionTokens: rates };
  const model = modelOf(tableFile({ periods: [{ ...period, windows: [window] }] }));
  return rowOf(model, [exact(1000)], scenario);
}

function terminalText(windowName: string): string {
  return renderTextTable(rankEstimates([rowIn(windowName)]), { words: ENGLISH });
}

function markdownText(windowName: string): string {
  return exportMarkdown(
    {
      version: '1.2.3',
      atMs: SEED_DAY_MS,
      scenario,
      baselineId: '',
      paths: ['prompt.md'],
      rows: [rowIn(windowName)],
    },
    ENGLISH_EXPORT,
  );
}

const linesOf = (text: string): number => text.split('\n').length;

describe('the note on a time window', () => {
  for (const name of HOSTILE_NAMES) {
    const shown = JSON.stringify(name);

    it(`has ${shown} as visible text in the terminal`, () => {
      const text = terminalText(name);
      assert.ok(text.includes(`rates of the time window "${visibleText(name)}"`), text);
    });

    it(`has ${shown} escaped in its cell of Markdown`, () => {
      const text = markdownText(name);
      assert.match(text, /rates of the time window/);
      assert.equal(linesOf(text), linesOf(markdownText('plain')));
      assert.doesNotMatch(text, /\u202e|(?<!\\)<img|(?<!\\)\]\(javascript/);
      const row = text.split('\n').find((line) => line.includes('time window')) ?? '';
      const plain = markdownText('plain')
        .split('\n')
        .find((line) => line.includes('time window'));
      const cells = (line: string): number => line.split(/(?<!\\)\|/).length;
      assert.equal(cells(row), cells(plain ?? ''));
    });
  }
});
