import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Model } from '../../../src/core/pricing/table/priceTable';
import { plainModel } from '../../../src/core/pricing/table/rows/tableModel';
import { csvCell } from '../../../src/core/export/csv';
import { escapeMarkdown } from '../../../src/core/figures/escapeMarkdown';
import { markdownCode } from '../../../src/core/figures/markdownCode';
import { plainText } from '../../../src/core/figures/plainText';
import { visibleText } from '../../../src/core/figures/visibleText';
import { main } from '../../../src/cli/main';
import { makeExport } from '../../../src/report/figures/export';
import { priceModels, questionOf } from '../../../src/report/figures/question';
import { makeView } from '../../../src/report/figures/view';
import { NO_FACTS } from '../../../src/report/state/facts';
import { INITIAL_STATE } from '../../../src/report/state/pageState';
import { holds, hostileText } from '../../support/fuzz';
import { knownTable, pageSettings, seedModels, subjectOf } from '../../support/reports';
import { terminalIo } from '../../support/terminal';

/** Names of files, folders and models. A name without any character is none. */
const name = hostileText.filter((text) => text !== '');

/** What is left of Markdown without its escapes: nothing that has a meaning. */
const MEANT_BY_MARKDOWN = /[\\`*_{}[\]()+!|~:@<>&$#-]|www\.|\s{2}|[\n\r\t]/i;
const ESCAPES = /\\[\\`*_{}[\]()+!|~:@#.-]|&(?:amp|lt|gt|#36);/g;

describe('random names', function () {
  this.timeout(0);

  it('have no meaning in Markdown, and no hidden characters', () => {
    holds(name, (text) => {
      const escaped = escapeMarkdown(text);
      assert.doesNotMatch(escaped.replaceAll(ESCAPES, 'x'), MEANT_BY_MARKDOWN);
      assert.equal(escaped, visibleText(escaped));
    });
  });

  it('are code in Markdown, to the last character', () => {
    holds(name, (text) => {
      const code = markdownCode(text);
      const [, fence = '', content = ''] = /^(`+)([^]*?)\1$/.exec(code) ?? [];
      assert.ok(fence !== '' && code === fence + content + fence);
      assert.ok(!(content.match(/`+/g) ?? []).some((run) => run === fence));
      assert.equal(code, visibleText(code));
    });
  });

  it('are no icons and links in messages of VS Code', () => {
    holds(name, (text) => {
      const plain = plainText(text);
      assert.doesNotMatch(plain, /\]\(|(?<!\\)\$\(/);
      assert.equal(plain, visibleText(plain));
    });
  });

  it('are one cell of CSV, and no formula', () => {
    holds(
      fc.oneof(
        name,
        name.map((text) => `=${text}`),
        name.map((text) => ` \t${text}`),
      ),
      (text) => {
        const cell = csvCell(text);
        const content = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        assert.doesNotMatch(content, /^\s*[=+\-@\t\r|%＝＋－＠]/);
        assert.ok(cell.startsWith('"') || !/[",\n\r;]/.test(cell));
        assert.equal(cell, visibleText(cell));
      },
    );
  });

  const [first] = seedModels();
  assert.ok(first);
  const whole = plainModel(first);

  it('stay in their places in each export of the report', () => {
    holds(fc.tuple(name, name), ([id, path]) => {
      const model: Model = { ...whole, id, provider: id, model: id, name: id, providerName: id };
      const settings = pageSettings({ modelId: id, baselineId: id, pinnedIds: [id] });
      const files = Object.fromEntries([
        [path, 10],
        [`folder/${path}`, 5],
      ]) as Readonly<Record<string, number>>;
      const subject = { ...subjectOf([model], files, 'files'), name: path };
      const facts = { ...NO_FACTS, table: knownTable([model]), settings };
      const state = { ...INITIAL_STATE, topic: { kind: 'current' as const, subject } };
      const question = questionOf(facts, state);
      assert.ok(question);
      const view = makeView(question, priceModels(question), settings);
      const content = { version: '1.2.3', view, state: INITIAL_STATE };
      const made = (['csv', 'json', 'md', 'svg'] as const).map((format) =>
        makeExport(format, content),
      );
      for (const text of made) {
        const lines = text.split(/\r?\n/);
        assert.deepEqual(lines, lines.map(visibleText));
      }
      const [, json = '', , svg = ''] = made;
      assert.ok(JSON.parse(json));
      assert.doesNotMatch(
        svg.replaceAll(
          /<\/?(?:svg|g|text|tspan|rect|line|title|desc|path|style|defs|pattern)\b[^<]*?>/g,
          '',
        ),
        /</,
      );
    });
  });
});

describe('random names in the terminal', function () {
  this.timeout(0);

  it('move no cursor and change no colour', async () => {
    // Each run reads the price table, so that there are fewer of them.
    const names = fc.sample(
      name.filter((text) => !text.includes('/')),
      20,
    );
    for (const each of names) {
      for (const args of [
        ['estimate', each, '--model', 'openai/o1'],
        ['estimate', 'docs', '--model', 'openai/o1'],
        ['estimate', '--model', each, 'docs'],
        [each],
      ]) {
        let output = '';
        const write = (text: string) => (output += text);
        const io = terminalIo({ [`docs/${each}`]: 'hello' });
        await main(args, { ...io, writeOutput: write, writeError: write });
        for (const line of output.split('\n'))
          assert.equal(line, visibleText(line), JSON.stringify(args));
      }
    }
  });
});
