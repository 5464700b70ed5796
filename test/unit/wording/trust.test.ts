// How each surface outside the exports says how a price is known; test/unit/priceSurfaces.test.ts has the exports.
import assert from 'node:assert/strict';
import type { Estimate } from '../../../src/core/estimate/estimate';
import { priceDays } from '../../../src/core/export/report';
import { ownSource } from '../../../src/core/pricing/own/rates';
import { priceSheet } from '../../../src/core/pricing/priceSheet';
import type { Model } from '../../../src/core/pricing/table/priceTable';
import { plainModel } from '../../../src/core/pricing/table/rows/tableModel';
import { completeScenario } from '../../../src/core/scenario/scenario';
import { describePriceSheet } from '../../../src/wording/documents/priceSheet';
import { describeMarks } from '../../../src/wording/marks';
import { derivationNotes, marksOf } from '../../../src/wording/page/derivation';
import { describePriceDays } from '../../../src/wording/page/report';
import { sourceNote } from '../../../src/wording/price';
import { dayCell, sourcePlace } from '../../../src/wording/trust';
import { describeCopy } from '../../../src/wording/views/readout';
import { READER } from '../../support/words';
import { AGREED, DISPUTED, modelKnownFrom, SINGLE, VENDOR } from '../../support/priceSources';
import { exact, rowOf } from '../../support/reports';

const AGE = { atMs: Date.parse('2026-11-23'), staleAfterDays: 120 };
const SCENARIO = { outputTokens: 500 };

const rowFor = (model: Model): Estimate => rowOf(model, [exact(1000)], SCENARIO, AGE.atMs);

function copied(row: Estimate): string {
  const line = describeCopy(READER, 'a.md', row, completeScenario(SCENARIO), AGE);
  return line.replace(/^.*assumed\), /, '');
}

function tooltip({ price }: Estimate): string {
  assert.ok(price.kind === 'priced');
  return sourceNote(READER, price, AGE);
}

function detail(row: Estimate): readonly string[] {
  const notes = derivationNotes(READER, row, SCENARIO);
  const marks = marksOf(READER, row, AGE).map(({ reason }) => reason);
  return [...marks, ...notes].filter((note) => /^Price|may have changed|disagree/.test(note));
}

/** What stands below the table of rates. */
const sheetOf = (model: Model): string =>
  describePriceSheet(READER, priceSheet(model, AGE.atMs)).split('|\n\n').at(-1) ?? '';

