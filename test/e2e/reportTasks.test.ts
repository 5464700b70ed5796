// Tasks in the report, with the mouse and with the keyboard only. Each figure is compared with the core's result for
// the page's counts; unit tests check the core against worked examples.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type FrameLocator, type Locator } from '@playwright/test';
import { groupOf } from '../../src/core/estimate/counts/groups';
import type { Estimate } from '../../src/core/estimate/estimate';
import { projectFolder } from '../../scripts/host/hosts.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import type { Workbench } from '../../scripts/host/workbench.mjs';
import { TablesAt } from '../../src/core/pricing/tablesAt';
import type { ScenarioChanges } from '../../src/protocol/scenario';
import type { ReportSubject, WireCount } from '../../src/protocol/subject';
import { shownRows } from '../../src/report/figures/columns';
import { namedSubject } from '../../src/report/subject';
import { INITIAL_STATE, type PageState } from '../../src/report/state/pageState';
import { describeHeadline } from '../../src/wording/headline';
import { showCost } from '../../src/wording/cost';
import { ENGLISH } from '../../src/wording/words';
import { makeExport } from '../../src/report/figures/export';
import type { Money } from '../../src/core/pricing/money';
import { priceModels, questionOf } from '../../src/report/figures/question';
import { makeView, type View } from '../../src/report/figures/view';
import { NO_FACTS } from '../../src/report/state/facts';
import { bundledModel, bundledTable } from '../support/priceTables';
import { knownTable, pageSettings } from '../support/reports';
import { openReport } from '../support/openReport';
import { fixtures } from '../support/workbench';

const FILE = 'summarize.ts';
const BACK_TO_SETTINGS = '#back-to-settings';
const { models } = new TablesAt(bundledTable()).at(Date.now());

/** Rows that are drawn in any case. */
const FIRST_ROWS = 25;

interface ExportedJson {
  readonly at: string;
  readonly program: { readonly version: string };
  readonly files: readonly {
    readonly estimates: readonly {
      readonly provider: string;
      readonly model: string;
      readonly tokens: number;
      readonly low: number;
      readonly high: number;
      readonly method: 'exact' | 'estimated';
    }[];
  }[];
}

