import assert from 'node:assert/strict';
import { groupModels } from '../../../../../src/core/estimate/counts/groups';
import { moneyToDecimal, multiplyMoney } from '../../../../../src/core/pricing/money';
import type { ReportSubject, WireCount } from '../../../../../src/protocol/subject';
import { fileAdvice, takenAdvice } from '../../../../../src/report/figures/files/advice';
import { pricedSubject, type PricedSubject } from '../../../../../src/report/figures/files/choice';
import { fileEntries } from '../../../../../src/report/figures/files/entries';
import type { HeaderCounts } from '../../../../../src/report/figures/files/headers';
import { isTooLong, makeExport } from '../../../../../src/report/figures/export';
import { priceModels, questionOf } from '../../../../../src/report/figures/question';
import { makeView, type View } from '../../../../../src/report/figures/view';
import { NO_FACTS } from '../../../../../src/report/state/facts';
import { INITIAL_STATE, type PageState } from '../../../../../src/report/state/pageState';
import { namedSubject } from '../../../../../src/report/subject';
import { describeSubject } from '../../../../../src/wording/subject';
import { ENGLISH } from '../../../../../src/wording/words';
import { bundledModel } from '../../../../support/priceTables';
import {
  knownTable,
  pageSettings,
  SEED_DAY_MS,
  seedModels,
  subjectOf,
} from '../../../../support/reports';

const models = seedModels();
const FILES = { 'docs/a.md': 1000, 'docs/b.md': 2000, 'src/c.ts': 3000 };
const NOT_COUNTED = { of: () => undefined };

type Asked = Partial<Pick<PageState, 'filesAs' | 'headers' | 'leftOut'>>;

function priced(asked: Asked, subject = subjectOf(models, FILES, 'files')): PricedSubject {
  const found = pricedSubject(subject, { ...INITIAL_STATE, ...asked }, NOT_COUNTED);
  assert.ok(found);
  return found;
}

const tokensOf = ({ files }: ReportSubject) =>
  files.map(({ path, counts }) => [path, counts[0]?.[0]]);

function viewOf(asked: Asked, subject = subjectOf(models, FILES, 'files'), of = models): View {
  const state: PageState = {
    ...INITIAL_STATE,
    ...asked,
    topic: { kind: 'current', subject },
    callAtMs: SEED_DAY_MS,
  };
  const settings = pageSettings();
  const question = questionOf({ ...NO_FACTS, table: knownTable(of), settings }, state);
  assert.ok(question);
  return makeView(question, priceModels(question), settings);
}

/** The second file as two requests with the same tokens, which have answers of 10 tokens. */
function withRequests(subject: ReportSubject): ReportSubject {
  const requests = {
    count: 2,
    calls: [{ messages: 0, outputTokens: 10 }],
    texts: subject.groups.map(() => [0, 2, 1000, 1000, 1000]),
  };
  const files = subject.files.map((file, index) => (index === 1 ? { ...file, requests } : file));
  return { ...subject, files };
}

function costOf({ headline: { yours } }: View): string {
  assert.ok(yours?.price.kind === 'priced');
  return moneyToDecimal(yours.price.expected.total);
}