describe('how a price is known', () => {
  it('is said with the page that it was read on, or the package', () => {
    const placeAt = (url: string, published?: string): string =>
      sourcePlace(READER, {
        origin: 'table',
        name: 'name 1.2',
        url,
        checked: '2026-11-24',
        ...(published === undefined ? {} : { published }),
      });
    const client = 'www.npmjs.com/package/@anthropic-ai/claude-code';
    assert.equal(placeAt(`https://${client}`), client);
    assert.equal(placeAt('https://docs.z.ai/'), 'docs.z.ai');
    assert.equal(placeAt('https://a.example/prices/?tab=api#text'), 'a.example/prices');
    assert.equal(placeAt(`https://${client}`, '2026-11-20'), 'package name 1.2');
  });

  it('is said of a page that was read', () => {
    const model = modelKnownFrom(VENDOR);
    const row = rowFor(model);
    assert.equal(copied(row), 'price read at the vendor, checked on Nov 1, 2026');
    assert.equal(
      tooltip(row),
      'Price [read at the vendor](https://example.com/prices), checked on Nov 1, 2026.',
    );
    assert.deepStrictEqual(detail(row), ['Price read at the vendor, checked on Nov 1, 2026.']);
    assert.equal(
      sheetOf(model),
      '- Read at the vendor. \\[1\\]\n\n## Sources\n\n1. <https://example.com/prices>, checked on Nov 1, 2026\n',
    );
  });

  it('is said of a package, with the unknown day of its check', () => {
    const model = modelKnownFrom(SINGLE);
    const row = rowFor(model);
    const day = 'listed on Sep 23, 2026';
    assert.equal(copied(row), `price from one source, ${day}`);
    assert.equal(tooltip(row), `Price [from one source](https://example.org/a), ${day}.`);
    assert.deepStrictEqual(detail(row), ['Price from one source, listed on Sep 23, 2026.']);
    assert.equal(
      sheetOf(model),
      '- From one source. \\[1\\]\n\n## Sources\n\n1. package package-a 0.1.8 <https://example.org/a>, listed on Sep 23, 2026\n',
    );
  });

  it('is said of a package that names the day of its check', () => {
    const row = rowFor(modelKnownFrom({ ...SINGLE, checked: '2026-10-01' }));
    assert.equal(copied(row), 'price from one source, checked on Oct 1, 2026');
  });

  it('is said of sources that agree', () => {
    const model = modelKnownFrom(AGREED);
    const row = rowFor(model);
    assert.match(copied(row), /^price equal in 2 independent sources, listed on Sep 23, 2026/);
    assert.match(tooltip(row), /^Price \[equal in 2 independent sources\]\([^\n]+$/);
    assert.match(detail(row).join(), /^Price equal in 2 independent sources, /);
    assert.match(
      sheetOf(model),
      /^- Equal in 2 independent sources\. \\\[1\\\] \\\[2\\\]\n\n## Sources\n\n1\. package package-a [^\n]+\n2\. package package-b [^\n]+\n$/,
    );
  });

  it('is said of sources that disagree, with both prices where there is room', () => {
    const model = modelKnownFrom(DISPUTED);
    const row = rowFor(model);
    const both =
      'Sources disagree on the price of a million tokens: package package-a 0.1.8 (Input $0.30, Output $2.50), package package-b 1.5.2 (Input $0.33, Output $2.75).';
    assert.deepStrictEqual(describeMarks(READER, row, AGE), ['sources disagree']);
    assert.match(copied(row), /listed on [^,]+, \d+, sources disagree$/);
    assert.match(
      tooltip(row),
      /^\$\(warning\) Price \[from one source\]\([^\n]+; sources disagree\.$/,
    );
    assert.equal(detail(row)[0], both);
    const [mark] = marksOf(READER, row, AGE);
    assert.deepStrictEqual(mark, { label: 'sources disagree', reason: both, isWarning: true });
    assert.ok(sheetOf(model).includes(`- **${both}** \\[2\\]\n`));
    assert.ok(sheetOf(model).includes('\n2. package package-b 1.5.2 <https:'));
  });

  it('is not said of a price that is wholly the own one', () => {
    const model = modelKnownFrom(VENDOR);
    const own: Model = {
      ...plainModel(model),
      periods: [{ ...model.periods[0], source: ownSource('user') }],
    };
    const row = rowFor(own);
    assert.equal(copied(row), 'your own price');
    assert.equal(tooltip(row), 'Your own price, from your settings.');
    assert.deepStrictEqual(detail(row), []);
    assert.equal(sheetOf(own), '- Your own price, from your settings.\n');
  });
});

describe('an old price', () => {
  const published = plainModel(modelKnownFrom(SINGLE));
  const [period] = published.periods;
  const source = { ...period.source, published: '2026-01-01' };
  const row = rowFor({ ...published, periods: [{ ...period, source }] });

  it('is one whose package is old, and is not called checked on that day', () => {
    const mark = 'old price, listed on Jan 1, 2026';
    assert.deepStrictEqual(describeMarks(READER, row, AGE), [mark]);
    assert.equal(copied(row), `price from one source, ${mark}`);
    assert.match(
      tooltip(row),
      /^\$\(warning\) Old price \[from one source\]\([^)]+\), listed on Jan 1, 2026\.$/,
    );
    assert.equal(detail(row)[0], 'Listed on Jan 1, 2026: it may have changed.');
  });
});

describe('the days of the prices in a report', () => {
  const daysOf = (...models: readonly Model[]): readonly string[] =>
    describePriceDays(READER, priceDays(models.map(rowFor)));

  it('keep days of checks and of publication apart', () => {
    const [page, single] = [modelKnownFrom(VENDOR), modelKnownFrom(SINGLE)];
    const looked = modelKnownFrom({ ...SINGLE, checked: '2026-10-01' });
    const other = modelKnownFrom({ source: 'package-b' });
    assert.deepStrictEqual(daysOf(), []);
    assert.deepStrictEqual(daysOf(page), ['prices checked Nov 1, 2026']);
    assert.deepStrictEqual(daysOf(page, looked), ['prices checked Oct 1, 2026 to Nov 1, 2026']);
    assert.deepStrictEqual(daysOf(page, single, other), [
      'prices checked Nov 1, 2026',
      'prices listed Sep 23, 2026 to Nov 10, 2026',
    ]);
  });

  it('are told apart in the column of the report', () => {
    const cells = [VENDOR, SINGLE].map((given) =>
      dayCell(READER, modelKnownFrom(given).periods[0].source),
    );
    assert.deepStrictEqual(cells, ['Nov 1, 2026', 'listed Sep 23, 2026']);
  });
});
