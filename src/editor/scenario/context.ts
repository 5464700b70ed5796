import type { Event } from 'vscode';
import type { ScenarioTarget } from '../../core/scenario/dialog';
import type { FieldName } from '../../core/scenario/fields';
import type { FullScenario } from '../../core/scenario/scenario';

/** The data of the dialog's steps. */
export interface DialogContext {
  readonly current: FullScenario;
  /** Values of an earlier dialog that could not be saved. */
  readonly unsaved: FullScenario | undefined;
  /** The current subject, its cost under a scenario and its cost now; undefined without a subject. */
  readonly effectOf: (scenario: FullScenario) => string | undefined;
  /** The cost of the current subject under a scenario, and its cost now. */
  readonly changeOf: (scenario: FullScenario) => string | undefined;
  /** The cost of the current subject under a scenario. */
  readonly costOf: (scenario: FullScenario) => string | undefined;
  readonly onDidChangeEffect: Event<unknown>;
  /** Changed fields whose new value has no effect here, because a more specific setting overrides the target. */
  readonly overriddenIn: (scenario: FullScenario, target: ScenarioTarget) => readonly FieldName[];
}
