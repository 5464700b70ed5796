import { window } from 'vscode';
import { idsOf } from '../../core/pricing/names/resolveModel';
import { chooseModel } from '../../wording/comparison';
import { wordsOf } from '../words';
import { pickModels, type ListParts } from './modelPick';
import { changePins } from './savePinned';
import { readSettings } from '../settings/settings';

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
