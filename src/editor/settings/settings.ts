import { workspace, type ConfigurationScope, type Event } from 'vscode';
import type { Budgets } from '../../core/estimate/budget';
import { parseCurrency, type Currency } from '../../core/figures/currency';
import { scenarioSetting } from '../../core/scenario/fields';
import { parseScenario } from '../../core/scenario/parse';
import { DEFAULT_SCENARIO, type FullScenario } from '../../core/scenario/scenario';
import { isPrice, moneyOfUsd, type Money } from '../../core/pricing/money';
import type { PriceSettings } from '../../core/pricing/resolve';
import type { Problem } from '../../core/pricing/table/problem';
import { DEFAULT_STALE_AFTER_DAYS } from '../../core/pricing/staleness';
import {
  noModelName,
  settingProblem,
  wrongSetting,
  type SettingRule,
} from '../../wording/settings';
import { wordsOf } from '../words';

/** What the status-bar item can show, with each more than the one before. */
export const STATUS_BAR_SHOWS = ['cost', 'costAndTokens', 'costTokensAndModel'] as const;

export type StatusBarShow = (typeof STATUS_BAR_SHOWS)[number];

/** What the settings say, read once. */
export interface Settings {
  /** As written: an id `provider/model` or a bare model name. */
  readonly modelName: string;
  readonly scenario: FullScenario;
  /** As written, like the model's name; empty: nothing is compared with. */
  readonly baselineName: string;
  /** As written, in the order of the setting. */
  readonly pinnedNames: readonly string[];
  /** Texts in these languages are not priced. */
  readonly ignoredLanguages: readonly string[];
  readonly statusBarVisible: boolean;
  readonly statusBarShow: StatusBarShow;
  readonly budgets: Budgets;
  readonly staleAfterDays: number;
  /** Undefined: amounts are shown in US dollars. */
  readonly currency: Currency | undefined;
  /** One sentence for each setting without which there is no right number. */
  readonly problems: readonly string[];
  /** One sentence for each setting that is left out: the numbers are right without it. */
  readonly warnings: readonly string[];
}

export const SECTION = 'apiSpend';

/** The settings that the price table is made from; a change of any other leaves it as it is. */
const PRICE_SETTINGS = ['pricing.overrides', 'pricing.customModels'] as const;

/** Reads the settings that hold for a document; defaults come from the manifest alone. */
export function readSettings(scope?: ConfigurationScope): Settings {
  const configuration = workspace.getConfiguration(SECTION, scope);
  const modelName = configuration.get<unknown>('model');
  const scenario = parseScenario((name) => configuration.get<unknown>(scenarioSetting(name)));
  const staleAfterDays = configuration.get<unknown>('pricing.staleAfterDays');
  const baselineName = configuration.get<unknown>('baselineModel');
  const pinnedNames = configuration.get<unknown>('pinnedModels');
  const ignoredLanguages = configuration.get<unknown>('ignoredLanguages');
  const visible = configuration.get<unknown>('statusBar.visible');
  const show = configuration.get<unknown>('statusBar.show');
  const perCall = configuration.get<unknown>('budget.perCall');
  const perMonth = configuration.get<unknown>('budget.perMonth');
  const lenses = configuration.get<unknown>('codeLens.enabled');
  const promptFiles = configuration.get<unknown>('codeLens.files');
  const { currency, problems } = parseCurrency(configuration.get<unknown>('currency'));
  return {
    modelName: typeof modelName === 'string' ? modelName : '',
    scenario: scenario.ok ? scenario.scenario : DEFAULT_SCENARIO,
    baselineName: typeof baselineName === 'string' ? baselineName.trim() : '',
    pinnedNames: isNames(pinnedNames) ? pinnedNames : [],
    ignoredLanguages: isNames(ignoredLanguages) ? ignoredLanguages : [],
    statusBarVisible: visible !== false,
    statusBarShow: isShow(show) ? show : 'costAndTokens',
    budgets: { perCall: budgetOf(perCall), perMonth: budgetOf(perMonth) },
    staleAfterDays: isDays(staleAfterDays) ? staleAfterDays : DEFAULT_STALE_AFTER_DAYS,
    currency,
    problems: [
      ...modelProblems(modelName),
      ...(scenario.ok
        ? []
        : scenario.problems.map(({ name, rule, value }) =>
            describeWrong(scenarioSetting(name), rule, value),
          )),
    ],
    warnings: [
      ...problems.map((problem) => describeProblem('currency', problem)),
      ...(isDays(staleAfterDays)
        ? []
        : [describeWrong('pricing.staleAfterDays', { kind: 'days' }, staleAfterDays)]),
      ...(isShow(show)
        ? []
        : [describeWrong('statusBar.show', { kind: 'choice', choices: STATUS_BAR_SHOWS }, show)]),
      ...(isBudget(perCall) ? [] : [describeWrong('budget.perCall', { kind: 'amount' }, perCall)]),
      ...(isBudget(perMonth)
        ? []
        : [describeWrong('budget.perMonth', { kind: 'amount' }, perMonth)]),
      ...(typeof baselineName === 'string'
        ? []
        : [describeWrong('baselineModel', { kind: 'modelName' }, baselineName)]),
      ...(isNames(pinnedNames)
        ? []
        : [describeWrong('pinnedModels', { kind: 'modelNames' }, pinnedNames)]),
      ...(isNames(ignoredLanguages)
        ? []
        : [describeWrong('ignoredLanguages', { kind: 'languages' }, ignoredLanguages)]),
      ...flagWarnings('statusBar.visible', visible),
      ...flagWarnings('codeLens.enabled', lenses),
      ...(isNames(promptFiles)
        ? []
        : [describeWrong('codeLens.files', { kind: 'patterns' }, promptFiles)]),
    ],
  };
}

