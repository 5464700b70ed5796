import type { ModelRow } from '../../../../src/core/pricing/table/schema';
import { keyOf, type Entry } from '../entries';
import { withAliases } from '../fold';
import { otherUnit } from '../skipped';

/** Adds the ids for which a source states the same price, unless they have a meaning of their own. */
export function withOtherIds(
  models: readonly ModelRow[],
  entries: readonly Entry[],
  movingAliases: readonly string[],
): ModelRow[] {
  const taken = new Set(
    [...models.flatMap(({ id, aliases = [] }) => [id, ...aliases]), ...movingAliases].map(keyOf),
  );
  return models.map((model) => {
    const entry = entries.find(
      ({ hand, readings }) => (hand?.id ?? readings[0]?.row.id) === model.id,
    );
    const more = (entry?.readings ?? [])
      .flatMap(({ row }) => [row.id].concat(row.aliases))
      .filter((id) => isOtherId(id) && !taken.has(keyOf(id)));
    for (const id of more) taken.add(keyOf(id));
    return withAliases(model, [...new Set(more)]);
  });
}

function isOtherId(id: string): boolean {
  return /^[A-Za-z0-9@][\w.:/@-]*$/.test(id) && !/latest/.test(id) && otherUnit(id) === undefined;
}
