import { window, workspace, type ConfigurationScope, type WorkspaceConfiguration } from 'vscode';
import {
  FIELD_NAMES,
  formerSetting,
  scenarioSetting,
  type FieldName,
} from '../../core/scenario/fields';
import type { FullScenario } from '../../core/scenario/scenario';
import { askScenario, type DialogOutcome, type ScenarioTarget } from '../../core/scenario/dialog';
import { scenarioKept, scenarioSaved, scenarioUnchanged } from '../../wording/scenario/dialog';
import { describeValues } from '../../wording/scenario/values';
import { HumanError } from '../errors';
import { confirmation } from '../live/confirmation';
import { costNow } from '../live/costNow';
import type { LiveEstimate } from '../live/estimate';
import type { ReadyReadout } from '../live/nextReady';
import { saveScenario } from '../settings/saveScenario';
import type { DialogContext } from './context';
import { scenarioQuestions } from './questions';
import { changeOf, costOf, effectOf } from './sentences';
import { writtenAssumption } from '../settings/assumptions';
import { configurationOf, readSettings } from '../settings/settings';
import { assumed } from '../settings/table';
import { teamFiles, type TeamFileState } from '../settings/teamFiles';
import { stepDone } from '../steps';
import { settingsScope } from '../subject/subject';
import { wordsOf } from '../words';

/** The settings files, and the team's file below them. */
interface WrittenSettings {
  readonly configuration: WorkspaceConfiguration;
  readonly team: TeamFileState;
  /** The output tokens that the file names, if they are used. */
  readonly ceiling: number | undefined;
}

/** The command that asks for the scenario step by step and saves it. */
export class SetScenario {
  readonly #live: LiveEstimate;
  /** Values that could not be saved; the next dialog offers them. */
  #unsaved: FullScenario | undefined;
  /** Settles when the last dialog's settings are written; the next dialog waits for it. */
  #saving: Promise<unknown> = Promise.resolve();

  constructor(live: LiveEstimate) {
    this.#live = live;
  }

  /** Asks, saves and confirms. @throws {HumanError} if a settings file cannot be written; the next dialog then offers the values. */
  async run(): Promise<void> {
    await this.#saving;
    const scope = this.#scope();
    const { scenario, fileCall } = readSettings(scope);
    const written = {
      configuration: configurationOf(scope),
      team: await teamFiles.load(scope),
      ceiling: fileCall?.isUsed === true ? fileCall.maxOutputTokens : undefined,
    };
    const context = this.#context(scenario, written);
    const outcome = await askScenario(
      context.current,
      // Those of a folder that is not trusted are not in force.
      (workspace.workspaceFolders ?? []).length > 0 && workspace.isTrusted,
      scenarioQuestions(context),
    );
    if (!outcome) return;
    const saving = this.#save(outcome.scenario, outcome.target, written);
    this.#saving = saving.catch(() => undefined);
    await this.#confirm(outcome, await saving);
  }

  #scope(): ConfigurationScope | undefined {
    const { readout } = this.#live;
    return readout.kind === 'ready' || readout.kind === 'counting'
      ? settingsScope(readout.subject)
      : window.activeTextEditor?.document;
  }

  #context(current: FullScenario, written: WrittenSettings): DialogContext {
    const withReady =
      (describe: (ready: ReadyReadout, scenario: FullScenario) => string) =>
      (scenario: FullScenario): string | undefined => {
        const { readout } = this.#live;
        return readout.kind === 'ready' ? describe(readout, scenario) : undefined;
      };
    return {
      current,
      unsaved: this.#unsaved,
      effectOf: withReady(effectOf),
      changeOf: withReady(changeOf),
      costOf: withReady(costOf),
      onDidChangeEffect: this.#live.onDidChange,
      overriddenIn: (scenario, target) =>
        changedFields(written, scenario).filter((name) =>
          settingsOf(name).some((key) => isOverridden(written.configuration, key, target)),
        ),
    };
  }

  async #save(
    scenario: FullScenario,
    target: ScenarioTarget,
    written: WrittenSettings,
  ): Promise<readonly FieldName[]> {
    const fields = changedFields(written, scenario);
    const changes = Object.fromEntries(fields.map((name) => [name, scenario[name]]));
    this.#unsaved = scenario;
    try {
      if (fields.length > 0) await saveScenario(changes, target);
    } catch (error) {
      throw error instanceof HumanError ? withHelp(error) : error;
    }
    this.#unsaved = undefined;
    return fields;
  }

  async #confirm(
    { scenario, target }: DialogOutcome,
    changed: readonly FieldName[],
  ): Promise<void> {
    stepDone('calls');
    const words = wordsOf();
    const cost = await costNow(this.#live);
    confirmation.say(
      changed.length === 0
        ? scenarioUnchanged(words)
        : scenarioSaved(words, target, describeValues(words, scenario, changed), cost),
    );
  }
}

/** Fields whose settings differ from the scenario; an invalid setting always differs. */
function changedFields(
  { configuration, team, ceiling }: WrittenSettings,
  scenario: FullScenario,
): readonly FieldName[] {
  return FIELD_NAMES.filter(
    (name) =>
      assumed(name, writtenAssumption(configuration, name, team)) !== scenario[name] &&
      // The file's ceiling stays the file's.
      !(name === 'outputTokens' && scenario.outputTokens === ceiling),
  );
}

/** The setting of an assumption, and the one that it replaced. */
function settingsOf(name: FieldName): readonly string[] {
  return [scenarioSetting(name), formerSetting(name)].filter((key) => key !== undefined);
}

/** Whether a more specific setting overrides the target's. */
function isOverridden(
  configuration: WorkspaceConfiguration,
  key: string,
  target: ScenarioTarget,
): boolean {
  const places = configuration.inspect(key);
  if (places?.workspaceFolderValue !== undefined) {
    // In a window with a single folder, folder and workspace settings are the same.
    return target === 'user' || workspace.workspaceFile !== undefined;
  }
  return target === 'user' && places?.workspaceValue !== undefined;
}

/** Adds to the error what the user can do. */
function withHelp(error: HumanError): HumanError {
  const { message, actions } = error;
  return new HumanError(`${message} ${scenarioKept(wordsOf())}`, { cause: error, actions });
}