/** Whether there are code lenses, and above which files: globs. */
export interface CodeLensSettings {
  readonly enabled: boolean;
  readonly files: readonly string[];
}

export function readCodeLensSettings(): CodeLensSettings {
  const configuration = workspace.getConfiguration(SECTION);
  const files = configuration.get<unknown>('codeLens.files');
  return {
    enabled: configuration.get<unknown>('codeLens.enabled') === true,
    files: isNames(files) ? files : [],
  };
}

/** Reads the user's own prices and models, which hold for the whole window. */
export function readPriceSettings(): PriceSettings {
  const configuration = workspace.getConfiguration(SECTION);
  return {
    overrides: configuration.get<unknown>('pricing.overrides'),
    customModels: configuration.get<unknown>('pricing.customModels'),
  };
}

/** "The setting apiSpend.currency: rate is not a number …" */
export function describeProblem(setting: string, problem: Problem): string {
  return settingProblem(wordsOf(), `${SECTION}.${setting}`, problem);
}

function modelProblems(modelName: unknown): readonly string[] {
  if (typeof modelName === 'string' && modelName.trim() !== '') return [];
  return [noModelName(wordsOf())];
}

function isShow(value: unknown): value is StatusBarShow {
  return STATUS_BAR_SHOWS.some((show) => show === value);
}

function isBudget(value: unknown): value is number {
  return typeof value === 'number' && isPrice(value);
}

/** Zero is no budget: a settings editor cannot say that there is no number. */
function budgetOf(value: unknown): Money | undefined {
  return isBudget(value) && value > 0 ? moneyOfUsd(value) : undefined;
}

function isDays(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function flagWarnings(key: string, value: unknown): readonly string[] {
  return typeof value === 'boolean' ? [] : [describeWrong(key, { kind: 'flag' }, value)];
}

function describeWrong(key: string, rule: SettingRule, value: unknown): string {
  return wrongSetting(wordsOf(), `${SECTION}.${key}`, rule, value);
}

/** Fires when the user's own prices or models may have changed. */
export const onDidChangePriceSettings: Event<void> = (listener, thisArgs, disposables) =>
  workspace.onDidChangeConfiguration(
    (event) => {
      const isAffected = PRICE_SETTINGS.some((key) =>
        event.affectsConfiguration(`${SECTION}.${key}`),
      );
      if (isAffected) listener.call(thisArgs);
    },
    undefined,
    disposables,
  );

/** Fires when any of our settings may have changed. */
export const onDidChangeSettings: Event<void> = (listener, thisArgs, disposables) =>
  workspace.onDidChangeConfiguration(
    (event) => {
      if (event.affectsConfiguration(SECTION)) listener.call(thisArgs);
    },
    undefined,
    disposables,
  );