describe('the files that are priced', () => {
  it('are one call each, or one with the sum of their tokens', () => {
    assert.deepEqual(tokensOf(priced({})), Object.entries(FILES));
    assert.deepEqual(tokensOf(priced({ filesAs: 'one' })), [['project', 6000]]);
    // o1: 6,000 × 15 and 3 × 500 × 60 millionths, or 500 × 60.
    assert.equal(costOf(viewOf({})), '0.18');
    assert.equal(costOf(viewOf({ filesAs: 'one' })), '0.12');
  });

  it('are those that are ticked; a folder stands for all of its files', () => {
    assert.deepEqual(tokensOf(priced({ leftOut: ['docs/'] })), [['src/c.ts', 3000]]);
    assert.deepEqual(tokensOf(priced({ filesAs: 'one', leftOut: ['docs/b.md'] })), [
      ['project', 4000],
    ]);
    // 3,000 × 15 + 500 × 60 millionths.
    assert.equal(costOf(viewOf({ leftOut: ['docs/'] })), '0.075');
  });

  it('are a call without a text where none is ticked', () => {
    for (const filesAs of ['each', 'one'] as const) {
      const none = priced({ filesAs, leftOut: ['docs/', 'src/'] });
      assert.deepEqual(tokensOf(none), [['project', 0]]);
      assert.equal(namedSubject(none).count, 0);
    }
  });

  it('are the same object for the same choice: what is known of it stays known', () => {
    const subject = subjectOf(models, FILES, 'files');
    assert.equal(priced({ leftOut: ['docs/'] }, subject), priced({ leftOut: ['docs/'] }, subject));
  });

  it('stay calls of their own if they are requests', () => {
    const subject = subjectOf(models, FILES, 'files');
    const one = priced({ filesAs: 'one' }, withRequests(subject));
    assert.deepEqual(tokensOf(one), [
      ['project', 4000],
      ['docs/b.md', 2000],
    ]);
  });

  it('have the samples of templates call by call, and their parts of the cost', () => {
    const subject = subjectOf(models, FILES, 'files');
    const at = (tokens: number): WireCount[] =>
      subject.groups.map(() => [tokens, tokens, tokens, 'exact']);
    const withSamples = (...tokens: readonly number[]) => ({ samples: tokens.map(at) });
    const [a, b, c] = subject.files;
    assert.ok(a && b && c);
    const templates = {
      ...subject,
      files: [{ ...a, ...withSamples(1000, 1001) }, { ...b, ...withSamples(2000, 2100, 2200) }, c],
    };
    const [one] = priced({ filesAs: 'one' }, templates).files;
    assert.deepEqual(
      one?.samples?.map((counts) => counts[0]?.[0]),
      [6000, 6101, 6200, 6001, 6100, 6201],
    );
    assert.equal(one.counts[0]?.[0], 6100.5);
    const view = viewOf({ filesAs: 'one' }, templates);
    const [row] = view.rows;
    assert.ok(row?.price.kind === 'priced');
    const { root } = fileEntries(view, row, []);
    // The parts are in proportion to their tokens: 1,000.5, 2,100 and 3,000 of 6,100.5.
    assert.ok(root.cost);
    const shares = root.children.flatMap(({ children }) => children);
    const template = shares.find(({ name }) => name === 'a.md');
    assert.ok(template?.cost);
    assert.equal(template.count.tokens, 1000.5);
    assert.equal(
      moneyToDecimal(multiplyMoney(template.cost, { numerator: 12_201n, denominator: 2001n })),
      moneyToDecimal(root.cost),
    );
  });

  it('keep texts and requests as they are', () => {
    const text = subjectOf(models, { 'a.md': 1 });
    assert.equal(pricedSubject(text, { ...INITIAL_STATE, filesAs: 'one' }, NOT_COUNTED), text);
  });

  it('wait for their headers, then have them: around all, and around each that is ticked', () => {
    const subject = subjectOf(models, FILES, 'files');
    const asked: PageState = {
      ...INITIAL_STATE,
      filesAs: 'one',
      headers: 'xml',
      leftOut: ['src/'],
    };
    assert.equal(pricedSubject(subject, asked, NOT_COUNTED), undefined);
    const counts = (tokens: number): WireCount[] =>
      groupModels(models).keys.map(() => [tokens, tokens, tokens, 'exact']);
    const counted: HeaderCounts = { frame: counts(7), files: [10, 20, 30].map(counts) };
    const found = pricedSubject(subject, asked, { of: () => counted });
    // 7 + 1,000 + 10 + 2,000 + 20.
    assert.ok(found);
    assert.deepEqual(tokensOf(found), [['project', 3037]]);
    assert.ok(found.choice);
    assert.equal(found.choice.countOn(2, 0)?.tokens, 3030);
    assert.equal(found.choice.frame[0]?.[0], 7);
    // A file that is a call of its own has no header.
    assert.ok(pricedSubject(subject, { ...asked, filesAs: 'each' }, NOT_COUNTED));
  });

  it('are named for what they are, in exports too', () => {
    const title = (asked: Asked) => describeSubject(ENGLISH, namedSubject(priced(asked)));
    assert.equal(title({}), '3 files in project');
    assert.equal(title({ leftOut: ['docs/'] }), '1 file in project');
    assert.equal(title({ filesAs: 'one' }), '3 files in project as one call');
    const asked: Asked = { filesAs: 'one', leftOut: ['docs/b.md'] };
    const view = viewOf(asked);
    const csv = makeExport('csv', { version: '1', view, state: { ...INITIAL_STATE, ...asked } });
    assert.match(csv, /\r\n2 files in project as one call,/);
    // A line of each model for the call, and for each of its two files, and two for headings and the end.
    assert.equal(csv.split('\r\n').length, 3 * models.length + 2);
  });

  it('have their tokens in exports where they are one call, those of requests and what is left out not', () => {
    const asked: Asked = { filesAs: 'one', leftOut: ['src/c.ts'] };
    const content = (of: Asked) => ({
      version: '1',
      view: viewOf(of, withRequests(subjectOf(models, FILES, 'files'))),
      state: { ...INITIAL_STATE, ...of },
    });
    const partsOf = (of: Asked) => {
      const { files } = JSON.parse(makeExport('json', content(of))) as {
        files: { parts?: { models: string[]; files: { path: string; tokens: number }[] }[] }[];
      };
      return files.map(({ parts }) => parts?.map((each) => each.files));
    };
    const a = { path: 'docs/a.md', tokens: 1000, low: 1000, high: 1000, method: 'exact' };
    assert.deepEqual(partsOf(asked), [models.map(() => [a]), undefined]);
    assert.deepEqual(partsOf({}), [undefined, undefined, undefined]);
  });

  it('name in exports the lines of files of requests that are none', () => {
    const subject = withRequests(subjectOf(models, FILES, 'files'));
    const badLines = [{ line: 3, reason: 'notRequest' as const }];
    const files = subject.files.map(({ requests, ...file }) =>
      requests ? { ...file, requests: { ...requests, badLines } } : file,
    );
    const view = viewOf({}, { ...subject, files });
    const json = makeExport('json', { version: '1', view, state: INITIAL_STATE });
    assert.deepEqual((JSON.parse(json) as { notPriced: unknown }).notPriced, [
      { path: 'docs/b.md', line: 3, reason: 'notRequest' },
    ]);
  });

  it('are too many for CSV before they are for other exports, as each has a line there', () => {
    const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`f${at}.md`, 1]));
    const asked: Asked = { filesAs: 'one' };
    const view = viewOf(asked, subjectOf(models, many, 'files'));
    const content = { version: '1', view, state: { ...INITIAL_STATE, ...asked } };
    // 60,001 × 2 lines of at most 100,000.
    assert.deepEqual([isTooLong('csv', content), isTooLong('md', content)], [true, false]);
  });
});

