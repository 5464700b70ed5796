import { workspace, type Event } from 'vscode';
import { SECTION } from './settings';
import { ALL_KEYS, PRICE_SETTINGS } from './table';

/** Fires when a setting that the price table depends on may have changed. */
export const onDidChangePriceSettings = changesOf(PRICE_SETTINGS);

/** Fires when any other setting may have changed. */
export const onDidChangeSettings = changesOf(
  ALL_KEYS.filter((key) => !PRICE_SETTINGS.some((each) => each === key)),
);

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
