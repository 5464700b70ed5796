import { Disposable, workspace, type Event } from 'vscode';
import { fileCalls } from './fileCalls';
import { SECTION } from './settings';
import { teamFiles } from './teamFiles';
import { ALL_KEYS, PRICE_SETTINGS } from './table';

/** Fires when a setting that the price table depends on may have changed. */
export const onDidChangePriceSettings = changesOf(PRICE_SETTINGS);

const onDidChangeOtherSettings = changesOf(
  ALL_KEYS.filter((key) => !PRICE_SETTINGS.some((each) => each === key)),
);

/** Fires when any other setting, a team's file, or an answer about a file's model, may have changed. */
export const onDidChangeSettings: Event<void> = (listener, thisArgs, disposables) => {
  const both = Disposable.from(
    onDidChangeOtherSettings(listener, thisArgs),
    teamFiles.onDidChange(listener, thisArgs),
    fileCalls.onDidChange(listener, thisArgs),
  );
  disposables?.push(both);
  return both;
};

function changesOf(keys: readonly string[]): Event<void> {
  return (listener, thisArgs, disposables) =>
    workspace.onDidChangeConfiguration(
      (event) => {
        const isAffected = keys.some((key) => event.affectsConfiguration(`${SECTION}.${key}`));
        if (isAffected) listener.call(thisArgs);
      },
      undefined,
      disposables,
    );
}
