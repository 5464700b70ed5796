import { window, type ConfigurationScope, type QuickPickItem } from 'vscode';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { idsOf } from '../../core/pricing/names/resolveModel';
import { Sequence } from '../../core/scheduling/sequence';
import { chooseModel } from '../../wording/comparison';
import { HumanError } from '../errors';
import { wordsOf } from '../words';
import { modelItem, modelItems } from './model';
import type { PriceBook } from '../prices/book';
import { modelOfSetting } from '../live/modelOfSetting';
import { readSettings } from '../settings/settings';
import { writeSetting } from '../settings/write';

/** Pins a model after the pinned ones, or unpins it under any of its names. */
export async function setPinned(
  table: PriceTable,
  modelId: string,
  isPinned: boolean,
  scope?: ConfigurationScope,
): Promise<void> {
  await changePins(scope, (names) => {
    const others = names.filter((name) => !idsOf(table, [name], Date.now()).includes(modelId));
    return isPinned ? [...others, modelId] : others;
  });
}

/** Lets the user choose all pinned models in one list. */
export async function pinModels(prices: PriceBook): Promise<void> {
  const table = await prices.table();
  const scope = window.activeTextEditor?.document.uri;
  const settings = readSettings(scope);
  const atMs = Date.now();
  const pinned = idsOf(table, settings.pinnedNames, atMs);
  const named = modelOfSetting(table, settings, atMs);
  const shownId = named instanceof HumanError ? undefined : named.model.id;
  const itemOf = (model: Model): QuickPickItem => {
    const item = modelItem(model, model.id === shownId);
    return { ...item, picked: pinned.includes(model.id) };
  };
  const items = modelItems(table, itemOf, [shownId, ...pinned]);
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    placeHolder: chooseModel(wordsOf(), 'pinned'),
  });
  if (!chosen) return;
  const ids = chosen.map(({ label }) => label);
  const removed = new Set(pinned.filter((id) => !ids.includes(id)));
  await changePins(scope, (names) => {
    // A name that is unknown today stays: a later price table may have it.
    const kept = names.filter((name) => !removed.has(idsOf(table, [name], atMs)[0] ?? ''));
    const known = idsOf(table, kept, atMs);
    return [...kept, ...ids.filter((id) => !known.includes(id))];
  });
}

const changes = new Sequence();

/** Each change starts from the saved pins, so the one before must have been saved. */
async function changePins(
  scope: ConfigurationScope | undefined,
  change: (names: readonly string[]) => readonly string[],
): Promise<void> {
  await changes.run(async () =>
    writeSetting('pinnedModels', change(readSettings(scope).pinnedNames), scope),
  );
}
