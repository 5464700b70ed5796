import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { currentSelection } from '../../core/pricing/selection/current';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { lookUpRates } from '../../core/pricing/rates/lookup';
import { isOwn } from '../../core/pricing/own/rates';
import { isYours, noLongerSold, ownPrice } from '../../wording/marks';
import { chooseModel, describeRates, otherModelsHeading } from '../../wording/comparison';
import { HumanError } from '../errors';
import { wordsOf } from '../words';
import type { PriceBook } from '../prices/book';
import { modelOfSetting } from '../live/modelOfSetting';
import { readSettings } from '../settings/settings';
import type { LiveEstimate } from '../live/estimate';
import { makeYours } from './yourModel';

/** Lets the user choose a model of the price table. @returns its id; undefined if cancelled. */
export async function pickModel(
  prices: PriceBook,
  placeHolder = chooseModel(wordsOf(), 'any'),
): Promise<string | undefined> {
  const table = await prices.table();
  const settings = readSettings(window.activeTextEditor?.document);
  const named = modelOfSetting(table, settings, Date.now());
  const shownId = named instanceof HumanError ? undefined : named.model.id;
  const items = modelItems(table, (model) => modelItem(model, model.id === shownId), [shownId]);
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked?.label;
}

/** Lets the user choose the status bar's model. */
export async function selectModel(prices: PriceBook, live: LiveEstimate): Promise<void> {
  const id = await pickModel(prices);
  const model = (await prices.table()).models.find((each) => each.id === id);
  if (model) await makeYours(live, model, window.activeTextEditor?.document.uri);
}

/** The kept models in their order, then those that can be bought now, then all others; a filter finds every one. */
export function modelItems(
  table: PriceTable,
  itemOf: (model: Model) => QuickPickItem,
  keptIds: readonly (string | undefined)[],
): readonly QuickPickItem[] {
  const keptFirst = keptIds.flatMap((id) => table.models.find((model) => model.id === id) ?? []);
  const { models } = currentSelection(table, Date.now(), []);
  const first = [...new Set([...keptFirst, ...models])];
  const shown = new Set(first);
  const others = table.models.filter((model) => !shown.has(model));
  if (others.length === 0) return first.map(itemOf);
  const heading = { label: otherModelsHeading(wordsOf()), kind: QuickPickItemKind.Separator };
  return [...first.map(itemOf), heading, ...others.map(itemOf)];
}

/** A model with its current rates. */
export function modelItem(model: Model, isInStatusBar: boolean): QuickPickItem {
  const lookup = lookUpRates(model, Date.now(), 0);
  const words = wordsOf();
  const facts = [model.name];
  if (lookup.kind === 'rates') {
    const { input, output } = lookup.rates;
    if (input !== undefined && output !== undefined) {
      facts.push(describeRates(words, input, output));
    }
    if (isOwn(lookup.period)) facts.push(ownPrice(words, lookup.period.source));
    if (lookup.retired) facts.push(noLongerSold(words));
  }
  if (isInStatusBar) facts.push(isYours(words));
  return { label: model.id, description: facts.join(' · ') };
}
