import type { ConfigurationScope } from 'vscode';
import { idsOf } from '../../core/pricing/names/resolveModel';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { Sequence } from '../../core/scheduling/sequence';
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

const changes = new Sequence();

/** Each change starts from the saved pins, so the one before must have been saved. */
export async function changePins(
  scope: ConfigurationScope | undefined,
  change: (names: readonly string[]) => readonly string[],
): Promise<void> {
  await changes.run(async () =>
    writeSetting('pinnedModels', change(readSettings(scope).pinnedNames), scope),
  );
}
