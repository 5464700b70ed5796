import assert from 'node:assert/strict';
import { modelsFromJson, modelsToJson } from '../../../src/protocol/models';
import { plainModel } from '../../../src/core/pricing/table/rows/tableModel';
import { finish } from '../../../src/core/scheduling/sliced';
import { moneyToDecimal } from '../../../src/core/pricing/money';
import type { Actions } from '../../../src/report/actions';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { chartedRows } from '../../../src/report/figures/charted';
import { nextSort, shownRows } from '../../../src/report/figures/columns';
import { FIELD_NAMES } from '../../../src/core/scenario/fields';
import { CONTROL_GROUPS, stopIndex } from '../../../src/report/controls';
import { factsAfter, NO_FACTS, type Facts } from '../../../src/report/state/facts';
import type { Outcome } from '../../../src/report/requests';
import type { Figures } from '../../../src/report/state/figures';
import {
  INITIAL_STATE,
  onTopic,
  rememberedState,
  restoreState,
  type PageState,
} from '../../../src/report/state/pageState';
import { screenOf } from '../../../src/report/state/screen';
import { isOnFiles, subjectOf as subjectIn } from '../../../src/report/state/topic';
import { PRESETS } from '../../../src/core/scenario/presets';
import { namedSubject } from '../../../src/report/subject';
import { describeHeadline } from '../../../src/wording/headline';
import { describeSubject } from '../../../src/wording/subject';
import { ENGLISH } from '../../../src/wording/words';
import { exportRequest, makeExport } from '../../../src/report/figures/export';
import { priceModels, questionOf } from '../../../src/report/figures/question';
import { makeView, type View } from '../../../src/report/figures/view';
import type { ReportSubject, WireCount } from '../../../src/protocol/subject';
import { hostedTable } from '../../support/hostedTable';
import { renderApp } from '../../support/renderPage';
import { bundledTable } from '../../support/priceTables';
import {
  HOSTILE_NAMES,
  knownTable,
  pageSettings,
  SEED_DAY_MS,
  seedModels,
  subjectOf,
} from '../../support/reports';

const { models } = bundledTable();

const noActions: Actions = {
  update: () => undefined,
  changeScenario: () => undefined,
  resetScenario: () => undefined,
  compareWith: () => undefined,
  freezeReport: () => undefined,
  pinModel: () => undefined,
  selectModel: () => undefined,
  restoreModel: () => undefined,
  wantAllModels: () => undefined,
  showPriceSheet: () => undefined,
  saveScenario: () => undefined,
  openFile: () => undefined,
  openSetting: () => undefined,
  exportReport: () => undefined,
};

function factsOf(facts: Partial<Facts>): Facts {
  return {
    ...NO_FACTS,
    version: '1.2.3',
    table: knownTable(models),
    settings: pageSettings(),
    ...facts,
  };
}

/** Facts with pinned models. */
function pinning(pinnedIds: readonly string[]): Facts {
  const facts = factsOf({});
  return { ...facts, settings: facts.settings && { ...facts.settings, pinnedIds } };
}

interface TestState extends Partial<PageState> {
  readonly subject?: ReportSubject;
}

function stateOf({
  subject = subjectOf(models, { 'a.md': 1000 }),
  ...state
}: TestState): PageState {
  return { ...INITIAL_STATE, topic: { kind: 'current', subject }, ...state };
}

function viewOf(facts: Facts, state: PageState): View {
  const question = questionOf(facts, state);
  assert.ok(question && facts.settings);
  return makeView(question, priceModels(question), facts.settings);
}

/** The page as HTML, with all figures. */
function draw(facts: Facts, state: PageState, outcome?: Outcome): string {
  const question = questionOf(facts, state);
  const view = question && viewOf(facts, state);
  const figures: Figures = question
    ? { kind: 'priced', question, rows: priceModels(question) }
    : { kind: 'missing' };
  return drawFigures(facts, state, figures, view, outcome);
}

function drawFigures(
  facts: Facts,
  state: PageState,
  figures: Figures,
  view: View | undefined,
  outcome?: Outcome,
): string {
  const { words } = facts;
  const { topic } = state;
  const screen = screenOf({ facts, topic, figures, failure: undefined }, view);
  return renderApp({ words, screen, state, outcome, actions: noActions });
}

function idsOf(state: PageState, facts = factsOf({})): readonly string[] {
  return shownRows(state, viewOf(facts, state)).map(({ model }) => model.id);
}

