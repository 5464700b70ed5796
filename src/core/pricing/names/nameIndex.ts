import type { Model, MovingAlias, OtherwiseBilled, PriceTable } from '../table/priceTable';
import { looseNames } from './hosts/looseNames';
import { spellingKey } from './spelling';

/** One of the names that a provider's model has in the table. */
export interface Named {
  readonly provider: string;
  /** Without the provider. */
  readonly name: string;
  readonly target: Target;
}

/** `id` is `provider/model`, equal for all names of one target. */
export type Target =
  | { readonly kind: 'model'; readonly id: string; readonly model: Model }
  | { readonly kind: 'moving'; readonly id: string; readonly alias: MovingAlias }
  | { readonly kind: 'otherwise'; readonly id: string; readonly billed: OtherwiseBilled };

/** The names of a table, to be found at once. */
export class NameIndex {
  readonly models = new Map<string, Model>();
  readonly providers = new Set<string>();
  /** By `provider/name`. */
  readonly #byId = new Map<string, Named>();
  /** By spelling, at all providers. */
  readonly #bySpelling = new Map<string, Named[]>();
  /** By `provider/spelling`, also without what libraries leave out of a host's ids. */
  readonly #byLooseName = new Map<string, Named[]>();
  /** The ids of the models that run the same open weights. */
  readonly #byWeights = new Map<string, Named[]>();

  constructor({ models, movingAliases, otherwiseBilled }: PriceTable) {
    // Ids first, so that a user's own model keeps its name where a bundled model has it as an alias.
    for (const model of models) {
      this.models.set(model.id, model);
      this.providers.add(model.provider);
      this.#add(model.provider, model.model, { kind: 'model', id: model.id, model });
      const named = this.#byId.get(model.id);
      if (model.weights !== undefined && named) {
        append(this.#byWeights, spellingKey(model.weights), named);
      }
    }
    for (const model of models) {
      for (const alias of model.aliases) {
        this.#add(model.provider, alias, { kind: 'model', id: model.id, model });
      }
    }
    for (const alias of movingAliases ?? []) {
      this.#add(providerOf(alias), alias.name, { kind: 'moving', id: alias.id, alias });
    }
    for (const billed of otherwiseBilled ?? []) {
      this.#add(providerOf(billed), billed.name, { kind: 'otherwise', id: billed.id, billed });
    }
  }

  /** By `provider/name`, exactly as the table has it. */
  byId(id: string): Named | undefined {
    return this.#byId.get(id);
  }

  /** In any spelling, at all providers. */
  spelled(name: string): readonly Named[] {
    return this.#bySpelling.get(spellingKey(name)) ?? [];
  }

  /** In any spelling at one provider. */
  at(provider: string, name: string): readonly Named[] {
    return this.spelled(name).filter((each) => each.provider === provider);
  }

  /** At one provider, without what libraries leave out of its ids. */
  looselyAt(provider: string, name: string): readonly Named[] {
    return this.#byLooseName.get(`${provider}/${spellingKey(name)}`) ?? [];
  }

  /** The ids of all models with these open weights, in any spelling. */
  withWeights(weights: string): readonly Named[] {
    return this.#byWeights.get(spellingKey(weights)) ?? [];
  }

  #add(provider: string, name: string, target: Target): void {
    const id = `${provider}/${name}`;
    if (this.#byId.has(id)) return;
    const named = { provider, name, target };
    this.#byId.set(id, named);
    append(this.#bySpelling, spellingKey(name), named);
    for (const loose of looseNames(provider, name)) {
      append(this.#byLooseName, `${provider}/${spellingKey(loose)}`, named);
    }
  }
}

const indexes = new WeakMap<PriceTable, NameIndex>();

/** The index of a table, built when it is first asked for. */
export function indexOf(table: PriceTable): NameIndex {
  const known = indexes.get(table);
  if (known) return known;
  const index = new NameIndex(table);
  indexes.set(table, index);
  return index;
}

function providerOf({ id, name }: { readonly id: string; readonly name: string }): string {
  return id.slice(0, -name.length - 1);
}

function append(map: Map<string, Named[]>, key: string, named: Named): void {
  const list = map.get(key);
  if (list) list.push(named);
  else map.set(key, [named]);
}
