import { l10n, workspace, type ConfigurationScope, type Event } from 'vscode';
import { isOutputTokens, type Scenario } from '../core/estimate/scenario';

/** What the settings say, read once and frozen. A setting with a problem has no value here. */
export interface Settings {
  /** As written: an id `provider/model` or a bare model name. */
  readonly modelName: string;
  readonly scenario: Scenario;
  readonly statusBarVisible: boolean;
  /** One sentence for each setting that cannot be used. */
  readonly problems: readonly string[];
}

export const SECTION = 'apiSpend';

/** Reads the settings that hold for a document; defaults come from the manifest alone. */
export function readSettings(scope?: ConfigurationScope): Settings {
  const configuration = workspace.getConfiguration(SECTION, scope);
  const modelName = configuration.get<unknown>('model');
  const outputTokens = configuration.get<unknown>('scenario.outputTokens');
  const problems: string[] = [];
  if (typeof modelName !== 'string' || modelName.trim() === '') {
    problems.push(l10n.t('The setting {0} is not a model such as openai/o1.', `${SECTION}.model`));
  }
  if (!isOutputTokens(outputTokens)) {
    const name = `${SECTION}.scenario.outputTokens`;
    const value = JSON.stringify(outputTokens);
    problems.push(
      l10n.t('The setting {0} is not a whole number from 0 to 10,000,000: {1}', name, value),
    );
  }
  return {
    modelName: typeof modelName === 'string' ? modelName : '',
    scenario: { outputTokens: isOutputTokens(outputTokens) ? outputTokens : 0 },
    statusBarVisible: configuration.get<unknown>('statusBar.visible') !== false,
    problems,
  };
}

/** Fires when any of our settings may have changed. */
export const onDidChangeSettings: Event<void> = (listener, thisArgs, disposables) =>
  workspace.onDidChangeConfiguration(
    (event) => {
      if (event.affectsConfiguration(SECTION)) listener.call(thisArgs);
    },
    undefined,
    disposables,
  );