describe('the report page', () => {
  it("says below the user's model how its name was read", () => {
    const reading = '"GPT-4o" is read as openai/gpt-4o.';
    const settings = { ...pageSettings(), modelReading: reading };
    assert.match(
      draw(factsOf({ settings }), stateOf({})),
      /<span class="figure-note">&quot;GPT-4o&quot; is read as openai\/gpt-4o\.<\/span>/,
    );
    assert.ok(!draw(factsOf({}), stateOf({})).includes('<span class="figure-note"'));
  });

  /** The first file with samples. */
  function withSamples(subject: ReportSubject, ...tokens: readonly number[]): ReportSubject {
    const countOf = (each: number): WireCount => [each, each, each, 'exact'];
    const samples = tokens.map((each) => subject.groups.map(() => countOf(each)));
    const [first, ...others] = subject.files;
    assert.ok(first);
    return { ...subject, files: [{ ...first, samples }, ...others] };
  }

  it("has the mean of a template's samples and the worst, under the assumptions of the page", () => {
    const mean = subjectOf(models, { 'a.prompty': 4 });
    const settings = pageSettings({ modelId: 'openai/o1' });
    const subject = withSamples(mean, 3, 6);
    const html = draw(factsOf({ settings }), stateOf({ subject, scenario: { outputTokens: 0 } }));
    // 15 USD per million input tokens: 3 x 15 = 45 and 6 x 15 = 90 millionths, on average 67.5
    assert.ok(
      html.includes(
        '2 samples: on average 4.5 tokens, $0.0000675; the most expensive: 6 tokens, $0.0000900 (sample 2).',
      ),
    );
    assert.match(html, /<li>3 tokens · \$0\.0000450<\/li><li>6 tokens · \$0\.0000900<\/li>/);
    const alone = draw(factsOf({ settings }), stateOf({ subject: mean }));
    assert.ok(!alone.includes('class="figure-note samples"'));
  });

  it('has the worst sample of each template among files', () => {
    const files = subjectOf(models, { 'a.prompty': 4, 'b.md': 1 }, 'files');
    const subject = withSamples(files, 3, 6, 2);
    const settings = pageSettings({ modelId: 'openai/o1' });
    const scenario = { outputTokens: 0 };
    const html = draw(factsOf({ settings }), stateOf({ subject, scenario }));
    // 6 x 15 = 90 millionths
    assert.ok(
      html.includes('mean of 3 samples; the most expensive: 6 tokens, $0.0000900 (sample 2)'),
    );
    const asOne = draw(factsOf({ settings }), stateOf({ subject, scenario, filesAs: 'one' }));
    assert.ok(asOne.includes('mean of 3 samples; at most 6 tokens (sample 2)'));
    // 3 + 1, 6 + 1 and 2 + 1 tokens: 14 / 3
    assert.ok(asOne.includes('3 samples: on average 4.7 tokens, $0.0000700;'));
  });

  it('says what of the settings is not used', () => {
    const settings = { ...pageSettings(), warnings: ['The file <a> is ignored.'] };
    const html = draw(factsOf({ settings }), stateOf({}));
    assert.match(html, /<p class="notice">The file &lt;a> is ignored\.<\/p>/);
    assert.ok(!draw(factsOf({}), stateOf({})).includes('class="notice"'));
  });

  it('names a preset as one in the line of assumptions', () => {
    const label = (scenario: PageState['scenario']) =>
      /id="assume-presets".*?>(.*?)</.exec(draw(factsOf({}), stateOf({ scenario })))?.[1];
    const [preset] = PRESETS;
    assert.equal(label(preset?.scenario ?? {}), 'Preset: One question');
    assert.equal(label({ outputTokens: 11 }), 'Presets');
  });

  it('offers the way back from the choice of a model', () => {
    const button = (outcome: Outcome) =>
      /id="restore-model">(.*?)</.exec(draw(factsOf({}), stateOf({}), outcome))?.[1];
    const chosen = { of: 'selectModel', ok: true, text: 'Your model is now A.' } as const;
    assert.equal(button({ ...chosen, back: 'Back to B' }), 'Back to B');
    assert.equal(button(chosen), undefined);
  });

  it('has a headline of one line', () => {
    const seeds = seedModels();
    const facts = factsOf({ table: knownTable(seeds) });
    const say = (scenario: PageState['scenario'], kind: 'document' | 'files' = 'document') => {
      const subject = subjectOf(seeds, { a: 1000, ...(kind === 'files' ? { b: 1 } : {}) }, kind);
      const view = viewOf(facts, stateOf({ subject, scenario, callAtMs: SEED_DAY_MS }));
      return describeHeadline(ENGLISH, view, namedSubject(subject));
    };
    // 0.045 / 0.001645 USD
    assert.equal(say({}), 'DeepSeek-R1 costs 1/27.4 of what OpenAI o1 costs for this call.');
    assert.equal(
      say({ conversationTurns: 2 }),
      'DeepSeek-R1 costs 1/27.3 of what OpenAI o1 costs for this conversation.',
    );
    assert.match(
      say({}, 'files'),
      /^DeepSeek-R1 costs 1\/27\.\d of what OpenAI o1 costs for one call for each file\.$/,
    );
    assert.equal(
      say({ serviceTier: 'ultrafast' }),
      'No model that can be bought at a known price fits this call.',
    );
    assert.equal(
      say({ serviceTier: 'ultrafast', conversationTurns: 2 }),
      'No model that can be bought at a known price fits this conversation.',
    );
  });

  it('prices with the settings and the changes on the page', () => {
    const facts = factsOf({});
    const total = (scenario: PageState['scenario']) => {
      const { yours } = viewOf(facts, stateOf({ scenario, callAtMs: SEED_DAY_MS })).headline;
      return yours?.price.kind === 'priced'
        ? Number(yours.price.expected.total.numerator) / 1e15
        : undefined;
    };
    // o1: 1,000 x 15, 500 x 60 millionths.
    assert.equal(total({}), 0.045);
    assert.equal(total({ outputTokens: 1000 }), 0.075);
    assert.equal(total({ reasoningTokens: 500 }), 0.075);
  });

  it('exports a frozen report under the name of its own text', () => {
    const facts = factsOf({
      current: { kind: 'counted', subject: subjectOf(models, { 'current.md': 1 }) },
    });
    const frozen = subjectOf(models, { 'frozen.md': 1000 });
    const state = stateOf({ topic: { kind: 'frozen', subject: frozen } });
    const view = viewOf(facts, state);
    const content = { version: '1', view, state };
    const request = exportRequest('md', 'file', content);
    assert.equal(request.name, frozen.name);
    assert.ok(request.text.includes('frozen.md') && !request.text.includes('current.md'));
  });

  it('names the cells of a notebook, in exports too', () => {
    const facts = factsOf({});
    const say = (kind: 'notebook' | 'cells', cells: number) => {
      const subject = { ...subjectOf(models, { 'plan.ipynb': 100 }, kind), cells };
      const state = stateOf({ subject });
      const view = viewOf(facts, state);
      const content = { version: '1', view, state };
      const csv = makeExport('csv', content).split('\r\n')[1] ?? '';
      return [describeSubject(ENGLISH, namedSubject(subject)), csv.slice(0, csv.indexOf(','))];
    };
    assert.deepEqual(say('notebook', 12), ['plan.ipynb (12 cells)', 'plan.ipynb (12 cells)']);
    assert.deepEqual(say('cells', 2), ['2 cells of plan.ipynb', '2 cells of plan.ipynb']);
    assert.deepEqual(say('cells', 1), ['1 cell of plan.ipynb', '1 cell of plan.ipynb']);
    assert.deepEqual(say('notebook', 1), ['plan.ipynb (1 cell)', 'plan.ipynb (1 cell)']);
  });

  it('names its subject in the title', () => {
    const facts = factsOf({});
    const title = (
      subject: Partial<ReportSubject>,
      files: Readonly<Record<string, number>> = { a: 1 },
    ) => {
      const { kind = 'document' } = subject;
      const state = stateOf({ subject: { ...subjectOf(models, files, kind), ...subject } });
      const html = draw(facts, state);
      return /<h1>(.*?)<\/h1>/.exec(html)?.[1]?.replaceAll(/<.*?>/g, '');
    };
    assert.equal(title({}), 'Cost of a');
    assert.equal(title({ kind: 'files' }), 'Cost of 1 file in project');
    assert.equal(title({ kind: 'files' }, { a: 1, b: 1 }), 'Cost of 2 files in project');
    assert.equal(title({ kind: 'selections' }), 'Cost of the selection in a');
    assert.equal(title({ kind: 'selections', selections: 3 }), 'Cost of 3 selections in a');
    assert.equal(title({ kind: 'cells', cells: 2 }), 'Cost of 2 cells of a');
    assert.equal(title({ kind: 'notebook', cells: 2 }), 'Cost of a (2 cells)');
  });

  it('shows beside the figures whether a count is exact or near-exact', () => {
    const facts = factsOf({});
    // Models of both kinds are sold on this day.
    const callAtMs = Date.parse('2026-11-20');
    const bandOf = (modelId: string) => {
      const settings = facts.settings && { ...facts.settings, modelId };
      const state = stateOf({ callAtMs });
      const html = draw({ ...facts, settings }, state);
      return /id="yours".*?figure-band">(.*?)</.exec(html)?.[1];
    };
    const { rows } = viewOf(facts, stateOf({ callAtMs }));
    const withAccuracy = (accuracy: string) =>
      rows.find(
        ({ model, price }) => price.kind === 'priced' && model.tokenizer.accuracy === accuracy,
      )?.model.id ?? '';
    assert.equal(bandOf(withAccuracy('exact')), '1,000 tokens · exact count');
    assert.equal(bandOf(withAccuracy('near-exact')), '1,000 tokens · near-exact count');
  });

  it("tells the tokens once: of the user's model, or else over all models", () => {
    const tokensIn = (modelId: string) => {
      const facts = factsOf({ settings: { ...pageSettings(), modelId } });
      const html = draw(facts, stateOf({}));
      return html.slice(0, html.indexOf('id="headline"')).match(/[\d,]+ tokens/g);
    };
    assert.deepEqual(tokensIn('openai/o1'), ['1,000 tokens']);
    assert.deepEqual(tokensIn('acme/unknown'), ['1,000 tokens']);
  });

  it('has columns for a day and for the context window only if they say something', () => {
    const columnsOf = (scenario: PageState['scenario'], tokens: number) => {
      const subject = subjectOf(models, { a: tokens });
      const html = draw(factsOf({}), stateOf({ subject, scenario }));
      const headings = [...html.matchAll(/data-column="(day|context)"/g)].map(([, name]) => name);
      const choices = [...html.matchAll(/<span>((?:Per day|Context)[^<]*)/g)].map(
        ([, text]) => text,
      );
      return { headings, choices };
    };
    assert.deepEqual(columnsOf({}, 1), {
      headings: [],
      choices: ['Per day (one call a day)', 'Context (all below half)'],
    });
    assert.deepEqual(columnsOf({ callsPerDay: 10 }, 1).headings, ['day']);
    assert.deepEqual(columnsOf({}, 100_000), {
      headings: ['context'],
      choices: ['Per day (one call a day)', 'Context'],
    });
  });

  describe('on files that name models or answers of their own', () => {
    const plain = subjectOf(
      models,
      { 'a.md': 1000, 'b.prompt.md': 2000, 'c.prompty': 3000 },
      'files',
    );
    const own = [undefined, { modelId: 'deepseek/deepseek-r1' }, { outputTokens: 800 }];
    const subject = {
      ...plain,
      files: plain.files.map(({ path, counts }, index) => {
        const call = own[index];
        return call ? { path, counts, own: call } : { path, counts };
      }),
    };
    const at = { subject, callAtMs: SEED_DAY_MS };
    const facts = factsOf({});

    it('is the sum of each file as it is used', () => {
      const html = draw(facts, stateOf(at));
      // o1: 4,000 x 15 + (500 + 800) x 60; deepseek-r1: 2,000 x 0.55 + 500 x 2.19 millionths.
      assert.match(html, /class="amount">\$0\.140</);
      assert.match(html, /Your models/);
      assert.match(html, /On the model that each names: DeepSeek-R1 \(1 file\)\./);
      // o1: 6,000 x 15 + (500 + 500 + 800) x 60.
      assert.match(html, /All files on OpenAI o1: \$0\.198\./);
      assert.match(html, /of what your choice of models costs for one call for each file\./);
      assert.match(html, /Files, one call each on its own model/);
      // What drives the cost is of the same sum: (1,300 x 60 + 500 x 2.19) / 140,195 are answers.
      assert.match(html, /What drives the cost, each file on the model that it names/);
      const [, driven = ''] = /id="driver">(.*?)</.exec(html) ?? [];
      assert.match(driven, /^56\.4% of the cost is /);
      assert.match(html, /Here, as in the table, each model has all files\./);
      const rows = [...html.matchAll(/<tr><th scope="row" class="depth-0">(.*?)<\/tr>/g)].map(
        ([, row = '']) =>
          row
            .replaceAll(/<[^>]*>/g, ' ')
            .replaceAll(/ +/g, ' ')
            .trim(),
      );
      assert.deepEqual(
        rows.map((row) => row.replace(/ [\d.]+%$/, '')),
        [
          'c.prompty 3,000 $0.0930',
          'a.md 1,000 $0.0450',
          'b.prompt.md on DeepSeek-R1 2,000 $0.00220',
        ],
      );
    });

    it('is on requests each on its own model', () => {
      const requests = { ...subject, kind: 'requests' as const, name: 'batch.jsonl' };
      const html = draw(facts, stateOf({ ...at, subject: requests }));
      assert.match(html, /On the model that each names: DeepSeek-R1 \(1 request\)\./);
      assert.match(html, /All requests on OpenAI o1: \$0\.\d+\./);
      assert.match(html, /Requests on 2 models together/);
      assert.match(
        html,
        /b\.prompt\.md<\/bdi><\/button><span class="misfit"> on DeepSeek-R1<\/span>/,
      );
    });

    it('lists the lines that are no requests where a note has no room for all', () => {
      const badLines = [5, 6, 7, 8].map((line) => ({ line, reason: 'notJson' as const }));
      const requests = { ...subject, kind: 'requests' as const, badLines };
      const html = draw(facts, stateOf({ ...at, subject: requests }));
      assert.match(html, /<summary>4 lines are not in the price<\/summary>/);
      assert.match(html, /<li>line 8 is not JSON<\/li>/);
    });

    it('has rows of all files on each model', () => {
      const { rows, headline } = viewOf(facts, stateOf(at));
      const yours = rows.find(({ model }) => model.id === 'openai/o1');
      assert.equal(yours, headline.yours);
      assert.ok(yours?.price.kind === 'priced' && headline.current?.price.kind === 'priced');
      assert.equal(moneyToDecimal(yours.price.expected.total), '0.198');
      assert.equal(moneyToDecimal(headline.current.price.expected.total), '0.140195');
    });

    it('names the models and answers of the files in exports', () => {
      const state = stateOf({ ...at, filter: 'o1 openai', showsAll: true });
      const content = { version: '1', view: viewOf(facts, state), state };
      const files = makeExport('md', content).split('\n\n')[3] ?? '';
      assert.match(files, /^\| File +\| Model +\| Tokens \| +Cost \|/);
      assert.match(
        files,
        /`b\.prompt\.md` +\| `deepseek\/deepseek-r1` +\| +2,000 \| \$0\.00220 \|/,
      );
      assert.match(files, /\*\*All 3 files\*\* +\| +\| +6,000 \| +\$0\.140 \|/);
      const json = JSON.parse(makeExport('json', content)) as { files: Record<string, unknown>[] };
      assert.deepEqual(
        json.files.map(({ ownModel, ownAssumptions }) => [ownModel, ownAssumptions]),
        [
          [undefined, undefined],
          ['deepseek/deepseek-r1', undefined],
          [undefined, { outputTokens: 800 }],
        ],
      );
      const csv = makeExport('csv', content);
      const [headings = [], ...lines] = csv.split('\r\n').map((line) => line.split(','));
      const at1 = (line: readonly string[], name: string) =>
        line.at(headings.indexOf(name) - headings.length);
      assert.deepEqual(
        lines
          .filter(([path, provider, model]) => path && provider === 'openai' && model === 'o1')
          .map((line) => [at1(line, 'output_tokens'), at1(line, 'own_model')]),
        [
          ['500', ''],
          ['500', 'deepseek/deepseek-r1'],
          ['800', ''],
        ],
      );
    });

    it('tries output tokens on all files', () => {
      const { headline } = viewOf(facts, stateOf({ ...at, scenario: { outputTokens: 0 } }));
      assert.ok(headline.yours?.price.kind === 'priced');
      assert.equal(moneyToDecimal(headline.yours.price.expected.total), '0.09');
    });

    it('has no chart row of the sum over several models', () => {
      const charted = chartedRows(viewOf(facts, stateOf(at)), INITIAL_STATE);
      assert.ok(
        charted.kind === 'rows' && charted.rows.every(({ shares }) => shares === undefined),
      );
    });
  });

  it('says that the cost of several files is of all calls', () => {
    const html = draw(
      factsOf({}),
      stateOf({ subject: subjectOf(models, { a: 1, b: 1 }, 'files') }),
    );
    assert.match(html, /data-column="call">All calls</);
    assert.match(html, /<span>Cost of all calls<\/span>/);
    assert.match(html, />one call for each file</);
  });

  it('says how many requests a file of requests has', () => {
    const subject = subjectOf(models, { 'a.md': 1, 'b.jsonl': 12 }, 'files');
    const texts = subject.groups.map(() => [0, 6, 2, 2, 2]);
    const requests = { count: 6, isBatch: true as const, calls: [{ messages: 1 }], texts };
    const [text, file] = subject.files;
    assert.ok(text && file);
    const files = [text, { ...file, requests }];
    const html = draw(factsOf({}), stateOf({ subject: { ...subject, files } }));
    assert.match(html, /<bdi>b\.jsonl<\/bdi><\/button><span class="file-model">6 requests<\/span>/);
    assert.doesNotMatch(html, /<bdi>a\.md<\/bdi><\/button><span/);
  });

  it('says what each mark of the dot plot is', () => {
    const [, legend = ''] =
      /<ul class="legend">(.*?)<\/ul>/.exec(draw(factsOf({}), stateOf({}))) ?? [];
    const entries = legend
      .replaceAll(/<[^>]*>/g, '|')
      .split('|')
      .filter((text) => text !== '');
    assert.deepEqual(entries, ['Expected cost of your model', 'Expected cost']);
  });

  it('prices the text as output, states this, and hides the field for output tokens', () => {
    const facts = factsOf({});
    const asOutput = { treatTextAs: 'output' } as const;
    const state = stateOf({
      scenario: asOutput,
      callAtMs: SEED_DAY_MS,
      chart: 'order',
      openAssumption: 'answer',
    });
    const view = viewOf(facts, state);
    // o1: 1,000 x 60 millionths, no input.
    assert.ok(view.headline.yours?.price.kind === 'priced');
    assert.equal(moneyToDecimal(view.headline.yours.price.expected.total), '0.06');
    const html = draw(facts, state);
    assert.match(html, /priced as output/);
    const byOutput = /Cost per call by output tokens|Up to [\d,]+ output tokens/;
    assert.doesNotMatch(html, /id="scenario-outputTokens"/);
    assert.doesNotMatch(html, byOutput);
    const usual = draw(facts, stateOf({ chart: 'order', openAssumption: 'answer' }));
    assert.doesNotMatch(usual, /priced as output/);
    assert.match(usual, /id="scenario-outputTokens"/);
    assert.match(usual, byOutput);
  });

  it('shows the costs of the first call of a day, which writes to the cache, and of later ones', () => {
    const pageOf = (cacheWrite: 'none' | 'short', cachedShare: number): string => {
      const haiku = models.filter(({ model }) => model === 'claude-haiku-5-5');
      const settings = pageSettings({ modelId: 'anthropic/claude-haiku-5-5' });
      const facts = factsOf({ table: knownTable(haiku), settings });
      const state = stateOf({
        openAssumption: 'cache',
        subject: subjectOf(haiku, { a: 10_000 }),
        scenario: { outputTokens: 0, cachedShare, cacheWrite, callsPerDay: 100 },
        callAtMs: Date.parse('2026-11-23T12:00:00Z'),
        openRows: haiku.map(({ id }) => id),
      });
      return draw(facts, state);
    };
    const written = pageOf('short', 0.8);
    // 2,000 x 0.1 + 8,000 x 0.125, then 2,000 x 0.1 + 8,000 x 0.01 millionths
    assert.match(written, /first of the day; each later one \$0\.00028/);
    assert.match(written, /Per day: \$0\.00120 \+ 99 × \$0\.000280 = \$0\.0289\./);
    assert.match(written, /Assumed: the first call of a day pays/);
    assert.match(pageOf('short', 0), /Nothing is written: choose a cached share above/);
    assert.doesNotMatch(pageOf('none', 0.8), /later one|Assumed/);
  });

  describe('on when caching pays', () => {
    const pageOf = (
      tokens: number,
      scenario: Partial<Scenario> = {},
      known: Pick<ReportSubject, 'beginning'> = {},
    ): string => {
      const haiku = models.filter(({ model }) => model === 'claude-haiku-5-5');
      const settings = pageSettings({ modelId: 'anthropic/claude-haiku-5-5' });
      const facts = factsOf({ table: knownTable(haiku), settings });
      const state = stateOf({
        subject: { ...subjectOf(haiku, { a: tokens }), ...known },
        scenario: { outputTokens: 0, ...scenario },
        callAtMs: Date.parse('2026-11-23T12:00:00Z'),
        openRows: haiku.map(({ id }) => id),
        chart: 'caching',
      });
      return draw(facts, state);
    };
    const within = (html: string, from: RegExp): string => from.exec(html)?.[1] ?? '';
    const FIGURE = /<figure class="lines caching"(.*?)<\/figure>/;

    it('has a sentence, its calculation and a picture', () => {
      // 10,000 x 0.1 = 0.001, written at 0.125, read at 0.01 millionths.
      const figure = within(pageOf(10_000), FIGURE);
      assert.match(figure, /Writing the whole prompt to the cache pays from 2 calls on; below /);
      assert.match(figure, /2 calls: \$0\.00125 \+ 1 × \$0\.000100 = \$0\.00135 with the cache/);
      assert.match(figure, /class="line-measure"/);
    });

    it('takes what is the same in each call, and another share where one is assumed', () => {
      const beginning = {
        kind: 'placeholder' as const,
        counts: [[3120, 3120, 3120, 'exact'] as WireCount],
      };
      const known = within(pageOf(10_000, {}, { beginning }), FIGURE);
      assert.match(known, /Writing the first 3,120 tokens to the cache pays from 2 calls on; /);
      assert.match(
        known,
        /Each call begins with the same 3,120 tokens: all before the first placeholder \(31\.2% of the prompt\)\./,
      );
      // 6,880 x 0.1 and 3,120 x 0.125, then 3,120 x 0.01 millionths.
      assert.match(known, /2 calls: \$0\.00108 \+ 1 × \$0\.000719 = \$0\.00180 with the cache/);
      assert.match(known, /set “Cached share of the prompt”/);
      const assumed = within(pageOf(10_000, { cachedShare: 0.8 }, { beginning }), FIGURE);
      assert.match(assumed, /Writing 80% of the prompt to the cache/);
      assert.match(assumed, /Each call begins with the same 3,120 tokens/);
      assert.doesNotMatch(assumed, /set “Cached share/);
    });

    it('has a sentence alone where nothing is cached', () => {
      const figure = within(pageOf(10_000, { treatTextAs: 'output' }), FIGURE);
      assert.match(figure, /There is no stable beginning of a prompt to cache\./);
      assert.doesNotMatch(figure, /line-measure/);
    });

    it('says it in the detail of each model, for both lifetimes where a cache is assumed', () => {
      const FORMULA = /<div class="formula">(.*?)<\/ul><div class="buttons"/;
      const formula = within(pageOf(10_000, { cachedShare: 1 }), FORMULA);
      assert.match(formula, /pays from 2 calls on; below a hit rate of 21\.7% it costs more/);
      assert.match(formula, /Hit rate: \(write /);
      assert.match(formula, /Long lifetime, such as 1 hour: .* pays from 3 calls on; /);
      const withoutCache = within(pageOf(10_000), FORMULA);
      assert.match(withoutCache, /pays from 2 calls on; below a hit rate of 21\.7% it costs more/);
      assert.doesNotMatch(withoutCache, /Hit rate: |Long lifetime|with the cache/);
    });

    it('names the page of the price below it, with its path', () => {
      const links = pageOf(10_000).match(
        /<div class="formula">.*?<a href="https:\/\/([^"]*?)\/?" .*?<\/a>/,
      );
      assert.match(links?.[1] ?? '', /\w\/\w/);
      assert.ok(links?.[0].endsWith(`<bdi>${links[1]}</bdi></a>`), links?.[0].slice(-300));
    });

    it('has a column, from the soonest on, without a value last', () => {
      const ids = ['anthropic/claude-sonnet-4-5', 'openai/gpt-4.1', 'cohere/command-r7b-12-2024'];
      const known = ids.map((id) => bundledTable().models.find((model) => model.id === id));
      const listed = known.filter((model) => model !== undefined);
      assert.equal(listed.length, 3);
      const sort = { column: 'caching', direction: 'ascending' } as const;
      const state = stateOf({
        subject: subjectOf(listed, { a: 10_000 }),
        callAtMs: Date.parse('2026-11-23T12:00:00Z'),
        hiddenColumns: [],
        sort,
      });
      const facts = factsOf({ table: knownTable(listed) });
      const [html, view] = [draw(facts, state), viewOf(facts, state)];
      const cells = [...html.matchAll(/data-of="caching"><span[^>]*>(.*?)<\/span>/g)];
      assert.deepEqual(
        cells.map(([, text]) => text),
        ['from 2 calls', 'from 2 calls', ''],
      );
      const sorted = shownRows(state, view).map(({ model }) => model.id);
      assert.deepEqual(sorted, [
        'openai/gpt-4.1',
        'anthropic/claude-sonnet-4-5',
        'cohere/command-r7b-12-2024',
      ]);
    });

    it('says it above the parts of the cost only if a cache is assumed', () => {
      const DRIVERS = /<section class="drivers"(.*?)<\/section>/;
      assert.doesNotMatch(within(pageOf(10_000), DRIVERS), /pays from/);
      const assumed = pageOf(10_000, { cachedShare: 0.8, cacheWrite: 'short' });
      assert.match(within(assumed, DRIVERS), /Writing 80% of the prompt to the cache pays from 2 /);
    });
  });

  it('sorts, filters and keeps pinned rows at the top', () => {
    const sort = { column: 'model', direction: 'descending' } as const;
    const sonnets = idsOf(stateOf({ filter: 'SONNET anthropic', sort }));
    assert.ok(sonnets.length > 1 && sonnets.every((id) => id.includes('sonnet')));
    assert.deepEqual(
      idsOf(stateOf({ filter: 'sonnet', sort }), pinning(['openai/o1']))[0],
      'openai/o1',
    );
    assert.ok(idsOf(stateOf({ provider: 'xai' })).every((id) => id.startsWith('xai/')));
    const large = subjectOf(models, { a: 150_000 });
    const fitting = idsOf(stateOf({ subject: large, hidesMisfits: true }));
    assert.ok(fitting.length > 0 && fitting.length < models.length);
    assert.ok(!fitting.includes('deepseek/deepseek-r1'));
  });

  it('says how many more models there are, and where', () => {
    const atMs = Date.parse('2026-11-27');
    const hosted = hostedTable();
    const subject = { ...subjectOf(hosted.models, { a: 1000 }), atMs };
    const facts = factsOf({ table: knownTable(hosted.models) });
    const page = (state: TestState): string => draw(facts, stateOf({ subject, ...state }));
    assert.match(page({}), /3 more models: other hosts, and models no longer sold<.*?>Show all</);
    assert.match(page({}), /<span class="count" role="status">3 of 6 models</);
    assert.match(page({ showsAll: true }), />Show only current models</);
    assert.doesNotMatch(page({ filter: '70b' }), /more models|Show all</);
    assert.match(page({ filter: 'nothing' }), /No model passes the filters/);
    const waiting = { ...knownTable(hosted.models.slice(0, 2)), total: 6 };
    const early = draw(factsOf({ table: waiting }), stateOf({ subject, filter: '70b' }));
    assert.match(early, /Loading all models…/);
  });

  it('unfolds the hosts of a row, with a sentence on their prices', () => {
    const atMs = Date.parse('2026-11-27');
    const hosted = hostedTable();
    const subject = { ...subjectOf(hosted.models, { a: 1000 }), atMs };
    const facts = factsOf({ table: knownTable(hosted.models) });
    const closed = draw(facts, stateOf({ subject }));
    assert.match(closed, /aria-expanded="false" aria-label="3 hosts of Open 70B"/);
    assert.doesNotMatch(closed, /per million input tokens/);
    const open = draw(facts, stateOf({ subject, openHosts: ['cheap/open-70b'] }));
    assert.match(open, /aria-expanded="true" aria-controls="hosts-cheap\/open-70b"/);
    assert.match(open, /Open 70B on 3 hosts: \$0\.10 to \$0\.90 per million input tokens/);
    assert.equal(open.match(/<tr class="host"/g)?.length, 2);
  });

  it('names a host once in a row: in the column, or with the model', () => {
    const hosted = models.filter(({ id }) => id === 'groq/openai/gpt-oss-20b');
    const name = hosted[0]?.name ?? '';
    assert.match(name, / on Groq$/);
    const facts = factsOf({ table: knownTable(hosted) });
    const subject = { ...subjectOf(hosted, { a: 1000 }), atMs: Date.parse('2026-11-27') };
    const rowIn = (state: TestState): string =>
      /<tr[^>]*aria-rowindex="2".*?<\/tr>/s.exec(
        draw(facts, stateOf({ subject, showsAll: true, ...state })),
      )?.[0] ?? '';
    const shown = rowIn({});
    assert.match(shown, new RegExp(`<bdi>${name.replace(' on Groq', '')}</bdi></button>`));
    assert.match(shown, /<bdi class="provider">Groq<\/bdi>/);
    assert.match(rowIn({ hiddenColumns: ['provider'] }), new RegExp(`<bdi>${name}</bdi></button>`));
  });

  it('keeps the space of rows that are not drawn', () => {
    const html = draw(factsOf({}), stateOf({ showsAll: true }));
    assert.equal(html.match(/aria-rowindex/g)?.length, 26, 'the headings and the first 25 rows');
    assert.match(html, new RegExp(`aria-rowcount="${models.length + 1}"`));
    assert.match(
      html,
      /<tbody class="space" aria-hidden="true"><tr><td colspan="\d+" style="height:\s?750px/i,
    );
  });

  it('says which assumptions are tried, and how to save or drop them', () => {
    const tried = (state: TestState) => {
      const [, sentence = '', buttons = ''] =
        /class="tried"><p>(.*?)<\/p>(.*?)<\/div>/.exec(draw(factsOf({}), stateOf(state))) ?? [];
      return [sentence, buttons.match(/<button/g)?.length ?? 0];
    };
    assert.deepEqual(tried({}), ['', 0]);
    assert.deepEqual(tried({ scenario: { outputTokens: 10, batch: true } }), [
      'Tried, not saved: 10 output tokens, batch',
      3,
    ]);
    // A time is not a setting.
    const [sentence, buttons] = tried({ callAtMs: SEED_DAY_MS });
    assert.match(String(sentence), /^Tried, not saved: at Jan 27, 2025/);
    assert.equal(buttons, 1);
  });

  it('keeps what is typed while the figures of before stand', () => {
    const facts = factsOf({});
    const [before, typed] = [stateOf({}), stateOf({ scenario: { outputTokens: 1 } })];
    const question = questionOf(facts, typed);
    assert.ok(question);
    const figures: Figures = { kind: 'pricing', question, share: 0, before: undefined };
    const state: PageState = { ...typed, openAssumption: 'answer' };
    const html = drawFigures(facts, state, figures, viewOf(facts, before));
    const field = /<input type="number" id="scenario-outputTokens"[^>]*>/.exec(html)?.[0] ?? '';
    assert.match(field, / value="1"/);
    assert.match(html, /id="assume-answer"[^>]*>1 output token</);
    assert.match(html, /class="tried"><p>Tried, not saved: 1 output token</);
  });

  it('ends what is tried with its text', () => {
    const scenario = { batch: true };
    const state = stateOf({ scenario, callAtMs: 1, subject: subjectOf(models, { a: 1 }) });
    const selected = { ...subjectOf(models, { a: 1 }), kind: 'selections' as const };
    assert.deepEqual(onTopic(state, { kind: 'current', subject: selected }), {
      topic: { kind: 'current', subject: selected },
    });
    const other = { kind: 'current', subject: subjectOf(models, { b: 1 }) } as const;
    const { requests } = INITIAL_STATE;
    const nothing = { scenario: {}, callAtMs: undefined, leftOut: [], requests };
    assert.deepEqual(onTopic(state, other), { topic: other, ...nothing });
    const files = { kind: 'current', subject: subjectOf(models, { c: 1, d: 1 }, 'files') } as const;
    const others = { ...files, subject: { ...files.subject, identity: 'other' } };
    assert.equal(onTopic({ ...state, topic: files }, others).zoomedFolder, '');
    assert.ok(!('zoomedFolder' in onTopic({ ...state, topic: files }, files)));
  });

  it('offers cheaper models with their rates, and the baseline only if it is another one', () => {
    const answer = (baselineId: string) => {
      const settings = pageSettings({ baselineId });
      const table = knownTable([
        ...seedModels(),
        ...models.filter(({ id }) => id === 'openai/gpt-4o-mini'),
      ]);
      const html = draw(factsOf({ settings, table }), stateOf({}));
      return /<section class="answer".*?<\/section>/.exec(html)?.[0] ?? '';
    };
    const none = answer('');
    assert.match(none, /\$0\.55 in, \$2\.19 out per million tokens/);
    assert.match(none, /aria-label="Choose DeepSeek-R1 as my model"/);
    assert.match(none, /1\/27\.4 of your cost/);
    assert.doesNotMatch(none, /class="combo-box".*?<\/div><div class="number"/);
    // Shown above, so not a second time.
    assert.doesNotMatch(
      answer('deepseek/deepseek-r1'),
      /class="combo-box".*?<\/div><div class="number"/,
    );
  });

  it('shows no cost of an empty text: what a call without it would cost stands below', () => {
    const say = (tokens: number) => {
      const state = stateOf({ subject: subjectOf(models, { 'a.md': tokens }) });
      const html = draw(factsOf({}), state).replaceAll('&quot;', '"');
      return {
        amount: /class="amount">(.*?)</.exec(html)?.[1],
        below: /class="figure-band">(.*?)</.exec(html)?.[1],
        headline: /id="headline">(.*?)</.exec(html)?.[1],
      };
    };
    const empty = say(0);
    assert.equal(empty.amount, 'No text');
    assert.equal(empty.below, '');
    assert.match(empty.headline ?? '', /for a call without a text\.$/);
    assert.match(say(1).headline ?? '', /for this call\.$/);
    const facts = factsOf({});
    const state = stateOf({ subject: subjectOf(models, { 'a.md': 0 }) });
    const view = viewOf(facts, state);
    const content = { version: '1', view, state };
    assert.match(makeExport('md', content), /^### Cost of `a\.md` \(no text\)\n/);
    assert.match(makeExport('svg', content), /<title>Cost of a\.md \(no text\)<\/title>/);
  });

  it('says what of the cost is for the text where most is assumed, as the status bar does', () => {
    const note = (tokens: number, files = 1) => {
      const names = Array.from({ length: files }, (_, index) => [`${index}`, tokens]);
      const kind = files === 1 ? 'document' : 'files';
      const subject = subjectOf(models, Object.fromEntries(names), kind);
      return /<p class="figure-note">(.*?)</.exec(draw(factsOf({}), stateOf({ subject })))?.[1];
    };
    // o1: 100 x 15 and 500 x 60 millionths
    assert.equal(note(100), '$0.0315, of it $0.00150 for this text; the rest is assumed.');
    assert.match(note(0) ?? '', /^The text is empty/);
    assert.equal(note(10_000), undefined);
    assert.equal(
      note(100, 2),
      '$0.0630, of it $0.00300 for the texts of the files; the rest is assumed.',
    );
  });

  it('tells the arithmetic of an estimated count over its band', () => {
    const [o1] = seedModels();
    assert.ok(o1);
    const subject = subjectOf([o1], { a: 140 });
    const [file] = subject.files;
    assert.ok(file);
    const counts = file.counts.map(() => [140, 132, 150, 'estimated'] satisfies WireCount);
    const html = draw(
      factsOf({ table: knownTable([o1]) }),
      stateOf({ subject: { ...subject, files: [{ ...file, counts }] }, openRows: [o1.id] }),
    );
    const parts = /<ul class="parts".*?<\/ul>/.exec(html)?.[0].replaceAll(/<.*?>/g, ' ') ?? '';
    // 132 and 150 x 15 millionths
    assert.match(parts, /132 to 150 tokens × \$15\.00 per million\s+= \$0\.00198 to \$0\.00225/);
    assert.match(parts, /\$0\.0320 to \$0\.0323\s+≈\$0\.0321/);
    assert.doesNotMatch(html, /exactly|All amounts are exact/);
  });

  it('reverses the order on the second click on a heading', () => {
    const up = nextSort({ column: 'call', direction: 'ascending' }, 'month');
    assert.deepEqual(up, { column: 'month', direction: 'ascending' });
    assert.deepEqual(nextSort(up, 'month'), { column: 'month', direction: 'descending' });
  });

  it('has a control for each assumption, and presets that the controls can show', () => {
    const names = CONTROL_GROUPS.flatMap(({ fields }) => fields);
    assert.deepEqual(names.toSorted(), FIELD_NAMES.toSorted());
    const kept = ['treatTextAs', 'regional'];
    for (const { scenario } of PRESETS) {
      assert.deepEqual([...Object.keys(scenario), ...kept].toSorted(), names.toSorted());
    }
    assert.deepEqual(
      [0, 99, 100, 101, 5000].map((value) => stopIndex([0, 100, 1000], value)),
      [0, 0, 1, 1, 2],
    );
  });

  it('remembers its state, and starts without an invalid one', () => {
    const state = stateOf({ filter: 'x', scenario: { batch: true } });
    assert.deepEqual(
      stripUndefined(restoreState(JSON.parse(JSON.stringify(state)))),
      stripUndefined(state),
    );
    assert.equal(restoreState({ ...state, sort: { column: 'evil' } }), INITIAL_STATE);
    assert.equal(restoreState(undefined), INITIAL_STATE);
    const requests = { ...state.requests, filter: 'id-17', column: 'tokens' } as const;
    const reloaded = restoreState(JSON.parse(JSON.stringify({ ...state, requests })));
    assert.deepEqual(reloaded.requests, requests);
    // Requests too many to be remembered come again from the editor.
    const none = { ...reloaded, topic: { kind: 'none' } as const };
    assert.equal('requests' in onTopic(none, state.topic), false);
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}`, 1]));
    const large = stateOf({ subject: subjectOf(models, many, 'files') });
    const remembered = restoreState(JSON.parse(JSON.stringify(rememberedState(large))));
    const identity = subjectIn(large.topic)?.identity;
    const tooLarge = { kind: 'tooLarge', name: 'project', files: 1001, identity };
    assert.deepEqual(remembered.topic, tooLarge);
    assert.equal(isOnFiles(remembered.topic), true);
    assert.equal(isOnFiles(stateOf({}).topic), false);
    const html = draw(factsOf({}), remembered);
    assert.match(html, /report on 1,001 files in project was too large to be kept/);
  });

  it('offers the choice of calls for several files alone, and says what is left out', () => {
    const files = { 'docs/a.md': 1000, 'docs/b.md': 2000, 'src/c.ts': 3000 };
    const drawn = (state: Partial<PageState>) =>
      draw(factsOf({}), stateOf({ subject: subjectOf(models, files, 'files'), ...state }));
    const each = drawn({ openFolders: ['docs'] });
    assert.match(each, /id="files-as-each" checked/);
    assert.ok(!each.includes('id="files-headers"') && !each.includes('id="tick-all"'));
    const one = drawn({ filesAs: 'one', leftOut: ['docs/b.md'], openFolders: ['docs'] });
    assert.match(one, /<h1>.*2 files in project as one call.*<\/h1>/);
    assert.match(one, /2 of 3 files · 1 left out/);
    assert.match(one, /id="files-headers"/);
    assert.match(one, /<tr class="left-out">.*?aria-label="Send docs\/b\.md".*?left out/);
    assert.ok(!draw(factsOf({}), stateOf({})).includes('files-as'));
  });

  it('shows the number of files that an open folder does not list', () => {
    const files = Object.fromEntries(
      Array.from({ length: 205 }, (_, index) => [`only/${index}.ts`, index]),
    );
    const state = stateOf({ subject: subjectOf(models, files, 'files'), openFolders: ['only'] });
    const html = draw(factsOf({}), state);
    assert.match(html, /… and 5 more, none more expensive/);
    assert.match(html, /All 205 files/);
  });

  it('has a button for the setting that changes what a note says', () => {
    const note = { text: 'Models that are not used: 2.', setting: 'useFileModel' } as const;
    const subject = { ...subjectOf(models, { a: 10 }, 'files'), notes: ['Empty: 1', note] };
    const notes = /<ul class="notes">.*?<\/ul>/.exec(draw(factsOf({}), stateOf({ subject })))?.[0];
    assert.equal(
      notes,
      '<ul class="notes"><li>Empty: 1</li><li>Models that are not used: 2. <button type="button" ' +
        'class="link">Open the setting for models that files name</button></li></ul>',
    );
  });

  it('says the answer before what of the texts is not counted', () => {
    const subject = subjectOf(models, { 'a.md': 10, 'b.md': 20 }, 'files');
    const html = draw(factsOf({}), stateOf({ subject: { ...subject, notes: ['Left out: 2'] } }));
    const places = ['<h1', 'class="amount"', 'id="headline"', 'Left out: 2'].map((part) =>
      html.indexOf(part),
    );
    assert.ok(places.every((place) => place >= 0));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('receives all models unchanged as JSON', () => {
    const json = finish(modelsToJson(models));
    assert.deepEqual(modelsFromJson(json), stripUndefined(models));
    assert.throws(() => modelsFromJson('[{"id":1}]'));
    const { table } = factsAfter(NO_FACTS, {
      type: 'prices',
      models: json,
      total: 2000,
      providers: [],
      hosts: {},
    });
    assert.deepEqual([table?.models.length, table?.total], [models.length, 2000]);
  });

  for (const name of HOSTILE_NAMES) {
    it(`shows ${JSON.stringify(name)} as text`, () => {
      const [first] = seedModels();
      assert.ok(first);
      const model = { ...plainModel(first), id: name, model: name, name, providerName: name };
      const facts = factsOf({
        table: knownTable([model]),
        current: { kind: 'uncounted', note: `no text of ${name}`, before: undefined },
        settings: pageSettings({ modelId: name, baselineId: name, pinnedIds: [name] }),
      });
      const subject = subjectOf([model], { [name]: 10, [`x/${name}`]: 5 }, 'files');
      const skipped = [{ path: name, reason: `${name} is too large` }];
      const state = stateOf({
        subject: { ...subject, name, notes: [`counted without ${name}`], skipped },
        openRows: [name],
        openFolders: ['x'],
      });
      const html = draw(facts, state, { of: 'export', ok: true, text: `Saved ${name}` });
      // Values and ids are not shown.
      const seen = html.replaceAll(/ (?:id|value|aria-controls)="[^"]*"/g, '');
      assert.doesNotMatch(seen, /<img|\u202e|href="javascript/);
      assert.match(seen, /counted without /);
      assert.ok(html.includes(name.startsWith('<img') ? '&lt;img src=x' : 'Cost of '));
    });
  }
});

/** Without undefined fields, as in JSON. */
function stripUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, stripUndefined(field)]),
  );
}
