import type { Event } from 'vscode';
import type { ScenarioTarget } from '../../core/scenario/dialog';
import type { FieldName } from '../../core/scenario/fields';
import type { FullScenario } from '../../core/scenario/scenario';

/** Facts that the steps show beside the scenario. */
export interface DialogContext {
  readonly current: FullScenario;
  /** Values of an earlier dialog that could not be saved. */
  readonly unsaved: FullScenario | undefined;
  /** The cost of the current subject under a scenario, with its name; undefined without a subject. */
  readonly effectOf: (scenario: FullScenario) => string | undefined;
  /** The same without the name, where there is no room for it. */
  readonly changeOf: (scenario: FullScenario) => string | undefined;
  /** The cost alone, not compared with the current one. */
  readonly costOf: (scenario: FullScenario) => string | undefined;
  readonly onDidChangeEffect: Event<unknown>;
  /** Changed fields that a setting nearer than the target's keeps as they are. */
  readonly overriddenIn: (scenario: FullScenario, target: ScenarioTarget) => readonly FieldName[];
}
