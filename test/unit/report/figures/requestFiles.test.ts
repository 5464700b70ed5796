import assert from 'node:assert/strict';
import * as v from 'valibot';
import { type Estimate } from '../../../../src/core/estimate/estimate';
import { estimateEach } from '../../../../src/core/estimate/own/each';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import { buildFileTree } from '../../../../src/core/charts/fileTree';
import {
  reportSubjectSchema,
  type ReportSubject,
  type RequestsOnWire,
} from '../../../../src/protocol/subject';
import { eachOnOwn } from '../../../../src/report/figures/ownModels';
import { callsOf, lacksOwnModels } from '../../../../src/report/figures/ownCalls';
import { costOfText } from '../../../../src/core/estimate/textShare';
import { fileTable } from '../../../../src/core/export/fileTable';
import { ENGLISH_EXPORT } from '../../../../src/wording/documents/export';
import { priceModels } from '../../../../src/report/figures/question';
import { rememberedTopic } from '../../../../src/report/state/topic';
import { bundledModel } from '../../../support/priceTables';
import { questionAbout, subjectOf } from '../../../support/reports';

const AT = Date.UTC(2026, 10, 27);
const MODELS = ['gpt-4o', 'gpt-4o-mini'].map(bundledModel);

/** Two requests of 100 tokens that state 10 tokens of output, and one of 300 that states none. */
const BATCH = {
  count: 3,
  isBatch: true,
  calls: [{ messages: 0, outputTokens: 10 }, { messages: 0 }],
} as const;

function withRequests(more: Partial<RequestsOnWire> = {}, modelId?: string): ReportSubject {
  const subject = subjectOf(MODELS, { 'a.md': 1000, 'data/b.jsonl': 500 }, 'files');
  const [text, file] = subject.files;
  assert.ok(text && file);
  const texts = subject.groups.map(() => [0, 2, 100, 100, 100, 1, 1, 300, 300, 300]);
  const requests = { ...BATCH, calls: [...BATCH.calls], texts, ...more };
  const own = modelId === undefined ? {} : { own: { modelId } };
  return v.parse(reportSubjectSchema, { ...subject, files: [text, { ...file, ...own, requests }] });
}

function usd({ price }: Estimate): string {
  return price.kind === 'priced' ? moneyToDecimal(price.expected.total) : price.reason;
}

function rowsOf(subject: ReportSubject, usesAnswers = true) {
  const calls = callsOf(subject, usesAnswers);
  const question = { ...questionAbout(MODELS, subject, { outputTokens: 500 }, AT), calls };
  const row = priceModels(question).get(bundledModel('gpt-4o'));
  assert.ok(row);
  return { row, question };
}

