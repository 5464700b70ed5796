import { window, type ConfigurationScope } from 'vscode';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { idsOf } from '../../core/pricing/names/resolveModel';
import { Sequence } from '../../core/scheduling/sequence';
import { chooseModel } from '../../wording/comparison';
import { wordsOf } from '../words';
import { pickModels, type ListParts } from './modelPick';
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
export async function pinModels(parts: ListParts): Promise<void> {
  const scope = window.activeTextEditor?.document.uri;
  const table = await parts.prices.table(scope);
  const atMs = Date.now();
  const pinned = idsOf(table, readSettings(scope).pinnedNames, atMs);
  const ids = await pickModels(parts, chooseModel(wordsOf(), 'pinned'), pinned);
  if (!ids) return;
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
