// Hostile names of models and files in all exports of the page.
import assert from 'node:assert/strict';
import type { Model } from '../../../src/core/pricing/table/priceTable';
import { plainModel } from '../../../src/core/pricing/table/rows/tableModel';
import { INITIAL_STATE } from '../../../src/report/state/pageState';
import { makeExport } from '../../../src/report/figures/export';
import { priceModels, questionOf } from '../../../src/report/figures/question';
import { makeView } from '../../../src/report/figures/view';
import { NO_FACTS } from '../../../src/report/state/facts';
import {
  HOSTILE_NAMES,
  knownTable,
  pageSettings,
  seedModels,
  subjectOf,
} from '../../support/reports';

/** The export of a report on two files and a model with the same name. */
function exportNamed(format: 'csv' | 'json' | 'md' | 'svg', name: string): string {
  const [first] = seedModels();
  assert.ok(first);
  const model: Model = {
    ...plainModel(first),
    id: name,
    provider: name,
    model: name,
    name,
    providerName: name,
  };
  const settings = pageSettings({ modelId: name, baselineId: name, pinnedIds: [name] });
  const subject = {
    ...subjectOf([model], { [name]: 10, [`folder/${name}`]: 5 }, 'files'),
    name,
  };
  const question = questionOf(
    { ...NO_FACTS, table: knownTable([model]), settings },
    { ...INITIAL_STATE, topic: { kind: 'current', subject } },
  );
  assert.ok(question);
  const view = makeView(question, priceModels(question), settings);
  return makeExport(format, { version: '1.2.3', view, state: INITIAL_STATE });
}

const linesOf = (text: string): number => text.split('\n').length;

/** The number of pipes that separate cells: those in a table that are not escaped, even within code. */
const cellEdges = (text: string): number => {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.join('').match(/(?<!\\)\|/g)?.length ?? 0;
};

describe('exports of hostile names', () => {
  for (const name of HOSTILE_NAMES) {
    const shown = JSON.stringify(name);

    it(`keep ${shown} in its cells of CSV, and out of formulas`, () => {
      const csv = exportNamed('csv', name);
      assert.equal(linesOf(csv), linesOf(exportNamed('csv', 'plain')));
      assert.doesNotMatch(csv, /(?:^|,)"?[=@+-][a-z]/m);
      assert.doesNotMatch(csv, /\u202e/);
    });

    it(`keep ${shown} in JSON as it is, without bidirectional characters`, () => {
      const json = exportNamed('json', name);
      assert.doesNotMatch(json, /\u202e/);
      const { files } = JSON.parse(json) as {
        files: { path: string; estimates: { provider: string; model: string }[] }[];
      };
      const [estimate] = files[0]?.estimates ?? [];
      assert.deepEqual([files[0]?.path, estimate?.provider, estimate?.model], [name, name, name]);
    });

    it(`keep ${shown} in its cells of Markdown, as code`, () => {
      const markdown = exportNamed('md', name);
      const plain = exportNamed('md', 'plain');
      assert.equal(linesOf(markdown), linesOf(plain));
      assert.equal(cellEdges(markdown), cellEdges(plain));
      assert.doesNotMatch(markdown, /\u202e/);
      // The text outside code contains no part of the name.
      const text = markdown.replaceAll(/(`+) ?.*?[^`]\1(?!`)/g, '');
      assert.doesNotMatch(text, /<img|javascript:|@everyone|=cmd/);
    });

    it(`keep ${shown} in the chart as text`, () => {
      const svg = exportNamed('svg', name);
      assert.doesNotMatch(svg, /<img|\u202e|&(?!amp;|lt;|gt;|quot;)/);
      assert.equal(svg.match(/<text/g)?.length, svg.match(/<\/text>/g)?.length);
    });
  }
});