describe('files of requests in the report', () => {
  it('are the sum of their requests, a batch at its price', () => {
    const { row } = rowsOf(withRequests());
    // 1,000 × 2.5 + 500 × 10 = 7,500, and (500 × 2.5 + (20 + 500) × 10) / 2 = 3,225 millionths.
    assert.equal(usd(row), '0.010725');
    assert.deepStrictEqual(estimateEach(row).map(usd), ['0.0075', '0.003225']);
  });

  it('have the tokens of their pictures, each request its own', () => {
    const media = [{ kind: 'image' as const, width: 1024, height: 1024 }];
    const calls = [{ messages: 0, outputTokens: 10, media }, { messages: 0 }];
    const { row } = rowsOf(withRequests({ calls }));
    // 765 tokens each in two requests; (2,030 × 2.5 + (20 + 500) × 10) / 2 = 5,137.5 millionths.
    assert.deepStrictEqual(
      row.counts.map(({ tokens }) => tokens),
      [1000, 2030],
    );
    assert.deepStrictEqual(estimateEach(row).map(usd), ['0.0075', '0.0051375']);
  });

  it('have the answers, the service tier and the tools that their requests state', () => {
    const flags = { isForced: false, hasSystem: false, hasSchema: false };
    const toolUse = { tools: 1, ...flags, typesLength: 40 };
    const calls = [
      { messages: 0, outputTokens: 10, answers: 3, serviceTier: 'flex' as const },
      { messages: 0, toolUse },
    ];
    const { row } = rowsOf(withRequests({ calls }));
    // 9 tokens around the tools; (509 × 2.5 + (3 × 20 + 500) × 10) / 2 = 3,436.25 millionths: a batch has no tiers.
    assert.deepStrictEqual(estimateEach(row).map(usd), ['0.0075', '0.00343625']);
  });

  it('have assumed answers once the user tries others, and stay a batch', () => {
    const { row } = rowsOf(withRequests(), false);
    // (500 × 2.5 + 3 × 500 × 10) / 2 = 8,125 millionths.
    assert.deepStrictEqual(estimateEach(row).map(usd), ['0.0075', '0.008125']);
  });

  it('are on the model that they state', () => {
    const { row, question } = rowsOf(withRequests({}, bundledModel('gpt-4o-mini').id));
    const each = eachOnOwn(question, row);
    assert.ok(each);
    // (500 × 0.15 + 520 × 0.6) / 2 = 193.5 millionths.
    assert.deepStrictEqual(estimateEach(each).map(usd), ['0.0075', '0.0001935']);
    assert.equal(usd(each), '0.0076935');
  });

  describe('whose requests name several models', () => {
    const [own, mini] = ['gpt-4o', 'gpt-4o-mini'].map((id) => bundledModel(id).id);
    const calls = [
      { messages: 0, outputTokens: 10, ...(mini === undefined ? {} : { modelId: mini }) },
      { messages: 0 },
    ];

    it('have each on its own, and one estimate with all models', () => {
      const { row, question } = rowsOf(withRequests({ calls }));
      const each = eachOnOwn(question, row);
      assert.ok(each);
      // (200 × 0.15 + 20 × 0.6) / 2 = 21, and (300 × 2.5 + 500 × 10) / 2 = 2,875 millionths.
      assert.deepStrictEqual(estimateEach(each).map(usd), ['0.0075', '0.002896']);
      assert.equal(usd(each), '0.010396');
      assert.deepStrictEqual(
        each.counts.map(({ tokens }) => tokens),
        [1000, 500],
      );
      const [, file] = estimateEach(each);
      assert.deepStrictEqual(
        file?.shares?.map(({ estimate }) => [estimate.model.id, estimate.count.tokens]),
        [
          [own, 300],
          [mini, 200],
        ],
      );
      assert.equal(file.count.tokens, 500);
      assert.deepStrictEqual(estimateEach(file).map(usd), ['0.002896']);
    });

    it('wait for models that the page has no prices of', () => {
      const subject = withRequests({ calls });
      const { question } = rowsOf(subject);
      const table = { ...question.table, models: MODELS.slice(0, 1), total: 2 };
      assert.equal(lacksOwnModels(subject, table), true);
      assert.equal(lacksOwnModels(withRequests(), table), false);
    });

    it('are named in the table of files of an export', () => {
      const { row, question } = rowsOf(withRequests({ calls }));
      const each = eachOnOwn(question, row);
      assert.ok(each);
      const paths = ['a.md', 'data/b.jsonl'];
      const table = fileTable({ paths }, each, (usdOf) => moneyToDecimal(usdOf), ENGLISH_EXPORT);
      assert.ok(table.includes(`\`${own}\`, \`${mini}\``), table);
    });

    it('are without a price beside those that have one if a model is no longer known', () => {
      const { row, question } = rowsOf(
        withRequests({ calls: [{ messages: 0, modelId: 'gone' }, { messages: 0 }] }),
      );
      const each = eachOnOwn(question, row);
      assert.equal(each && usd(each), 'notYetSold');
      assert.deepStrictEqual(each && estimateEach(each).map(usd), ['0.0075', 'notYetSold']);
    });

    it('leave examples for fine-tuning out of the sum', () => {
      const subject = withRequests({ isTraining: true });
      const [text, file] = subject.files;
      assert.ok(text && file && mini !== undefined);
      const files = [{ ...text, own: { modelId: mini } }, file];
      const { row, question } = rowsOf({ ...subject, files });
      const each = eachOnOwn(question, row);
      // (1,000 × 0.15 + 500 × 0.6) / 1e6.
      assert.equal(each && usd(each), '0.00045');
      const added = each && costOfText(each);
      assert.equal(added && moneyToDecimal(added), '0.00015');
    });
  });

  it('for fine-tuning are in no sum, neither of their folder', () => {
    const { row } = rowsOf(withRequests({ isTraining: true }));
    assert.equal(usd(row), '0.0075');
    const files = estimateEach(row).map((estimate, index) => ({ path: `f/${index}`, estimate }));
    const root = buildFileTree('project', files);
    assert.equal(root.cost && moneyToDecimal(root.cost), '0.0075');
    assert.deepStrictEqual(
      root.children[0]?.children.map(({ cost }) => cost === undefined),
      [false, true],
    );
    const alone = buildFileTree('project', files.slice(1));
    assert.equal(alone.cost, undefined);
  });

  it('are not remembered if their counts take too much room', () => {
    const subject = withRequests();
    assert.equal(rememberedTopic({ kind: 'current', subject }).kind, 'current');
    const texts = subject.groups.map(() => Array.from({ length: 100_000 }, () => 1));
    const large = withRequests({ texts });
    assert.equal(rememberedTopic({ kind: 'current', subject: large }).kind, 'tooLarge');
  });
});
