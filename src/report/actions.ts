import type { ScenarioChanges } from '../protocol/scenario';
import type { RequestBody } from '../protocol/requests';
import type { NotedSetting } from '../protocol/subject';
import type { ToldRequest } from './requests';
import { currentSubject, type Facts, type PageSettings } from './state/facts';
import {
  differences,
  NOTHING_TRIED,
  onTopic,
  type Choices,
  type PageState,
} from './state/pageState';
import { freeze, subjectOf, unfreeze } from './state/topic';

/** The user's actions. */
export interface Actions {
  readonly update: (choices: Partial<Choices>) => void;
  readonly changeScenario: (changes: ScenarioChanges) => void;
  /** Back to the assumptions of the settings and the time of the count. */
  readonly resetScenario: () => void;
  /** Keeps the subject while the editor moves on, or follows the editor again. */
  readonly freezeReport: (isFrozen: boolean) => void;
  /** Gets every model of the price table from the editor, to search in them. */
  readonly wantAllModels: () => void;
  /** Makes a model the baseline, here and in the settings. */
  readonly compareWith: (modelId: string) => void;
  /** Lists a model first, or no longer, here and in the settings. */
  readonly pinModel: (modelId: string, isPinned: boolean) => void;
  /** Makes a model the one of the status bar. */
  readonly selectModel: (modelId: string) => void;
  /** Undoes the last choice of a model. */
  readonly restoreModel: () => void;
  /** Opens the price sheet of a model, which has the evidence of its count and price. */
  readonly showPriceSheet: (modelId: string) => void;
  /** Opens the editor's page of settings at one of this extension. */
  readonly openSetting: (setting: NotedSetting) => void;
  /** Writes the changed assumptions to the settings. */
  readonly saveScenario: (scope: 'user' | 'workspace') => void;
  /** Opens a file of the report in the editor. @param index of the file in the subject. */
  readonly openFile: (index: number) => void;
  readonly exportReport: (to: 'file' | 'clipboard') => void;
}

/** The page as the actions change it. */
export interface ActionTarget {
  facts(): Facts;
  state(): PageState;
  /** Changes and remembers the state, and draws. */
  update(change: Partial<PageState>): void;
  /** Shows settings before they are written; the editor sends those that are in force afterwards. */
  expect(settings: Partial<PageSettings>): void;
  /** Asks the editor, and shows how it went. */
  request<Name extends ToldRequest>(name: Name, body: RequestBody<Name>): void;
  exportReport(to: 'file' | 'clipboard'): void;
  wantAllModels(): void;
}

export function actionsOn(page: ActionTarget): Actions {
  return {
    ...scenarioActions(page),
    update: (choices) => page.update(choices),
    freezeReport: (isFrozen) => {
      const { topic } = page.state();
      const current = currentSubject(page.facts().current);
      page.update(onTopic(page.state(), isFrozen ? freeze(topic) : unfreeze(topic, current)));
    },
    wantAllModels: () => page.wantAllModels(),
    compareWith: (modelId) => {
      page.expect({ baselineId: modelId });
      page.request('selectBaseline', { modelId });
    },
    pinModel: (modelId, isPinned) => {
      const others = page.facts().settings?.pinnedIds.filter((id) => id !== modelId) ?? [];
      page.expect({ pinnedIds: isPinned ? [...others, modelId] : others });
      page.request('pinModel', { modelId, isPinned });
    },
    selectModel: (modelId) => page.request('selectModel', { modelId }),
    restoreModel: () => page.request('restoreModel', {}),
    showPriceSheet: (modelId) => page.request('showPriceSheet', { modelId }),
    openSetting: (setting) => page.request('openSetting', { setting }),
    openFile: (index) => {
      const subject = subjectOf(page.state().topic);
      if (!subject) return;
      const { atMs, identity, files } = subject;
      const line = files[index]?.line;
      const request = line === undefined ? {} : { request: { document: identity, line } };
      page.request('openFile', { atMs, index, ...request });
    },
    exportReport: (to) => page.exportReport(to),
  };
}

function scenarioActions(
  page: ActionTarget,
): Pick<Actions, 'changeScenario' | 'resetScenario' | 'saveScenario'> {
  return {
    changeScenario: (changes) => {
      const changed = { ...page.state().scenario, ...changes };
      page.update({ scenario: differences(changed, page.facts().settings?.scenario) });
    },
    resetScenario: () => page.update(NOTHING_TRIED),
    saveScenario: (scope) =>
      page.request('saveScenario', { scope, scenario: page.state().scenario }),
  };
}

/** The list without the item, or with it if it is not in the list. */
export function toggled<T>(items: readonly T[], item: T): T[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}
