import { Uri, window, workspace } from 'vscode';
import { changedPrices } from '../../core/pricing/priceChange';
import { idsOf } from '../../core/pricing/names/resolveModel';
import type { MergedModel } from '../../core/pricing/table/merge';
import {
  describeUsedChanges,
  nothingNew,
  pricesUpdated,
  updateDialog,
  updateSource,
  useBundledDone,
} from '../../wording/views/prices';
import type { Memory } from '../memory';
import { readSettings } from '../settings/settings';
import { wordsOf } from '../words';
import type { PriceBook } from './book';
import type { NamedBytes } from './parseTable';
import { requestTable } from './requestTable';

/** The parts of the extension that an update uses. */
export interface UpdateParts {
  readonly prices: PriceBook;
  /** Ids of the models that the user has used, besides those of the settings. */
  readonly usedIds: () => readonly string[];
  /** Remembers the addresses that the user has agreed to request. */
  readonly memory: Memory;
}

/**
 * Loads a price table from a file or a web address. Its models do not replace prices that were checked later.
 *
 * @param given a `Uri` of a file from another program; anything else lets the user choose.
 */
export async function updatePrices(parts: UpdateParts, given: unknown): Promise<void> {
  const chosen = given instanceof Uri ? await readFile(given) : await choose(parts.memory);
  if (!chosen) return;
  const { prices, usedIds } = parts;
  const before = await prices.table();
  const { models, isChanged } = await prices.load(chosen);
  if (!isChanged) {
    void window.showInformationMessage(nothingNew(wordsOf(), chosen.name));
    return;
  }
  const after = await prices.table();
  const { modelName, pinnedNames } = readSettings(window.activeTextEditor?.document);
  const atMs = Date.now();
  const ids = [...idsOf(after, [modelName, ...pinnedNames], atMs), ...usedIds()];
  const counts = {
    replaced: countOf(models, 'replaced'),
    added: countOf(models, 'added'),
    kept: countOf(models, 'kept'),
  };
  const words = wordsOf();
  const changes = changedPrices(before, after, ids, atMs);
  void window.showInformationMessage(
    `${pricesUpdated(words, counts)} ${describeUsedChanges(words, changes)}`,
  );
}

/** Undefined if cancelled. */
async function choose(memory: Memory): Promise<NamedBytes | undefined> {
  const words = wordsOf();
  const [fromFile, fromWeb] = [updateSource(words, 'file'), updateSource(words, 'web')];
  const picked = await window.showQuickPick([fromFile, fromWeb], {
    title: updateDialog(words).title,
  });
  if (picked === fromWeb) return requestTable(memory);
  const file = picked && (await pickFile());
  return file && readFile(file);
}

async function readFile(file: Uri): Promise<NamedBytes> {
  const name = file.path.split('/').at(-1) ?? file.path;
  return { name, bytes: await workspace.fs.readFile(file), file };
}

async function pickFile(): Promise<Uri | undefined> {
  const { title, openLabel, filter } = updateDialog(wordsOf());
  const files = await window.showOpenDialog({ title, openLabel, filters: { [filter]: ['json'] } });
  return files?.[0];
}

/** Undoes `updatePrices`. */
export async function useBundledPrices(prices: PriceBook): Promise<void> {
  const wasLoaded = await prices.useBundled();
  void window.showInformationMessage(useBundledDone(wordsOf(), wasLoaded));
}

function countOf(models: readonly MergedModel[], action: MergedModel['action']): number {
  return models.filter((model) => model.action === action).length;
}
