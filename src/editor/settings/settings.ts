import { workspace, type ConfigurationScope, type WorkspaceConfiguration } from 'vscode';
import { budgetsOf, type Budgets } from '../../core/estimate/budget';
import { parseCurrency, type Currency } from '../../core/figures/currency';
import type { PriceSettings } from '../../core/pricing/resolve';
import { scenarioOf, type FullScenario } from '../../core/scenario/scenario';
import { settingProblem, wrongSetting } from '../../wording/views/settings';
import { HumanError } from '../errors';
import { openSettingsAt } from '../help';
import { wordsOf } from '../words';
import { writtenAssumption } from './assumptions';
import { fileCalls, type FileCallState } from './fileCalls';
import { isSet } from './places';
import { teamFiles, type TeamFileState } from './teamFiles';
import { checkSettings, isOfWindow, type SettingValues, type WrongSetting } from './table';

/** A snapshot of the checked settings. */
export interface Settings {
  /** As written: an id `provider/model`, a name or an alias. */
  readonly modelName: string;
  readonly scenario: FullScenario;
  /** As written; empty without a baseline. */
  readonly baselineName: string;
  /** As written, in the order of the setting. */
  readonly pinnedNames: readonly string[];
  /** Whether the model that a file names in its front matter is used: never, once the user says so, or always. */
  readonly useFileModel: SettingValues['useFileModel'];
  /** What the file says of its call. If it is used, the scenario has its ceiling as output tokens. */
  readonly fileCall?: FileCallState | undefined;
  /** Texts in these languages are not priced. */
  readonly ignoredLanguages: readonly string[];
  readonly statusBarVisible: boolean;
  readonly statusBarShow: SettingValues['statusBar.show'];
  readonly codeLenses: CodeLensSettings;
  readonly budgets: Budgets;
  readonly staleAfterDays: number;
  /** Where `Update Prices…` may request a table; empty: the user is asked. */
  readonly updateUrl: string;
  /** Undefined: amounts are shown in US dollars. */
  readonly currency: Currency | undefined;
  /** Each invalid setting that every number depends on. */
  readonly problems: readonly HumanError[];
  /** A sentence for each other invalid setting; its default is used. */
  readonly warnings: readonly string[];
}

export interface CodeLensSettings {
  readonly enabled: boolean;
  /** Globs of the files that have lenses. */
  readonly files: readonly string[];
}

export const SECTION = 'apiSpend';

/**
 * Reads the settings of a document or folder; without a scope, those of the window. What is not set has the value of
 * the team's file, if that has been read, else the default. Those of a document have the call that it names.
 */
export function readSettings(scope?: ConfigurationScope): Settings {
  return fileCalls.apply(settingsWithoutFile(scope), scope);
}

/** The settings without what a document says of itself. */
export function settingsWithoutFile(scope?: ConfigurationScope): Settings {
  const [ofScope, ofWindow] = [configurationOf(scope), configurationOf(undefined)];
  const of = (key: string): WorkspaceConfiguration => (isOfWindow(key) ? ofWindow : ofScope);
  const team = teamFiles.of(scope);
  const { values, scenario, wrong } = checkSettings(
    (key) => settingIn(of(key), key, team),
    (key) => team.settings[key] ?? of(key).inspect(key)?.defaultValue,
    (name) => writtenAssumption(ofScope, name, team),
  );
  const { currency, problems } = parseCurrency(values.currency);
  return {
    modelName: values.model,
    scenario: scenarioOf((name) => scenario[name]),
    baselineName: values.baselineModel.trim(),
    pinnedNames: values.pinnedModels,
    useFileModel: values.useFileModel,
    ignoredLanguages: values.ignoredLanguages,
    statusBarVisible: values['statusBar.visible'],
    statusBarShow: values['statusBar.show'],
    codeLenses: { enabled: values['codeLens.enabled'], files: values['codeLens.files'] },
    budgets: budgetsOf({
      perCall: values['budget.perCall'],
      perMonth: values['budget.perMonth'],
    }),
    staleAfterDays: values['pricing.staleAfterDays'],
    updateUrl: values['pricing.updateUrl'],
    currency,
    problems: wrong.filter(({ isVital }) => isVital).map(settingError),
    warnings: [
      ...(team.warning === undefined ? [] : [team.warning.message]),
      ...problems.map((problem) => settingProblem(wordsOf(), `${SECTION}.currency`, problem)),
      ...wrong.filter(({ isVital }) => !isVital).map(describeWrong),
    ],
  };
}

/** @param scope undefined: the window; VS Code's log warns of each setting of a document that is read without null. */
export function configurationOf(scope: ConfigurationScope | undefined): WorkspaceConfiguration {
  return workspace.getConfiguration(SECTION, scope ?? null);
}

/** Reads the user's own prices and models; they have the scope of the window. */
export function readPriceSettings(): PriceSettings {
  const configuration = configurationOf(undefined);
  return {
    overrides: configuration.get<unknown>('pricing.overrides'),
    customModels: configuration.get<unknown>('pricing.customModels'),
  };
}

/** The value of a setting, or of the team's file where no settings file has one; unchecked. */
export function settingIn(
  configuration: WorkspaceConfiguration,
  key: string,
  { settings }: TeamFileState,
): unknown {
  const isTeams = key in settings && !isSet(configuration.inspect(key));
  return isTeams ? settings[key] : configuration.get<unknown>(key);
}

function settingError(wrong: WrongSetting): HumanError {
  const actions = [openSettingsAt(`${SECTION}.${wrong.key}`)];
  return new HumanError(describeWrong(wrong), { actions });
}

function describeWrong({ key, rule, value }: WrongSetting): string {
  return wrongSetting(wordsOf(), `${SECTION}.${key}`, rule, value);
}