test.describe('tasks in the report', () => {
  test.describe.configure({ mode: 'default' });
  let workbench: Workbench;
  let frame: FrameLocator;
  /** The page's subject, from its own JSON export. */
  let subject: ReportSubject;
  let version = '';

  test.beforeAll(async () => {
    ({ workbench, frame } = await openReport(FILE, { 'apiSpend.model': 'openai/o1' }));
    // The report opens before all encodings are counted; only a complete report is frozen.
    await expect(frame.locator('#export-copy')).toBeEnabled();
    // Retired models are listed, too: their encodings are priced at other times.
    await frame.locator('#show-all').click();
    await expect.poll(() => copied('json')).toContain('"deepseek-r1"');
    // A change of settings counts the text again, at another time; a frozen report does not change.
    await frame.locator('#freeze').click();
    const exported = JSON.parse(await copied('json')) as ExportedJson;
    version = exported.program.version;
    subject = subjectOf(exported);
    await frame.locator('#show-all').click();
    await frame.locator('#assume-all').click();
  });
  test.afterAll(() => workbench.close());

  /** The core's estimates for a scenario. */
  function expected(
    scenario: ScenarioChanges,
    callAtMs?: number,
    state: Partial<PageState> = {},
  ): View {
    const settings = pageSettings();
    const facts = { ...NO_FACTS, table: knownTable(models), settings };
    const topic = { kind: 'frozen', subject } as const;
    const question = questionOf(facts, { ...INITIAL_STATE, ...state, topic, scenario, callAtMs });
    assert.ok(question);
    return makeView(question, priceModels(question), settings);
  }

  function expectedExport(
    format: 'csv' | 'json' | 'md' | 'svg',
    state: Partial<PageState> = {},
  ): string {
    const view = expected({}, undefined, state);
    return makeExport(format, { version, view, state: { ...INITIAL_STATE, ...state } });
  }

  async function copied(format: 'csv' | 'json' | 'md' | 'svg'): Promise<string> {
    await frame.locator('#export-format').selectOption(format);
    return copiedBy(() => frame.locator('#export-copy').click());
  }

  async function copiedBy(press: () => Promise<unknown>): Promise<string> {
    await workbench.page.evaluate(() => navigator.clipboard.writeText(''));
    await press();
    await expect.poll(() => workbench.clipboardText()).not.toBe('');
    return workbench.clipboardText();
  }

  /** The headline, and the name and the costs of each row that is drawn, by its place; as far as columns have room. */
  async function shownFigures(): Promise<Readonly<Record<string, string>>> {
    return frame.locator('html').evaluate(({ ownerDocument }) => {
      const cells = [
        ...ownerDocument.querySelectorAll<HTMLElement>(
          'tr[aria-rowindex] :is(th[scope="row"], [data-of="call"], [data-of="day"], [data-of="month"])',
        ),
      ];
      const placeOf = (cell: HTMLElement): string =>
        cell.closest('tr')?.getAttribute('aria-rowindex') ?? '';
      return Object.fromEntries([
        ['headline', ownerDocument.querySelector('#headline')?.textContent ?? ''],
        ['rows', ownerDocument.querySelector('.models')?.getAttribute('aria-rowcount') ?? ''],
        ...cells.map((cell) => [
          `${placeOf(cell)} ${cell.dataset['of'] ?? 'name'}`,
          // Beside the column of the provider, what is seen of a name has no host.
          cell.getAttribute('aria-label') ?? cell.textContent,
        ]),
      ]);
    });
  }

  function expectedFigures(view: View): Readonly<Record<string, string>> {
    const rows = shownRows(INITIAL_STATE, view);
    const cells = rows.flatMap(({ model, count, price }, index) => {
      const cost = (amount: Money): string => showCost(ENGLISH, count, amount);
      const isPriced = price.kind === 'priced';
      return [
        [`${index + 2} name`, model.name],
        [`${index + 2} call`, isPriced ? cost(price.expected.total) : 'no price'],
        [`${index + 2} day`, isPriced ? cost(price.perDay.expected) : ''],
        [`${index + 2} month`, isPriced ? cost(price.perMonth.expected) : ''],
      ];
    });
    return {
      headline: describeHeadline(ENGLISH, view, namedSubject(view.subject)),
      rows: `${rows.length + 1}`,
      ...Object.fromEntries(cells),
    };
  }

  /** Waits until the page shows the core's estimates in all rows that are drawn, the first ones among them. */
  async function shows(scenario: ScenarioChanges, callAtMs?: number): Promise<void> {
    const wanted = expectedFigures(expected(scenario, callAtMs));
    const first = Math.min(FIRST_ROWS, Number(wanted['rows']) - 1);
    const differing = async (): Promise<Readonly<Record<string, string>>> => {
      const shown = await shownFigures();
      // At least the name and the cost of a call.
      assert.ok(Object.keys(shown).length >= 2 * first + 2, 'the first rows are not drawn');
      return Object.fromEntries(
        Object.entries(shown).filter(([key, text]) => wanted[key] !== text),
      );
    };
    await expect.poll(differing).toEqual({});
  }

  const control = (field: string): Locator => frame.locator(`#scenario-${field}`);
  const slider = (field: string): Locator =>
    frame.locator('.number-control', { has: control(field) }).locator('input[type="range"]');
  const press = async (key: string): Promise<void> => workbench.page.keyboard.press(key);

  /** Drags a slider's handle to the right. Returns the slider's new value. */
  async function drag(field: string): Promise<number> {
    const handle = slider(field);
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    assert.ok(box);
    const y = box.y + box.height / 2;
    const { mouse } = workbench.page;
    await mouse.move(box.x + 8, y);
    await mouse.down();
    await mouse.move(box.x + box.width * 0.3, y, { steps: 4 });
    await mouse.move(box.x + box.width * 0.6, y, { steps: 4 });
    await mouse.up();
    const output = field === 'cachedShare' ? slider(field) : control(field);
    return Number(await output.inputValue());
  }

  /** Presses a key, by default Tab, until an element has the focus. */
  async function tabTo(selector: string, key = 'Tab'): Promise<void> {
    for (let steps = 0; steps < 400; steps++) {
      const isThere = await frame
        .locator('html')
        .evaluate((html, wanted) => html.ownerDocument.activeElement?.matches(wanted), selector);
      if (isThere === true) return;
      await press(key);
    }
    assert.fail(`${selector} cannot be reached with the keyboard`);
  }

  /** Reverts the changes of a test, including a failed one. */
  async function reset(): Promise<void> {
    await frame.getByRole('button', { name: 'Back to settings' }).click();
    await shows({});
  }

  const headings = (): Locator => frame.locator('.models tr[aria-rowindex] > th[scope="row"]');
  /** Of the first rows, which are always drawn. */
  const modelNames = async (): Promise<readonly string[]> =>
    (await headings().evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label'))))
      .slice(0, FIRST_ROWS)
      .map(String);

  const firstNames = (rows: readonly Estimate[]): readonly string[] =>
    rows.slice(0, FIRST_ROWS).map(({ model }) => model.name);

  const expectedNames = (state: Partial<PageState>): readonly string[] =>
    firstNames(shownRows({ ...INITIAL_STATE, ...state }, expected({}, undefined, state)));

  test.describe('with the mouse', () => {
    for (const field of [
      'outputTokens',
      'reasoningTokens',
      'callsPerDay',
      'conversationTurns',
      'messages',
    ] as const) {
      test(`changes ${field} by dragging its slider`, async () => {
        const value = await drag(field);
        assert.ok(value > 1, `the slider stays at ${value}`);
        await shows({ [field]: value });
        await reset();
      });
    }

    test('caches a share of the prompt and shows the cache write', async () => {
      const cachedShare = (await drag('cachedShare')) / 100;
      assert.ok(cachedShare > 0);
      await shows({ cachedShare });
      await control('cacheWrite').selectOption('short');
      await shows({ cachedShare, cacheWrite: 'short' });
      await frame.locator('#scenario-cacheWrite-hint').getByText('Assumed').waitFor();
      await reset();
    });

    test('prices a conversation with a cached history', async () => {
      await control('conversationTurns').fill('20');
      const turnInputTokens = await drag('turnInputTokens');
      await control('cacheHistory').click();
      await shows({ conversationTurns: 20, turnInputTokens, cacheHistory: true });
      await reset();
    });

    test('prices the text as output', async () => {
      await control('treatTextAs').selectOption('output');
      await shows({ treatTextAs: 'output' });
      assert.equal(await control('outputTokens').count(), 0);
      await reset();
    });

    test('prices a batch, a service tier and a region', async () => {
      await control('batch').click();
      await shows({ batch: true });
      await control('batch').click();
      await control('serviceTier').selectOption('fast');
      await shows({ serviceTier: 'fast' });
      await control('serviceTier').selectOption('standard');
      await control('regional').click();
      await shows({ regional: true });
      await reset();
    });

    test('prices a call at another time, with peak hours and dated prices', async () => {
      await control('callAt').fill('2025-01-27T12:00');
      const browserMs = await frame.locator('html').evaluate(() => Date.parse('2025-01-27T12:00'));
      await shows({}, browserMs);
      await control('callNow').click();
      await shows({});
    });

    test('applies a preset', async () => {
      await frame.locator('#preset').selectOption('conversation');
      await shows({
        conversationTurns: 20,
        turnInputTokens: 200,
        cacheHistory: true,
        callsPerDay: 100,
      });
      await reset();
    });

    test('sorts, filters, opens a row and pins it', async () => {
      await frame.locator('[data-column="model"]').click();
      await frame.locator('[data-column="model"]').click();
      const sort = { column: 'model', direction: 'descending' } as const;
      await expect.poll(modelNames).toEqual(expectedNames({ sort }));
      await frame.locator('#filter').fill('claude haiku');
      await frame.locator('#provider').selectOption('anthropic');
      const state = { sort, filter: 'claude haiku', provider: 'anthropic' };
      await expect.poll(modelNames).toEqual(expectedNames(state));
      assert.ok(expectedNames(state).length > 0);
      await frame.locator('tbody .open').first().click();
      await frame.locator('.formula .parts').waitFor();
      await frame.locator('#filter').fill('');
      await frame.locator('#provider').selectOption('');
      await frame.locator('[data-column="call"]').click();
      const last = expectedNames({}).at(-1) ?? '';
      const pin = frame.getByRole('button', { name: `Pin ${last} to the top`, exact: true });
      await pin.click();
      // Below the user's model.
      await expect(headings().nth(1)).toHaveAttribute('aria-label', last);
      await pin.click();
      await expect(headings().nth(1)).toHaveAttribute('aria-label', expectedNames({})[1] ?? '');
    });

    test('hides models that the call does not fit and chooses columns', async () => {
      const long = { messages: 0, outputTokens: 100_000 };
      await control('outputTokens').fill(String(long.outputTokens));
      await frame.locator('#hide-misfits').click();
      const fitting = shownRows({ ...INITIAL_STATE, hidesMisfits: true }, expected(long));
      assert.ok(fitting.length > 0 && fitting.length < models.length);
      await expect.poll(modelNames).toEqual(firstNames(fitting));
      await frame.locator('#hide-misfits').click();
      await frame.locator('.columns summary').click();
      await frame.locator('.columns input[value="times"]').click();
      await frame.locator('th [data-column="times"]').waitFor({ state: 'detached' });
      await frame.locator('.columns input[value="times"]').click();
      await frame.locator('th [data-column="times"]').waitFor();
      await frame.locator('.columns summary').click();
      await reset();
    });

    test('changes the chart', async () => {
      const choose = async (chart: string) =>
        frame.locator(`input[name="chart"][value="${chart}"]`).click();
      await choose('order');
      // o1 changes places with no other model.
      await frame.locator('.no-crossing').waitFor();
      await expect(frame.locator('figure.lines')).toHaveCount(0);
      await choose('parts');
      await frame.locator('.cost-list .segment').first().waitFor();
      assert.equal(await copied('svg'), expectedExport('svg', { chart: 'parts' }));
      await choose('call');
      await frame.locator('.cost-list .dot').first().waitFor();
    });

    test('compares with another model', async () => {
      const box = frame.getByRole('combobox', { name: 'Compare costs with' });
      await expect(box).toHaveValue(/^Your model \(/);
      await box.click();
      const list = frame.locator('#baseline-list');
      await expect(list.getByRole('option').first()).toHaveText(/^Your model \(/);
      await box.fill('4.5 haiku');
      await expect(list.getByRole('option').first()).toContainText('anthropic/claude-haiku-4-5');
      await box.press('Enter');
      await expect(list).toBeHidden();
      await expect(box).toHaveValue('Claude Haiku 4.5');
      await frame.locator('#headline').getByText('of what Claude Haiku 4.5 costs').waitFor();
      await expect(frame.locator('#baseline-figure .number')).toHaveText(/^≈?\$/);
      await box.fill('no such model');
      await expect(frame.locator('.combo-list .hint')).toContainText('No model matches');
      await box.press('Escape');
      await expect(box).toHaveValue('Claude Haiku 4.5');
      await box.press('ArrowDown');
      await expect(box).toHaveAttribute('aria-expanded', 'true');
      await box.press('PageUp');
      while ((await list.locator('.active').getAttribute('id')) !== 'baseline-option-0')
        await box.press('PageUp');
      await box.press('Enter');
      await shows({});
    });

    for (const [format, option] of [
      ['csv', 'csv'],
      ['json', 'json'],
      ['md', 'markdown'],
    ] as const) {
      test(`copies and saves ${format}, identical to the exports of the core and the terminal`, async () => {
        const wanted = expectedExport(format);
        assert.equal(await copied(format), wanted);
        assert.equal(await saved(format, () => frame.locator('#export-save').click()), wanted);
        // The terminal's baseline is the first --model.
        const ids = ['openai/o1', ...expected({}).models.map(({ id }) => id)];
        const args = ['--at', new Date(subject.atMs).toISOString(), '--format', option];
        const terminal = spawnSync(
          process.execPath,
          [
            join(projectFolder, 'dist', 'cli.js'),
            'estimate',
            FILE,
            ...args,
            ...ids.flatMap((id) => ['--model', id]),
          ],
          { cwd: join(fixtures, 'samples', 'src'), encoding: 'utf8' },
        );
        // Models that the user names are not a part of the table.
        const named = wanted
          .replace(/"moreModels": \d+/, '"moreModels": null')
          .replace(/[\d,]+ of [\d,]+ models · /, '');
        assert.equal(terminal.stdout, named, terminal.stderr);
      });
    }

    test('copies and saves the chart', async () => {
      const wanted = expectedExport('svg');
      assert.equal(await copied('svg'), wanted);
      assert.equal(await saved('svg', () => frame.locator('#export-save').click()), wanted);
    });

    test('exports the visible rows', async () => {
      await frame.locator('#filter').fill('sonnet');
      const found = shownRows(
        { ...INITIAL_STATE, filter: 'sonnet' },
        expected({}, undefined, { filter: 'sonnet' }),
      );
      await expect(frame.locator('.count[role="status"]')).toHaveText(
        new RegExp(`^${found.length} of`),
      );
      assert.equal(await copied('csv'), expectedExport('csv', { filter: 'sonnet' }));
      await frame.locator('#filter').fill('');
    });
  });

  test.describe('with the keyboard only', () => {
    test.beforeAll(async () => {
      await workbench.runCommand('View: Focus Last Editor Group');
      // The last click of the tests with the mouse may have moved the focus far down.
      await frame.locator('#freeze').focus();
    });

    // From the export's buttons, Tab would visit all rows of the table.
    test.beforeAll(() => frame.locator('#freeze').focus());

    /** Replaces a field's text: Tab selects it. */
    async function typeInto(selector: string, text: string): Promise<void> {
      await tabTo(selector);
      await workbench.typeText(text);
    }

    test('types numbers, moves sliders, toggles switches and chooses from lists', async () => {
      await typeInto('#scenario-outputTokens', '1234');
      await typeInto('#scenario-reasoningTokens', '77');
      await typeInto('#scenario-callsPerDay', '31');
      await shows({ outputTokens: 1234, reasoningTokens: 77, callsPerDay: 31 });
      await tabTo('#scenario-cachedShare');
      await press('ArrowRight');
      await press('PageUp');
      const cachedShare = Number(await control('cachedShare').inputValue()) / 100;
      assert.ok(cachedShare > 0.01);
      await tabTo('#scenario-cacheWrite');
      await press('ArrowDown');
      const first = { outputTokens: 1234, reasoningTokens: 77, callsPerDay: 31, cachedShare };
      await shows({ ...first, cacheWrite: 'short' });
      await typeInto('#scenario-messages', '3');
      await typeInto('#scenario-conversationTurns', '4');
      await typeInto('#scenario-turnInputTokens', '55');
      await tabTo('#scenario-cacheHistory');
      await press('Space');
      const second = { conversationTurns: 4, turnInputTokens: 55, cacheHistory: true, messages: 3 };
      await shows({ ...first, cacheWrite: 'short', ...second });
      await tabTo(BACK_TO_SETTINGS, 'Shift+Tab');
      await press('Enter');
      await shows({});
      // The button is gone, and the focus stays near it.
      await expect(frame.locator('#assume-answer')).toBeFocused();
    });

    test('moves the slider beside a number field', async () => {
      await tabTo('#scenario-callsPerDay');
      await press('Shift+Tab');
      await press('End');
      await shows({ callsPerDay: 1_000_000 });
      await press('Home');
      await shows({ callsPerDay: 0 });
      await press('ArrowRight');
      await shows({});
    });

    test('chooses a preset, the text as output, a batch, a service tier, a region and a time', async () => {
      await tabTo('#preset', 'Shift+Tab');
      await workbench.typeText('Code');
      await shows({ outputTokens: 1500, reasoningTokens: 4000, callsPerDay: 50 });
      await tabTo(BACK_TO_SETTINGS, 'Shift+Tab');
      await press('Enter');
      await shows({});
      await tabTo('#scenario-treatTextAs');
      await press('ArrowDown');
      await shows({ treatTextAs: 'output' });
      await press('ArrowUp');
      await tabTo('#scenario-batch');
      await press('Space');
      await shows({ batch: true });
      await press('Space');
      await tabTo('#scenario-serviceTier');
      await press('End');
      await shows({ serviceTier: 'ultrafast' });
      await press('Home');
      await tabTo('#scenario-regional');
      await press('Space');
      await shows({ regional: true });
      await tabTo('#scenario-callNow');
      await press('Space');
      await tabTo('#scenario-callAt', 'Shift+Tab');
      await press('ArrowDown');
      const time = await control('callAt').inputValue();
      const callAtMs = await frame.locator('html').evaluate((_, at) => Date.parse(at), time);
      await shows({ regional: true }, callAtMs);
      await tabTo(BACK_TO_SETTINGS, 'Shift+Tab');
      await press('Enter');
      await shows({});
    });

    test('sorts, filters, opens a row and reads its formula', async () => {
      await tabTo('#filter');
      await workbench.typeText('o1 openai');
      await tabTo('#hide-misfits');
      await press('Space');
      await press('Space');
      await tabTo('.columns summary');
      await press('Enter');
      await tabTo('.columns input[value="times"]');
      await press('Space');
      await frame.locator('th [data-column="times"]').waitFor({ state: 'detached' });
      await press('Space');
      await frame.locator('th [data-column="times"]').waitFor();
      await tabTo('[data-column="month"]');
      await press('Enter');
      await frame.locator('th[aria-sort="ascending"] [data-column="month"]').waitFor();
      await press('Enter');
      await frame.locator('th[aria-sort="descending"] [data-column="month"]').waitFor();
      const state = { filter: 'o1 openai' };
      const row = shownRows({ ...INITIAL_STATE, ...state }, expected({}, undefined, state))[0];
      assert.ok(row?.price.kind === 'priced');
      await tabTo('tbody .open[title="openai/o1"]');
      await press('Enter');
      const formula = frame.locator('tr[id="formula-openai/o1"]');
      await formula.waitFor();
      const text = await formula.innerText();
      const input = row.price.expected.parts.find(({ name }) => name === 'input');
      assert.ok(input && 'tokens' in input);
      assert.match(
        text.replaceAll(/\s+/g, ' '),
        new RegExp(`Input ${input.tokens} tokens × \\$15`),
      );
      assert.match(text, /500 tokens/);
      await press('Enter');
      await formula.waitFor({ state: 'detached' });
      await tabTo('[data-column="call"]', 'Shift+Tab');
      await press('Enter');
      await tabTo('#filter', 'Shift+Tab');
      await press('Delete');
      assert.equal(await frame.locator('#filter').inputValue(), '');
    });

    test('changes the chart', async () => {
      await tabTo('input[name="chart"]', 'Shift+Tab');
      await press('ArrowRight');
      await frame.locator('.cost-list .segment').first().waitFor();
      await press('ArrowRight');
      await frame.locator('.no-crossing').waitFor();
      await press('ArrowLeft');
      await press('ArrowLeft');
      await frame.locator('.cost-list .dot').first().waitFor();
    });

    test('copies and saves exports of the visible rows', async () => {
      // Leaves fewer rows between the controls.
      await tabTo('#filter');
      await workbench.typeText('o1 openai');
      const state = { filter: 'o1 openai' };
      for (const [format, label] of [
        ['csv', 'CSV'],
        ['json', 'JSON'],
        ['svg', 'SVG'],
        ['md', 'Markdown'],
      ] as const) {
        await tabTo('#export-format', format === 'csv' ? 'Tab' : 'Shift+Tab');
        await workbench.typeText(label);
        await tabTo('#export-copy');
        const wanted = expectedExport(format, state);
        assert.equal(await copiedBy(() => press('Enter')), wanted);
      }
      await tabTo('#export-save', 'Shift+Tab');
      const wanted = expectedExport('md', state);
      assert.equal(await saved('md', () => press('Enter')), wanted);
    });
  });

  /** Saves in the dialog. Returns the file's text. */
  async function saved(format: string, start: () => Promise<unknown>): Promise<string> {
    const { path } = temporaryFolder('exports');
    // The dialog lists only files of the report's format.
    writeFileSync(join(path, `neighbour.${format}`), '');
    const file = join(path, `report.${format}`);
    await start();
    const input = workbench.quickInput().locator('input[type="text"]');
    const neighbour = workbench.quickRows().filter({ hasText: `neighbour.${format}` });
    // The dialog replaces typed text until it has listed its first folder; it then suggests a name for the file.
    await expect(input).toHaveValue(new RegExp(`\\.${format}$`));
    await input.fill(file);
    // The dialog accepts the file after it has listed the file's folder.
    await neighbour.waitFor();
    await expect(input).toHaveValue(file);
    await press('Enter');
    await expect(input).toBeHidden();
    await frame.locator('.outcome', { hasText: `Saved report.${format}` }).waitFor();
    return readFileSync(file, 'utf8');
  }
});

/** The subject with the counts of an export. */
function subjectOf({ at, files }: ExportedJson): ReportSubject {
  const counts = new Map(
    (files[0]?.estimates ?? []).map(({ provider, model, tokens, low, high, method }) => [
      groupOf(bundledModel(`${provider}/${model}`)),
      [tokens, low, high, method] satisfies WireCount,
    ]),
  );
  return {
    kind: 'document',
    name: FILE,
    identity: FILE,
    selections: 0,
    atMs: Date.parse(at),
    groups: [...counts.keys()],
    files: [{ path: FILE, counts: [...counts.values()] }],
    skipped: [],
  };
}