describe('the tree of the files that are priced', () => {
  const nodesOf = (asked: Asked, leftOut = asked.leftOut ?? []) => {
    const view = viewOf(asked);
    const { yours } = view.headline;
    assert.ok(yours);
    return fileEntries(view, yours, leftOut).root;
  };

  it('has the cost of each call, and keeps its order when files are left out', () => {
    const order = (leftOut: string[]) => nodesOf({ leftOut }).children.map(({ path }) => path);
    assert.deepEqual(order([]), ['docs', 'src']);
    assert.deepEqual(order(['docs/']), ['docs', 'src']);
    const root = nodesOf({ leftOut: ['docs/a.md'] });
    // 5,000 × 15 + 2 × 500 × 60 millionths.
    assert.equal(root.cost && moneyToDecimal(root.cost), '0.135');
    assert.deepEqual([root.count.tokens, root.fileCount, root.leftOut], [5000, 3, 1]);
  });

  it('has the shares of the text of one call, whose sum is what the text costs', () => {
    const root = nodesOf({ filesAs: 'one' });
    // 6,000 × 15 millionths; src/c.ts has half of it.
    assert.equal(root.cost && moneyToDecimal(root.cost), '0.09');
    const src = root.children.find(({ path }) => path === 'src');
    assert.equal(src?.cost && moneyToDecimal(src.cost), '0.045');
  });

  it('has requests at the cost of their calls, in one call with others and left out too', () => {
    const subject = withRequests(subjectOf(models, FILES, 'files'));
    const fileAt = (asked: Asked) => {
      const view = viewOf(asked, subject);
      const { yours } = view.headline;
      assert.ok(yours);
      const { root, requestsIn } = fileEntries(view, yours, asked.leftOut ?? []);
      assert.equal(requestsIn(1), 2);
      return root.children[0]?.children.find(({ index }) => index === 1);
    };
    // 2,000 × 15 + 2 × 10 × 60 millionths.
    for (const asked of [{}, { filesAs: 'one' as const }, { leftOut: ['docs/b.md'] }]) {
      const weight = fileAt(asked)?.weight;
      assert.equal(weight && moneyToDecimal(weight), '0.0312');
    }
  });

  it('follows the last tick before all models are priced again', () => {
    const root = nodesOf({ leftOut: ['src/'] }, ['docs/b.md']);
    // 4,000 × 15 + 2 × 500 × 60 millionths.
    assert.equal(root.cost && moneyToDecimal(root.cost), '0.12');
  });
});

describe('the advice of the report', () => {
  const model = bundledModel('openai/o1');
  // The window of o1 has 200,000 tokens, 500 of them for the answer.
  const large = { 'docs/a.md': 60_000, 'docs/b.md': 40_000, 'src/c.ts': 120_000 };

  it('says what to leave out of one call, and taking it makes the call fit', () => {
    const subject = subjectOf([model], large, 'files');
    const asked: Asked = { filesAs: 'one' };
    const advice = fileAdvice(viewOf(asked, subject, [model]));
    assert.ok(advice);
    // 220,500 are 20,500 too many: docs/b.md is the least that is enough.
    assert.deepEqual(takenAdvice(advice, []), ['docs/b.md']);
    const leftOut = takenAdvice(advice, ['x']);
    assert.deepEqual(leftOut, ['x', 'docs/b.md']);
    const after = viewOf({ filesAs: 'one', leftOut }, subject, [model]);
    assert.equal(after.headline.yours?.fit.fitsWindow, true);
    assert.equal(fileAdvice(after), undefined);
  });

  it('has none for calls of their own', () => {
    assert.equal(fileAdvice(viewOf({}, subjectOf([model], large, 'files'), [model])), undefined);
  });
});
