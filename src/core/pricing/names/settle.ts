import { hasPriceAt, periodAt } from '../selection/sold';
import type { Model, MovingAlias } from '../table/priceTable';
import type { NameIndex, Named } from './nameIndex';
import type { AmbiguityReason, How, Resolution } from './resolution';

/** What is found under the names that are left: one model, several, or one that is billed otherwise. */
export function settle(
  index: NameIndex,
  named: readonly Named[],
  reason: AmbiguityReason,
  how: How,
  atMs: number,
): Resolution {
  const targets = [...new Map(priced(named).map(({ target }) => [target.id, target])).values()];
  const [only] = targets;
  const isClear = targets.length === 1 && reason === 'several';
  if (isClear && only?.kind === 'model') return { kind: 'found', model: only.model, how };
  if (isClear && only?.kind === 'moving') return meaningOf(index, only.alias, atMs);
  const [unit, ...units] = new Set(
    targets.map((each) => (each.kind === 'otherwise' ? each.billed.unit : undefined)),
  );
  if (unit !== undefined && units.length === 0) return { kind: 'notByTokens', unit };
  const candidates = new Set(targets.flatMap((each) => modelsOf(index, each)));
  return { kind: 'ambiguous', reason, candidates: [...candidates] };
}

/** Without the models of which no source tells a price, if others have the name. */
export function priced(named: readonly Named[]): readonly Named[] {
  const known = named.filter((each) => !hasUnknownPrice(each));
  return known.length > 0 ? known : named;
}

/** Whether no source tells a price of any of them. */
export function isWithoutPrice(named: readonly Named[]): boolean {
  return named.every(hasUnknownPrice);
}

function hasUnknownPrice({ target }: Named): boolean {
  return target.kind === 'otherwise' && target.billed.unit === 'unknown';
}

function modelsOf(index: NameIndex, target: Named['target']): readonly Model[] {
  switch (target.kind) {
    case 'model':
      return [target.model];
    case 'moving':
      return meantModels(index, target.alias, () => true);
    case 'otherwise':
      return [];
  }
}

/**
 * Ambiguous if it is not known which of several models the alias meant then, or if it meant none. Models that had no
 * price at that time are not meant: they had not begun, or had ended. A name that has ended means what it meant last, as
 * a model that has ended has its last price.
 *
 * Worked example: deepseek-coder meant DeepSeek Coder V2, then V2.5 until 2024-12-26, and means V2.5 since.
 */
function meaningOf(index: NameIndex, alias: MovingAlias, atMs: number): Resolution {
  const last = Math.max(...alias.meanings.map(({ toMs }) => toMs));
  const untilMs = Math.min(atMs, last - 1);
  const meant = meantModels(
    index,
    alias,
    ({ fromMs, toMs }) => fromMs <= untilMs && untilMs < toMs,
  );
  const then = meant.length > 1 ? answering(soldAt(meant, atMs), atMs) : meant;
  const [only] = then;
  if (only && then.length === 1) return { kind: 'found', model: only, how: 'moving' };
  const ever = meantModels(index, alias, () => true);
  return { kind: 'ambiguous', reason: 'several', candidates: then.length > 0 ? then : ever };
}

function soldAt(models: readonly Model[], atMs: number): readonly Model[] {
  const sold = models.filter((model) => hasPriceAt(model, atMs));
  return sold.length > 0 ? sold : models;
}

/** Without the models of which another one answers the requests. */
function answering(models: readonly Model[], atMs: number): readonly Model[] {
  return models.filter((model) => {
    const by = hasPriceAt(model, atMs) ? periodAt(model, atMs).servedBy : undefined;
    return !models.some(({ id }) => id === by?.id);
  });
}

function meantModels(
  index: NameIndex,
  { meanings }: MovingAlias,
  isMeant: (meaning: MovingAlias['meanings'][number]) => boolean,
): readonly Model[] {
  const ids = new Set(meanings.filter(isMeant).flatMap(({ modelIds }) => modelIds));
  return [...ids].flatMap((id) => index.model(id) ?? []);
}
