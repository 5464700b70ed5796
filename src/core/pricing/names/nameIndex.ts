import type { Model, MovingAlias, OtherwiseBilled, PriceTable } from '../table/priceTable';
import { bedrockParts } from './hosts/bedrock';
import { looseNames } from './hosts/looseNames';
import { spellingKey } from './spelling';
import { isHostsOwnName, weightsKey } from './weightsName';

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

/** The names of a table. Each kind of look-up has its own map, built when it is first needed, so that none takes long. */
export class NameIndex {
  readonly providers: ReadonlySet<string>;
  /** Ids first, so that a user's own model keeps its name where a bundled model has it as an alias. */
  readonly #names: readonly Named[];
  /** By provider, then by name. */
  readonly #exact = new Map<string, ReadonlyMap<string, Named>>();
  #byProvider: ReadonlyMap<string, readonly Named[]> | undefined;
  #bySpelling: Buckets | undefined;
  /** By provider: its names with their letters. */
  readonly #letters = new Map<string, readonly Lettered[]>();
  #byWeights: Buckets | undefined;
  /** The same by the name that a host gives them, without the maker. */
  #byWeightsLeaf: Buckets | undefined;

  constructor({ models, movingAliases = [], otherwiseBilled = [] }: PriceTable) {
    this.#names = [
      ...models.map((model) => namedModel(model, model.model)),
      ...models.flatMap((model) => model.aliases.map((alias) => namedModel(model, alias))),
      ...movingAliases.map((alias): Named => {
        const { id, name } = alias;
        return { provider: providerOf(id), name, target: { kind: 'moving', id, alias } };
      }),
      ...otherwiseBilled.map((billed): Named => {
        const { id, name } = billed;
        return { provider: providerOf(id), name, target: { kind: 'otherwise', id, billed } };
      }),
    ];
    this.providers = new Set(models.map(({ provider }) => provider));
  }

  /** Whether a provider runs the weights of others. */
  isHost(provider: string): boolean {
    return this.namesAt(provider).some(
      ({ target }) => target.kind === 'model' && target.model.providerKind !== 'vendor',
    );
  }

  /** By `provider/name`, exactly as the table has it. */
  byId(id: string): Named | undefined {
    const provider = providerOf(id);
    return this.#exactAt(provider).get(id.slice(provider.length + 1));
  }

  model(id: string): Model | undefined {
    const target = this.byId(id)?.target;
    return target?.kind === 'model' && target.id === id ? target.model : undefined;
  }

  /** All names of a provider. */
  namesAt(provider: string): readonly Named[] {
    this.#byProvider ??= groupedByProvider(this.#names);
    return this.#byProvider.get(provider) ?? [];
  }

  /** In any spelling, at all providers. */
  spelled(name: string): readonly Named[] {
    this.#bySpelling ??= bucketsOf(this.#names, (named) => [named.name]);
    return inBucket(this.#bySpelling, name);
  }

  /** In any spelling at one provider. */
  at(provider: string, name: string): readonly Named[] {
    return this.spelled(name).filter((each) => each.provider === provider);
  }

  /**
   * At one provider, without what libraries leave out of its ids. What they leave is in the id, so that only few ids are
   * looked at closely.
   */
  looselyAt(provider: string, name: string): readonly Named[] {
    const key = spellingKey(name);
    const letters = lettersOf(provider === 'amazon' ? bedrockParts(key).model : name);
    return this.#lettersAt(provider)
      .filter((each) => each.letters.includes(letters))
      .map(({ named }) => named)
      .filter((named) =>
        looseNames(provider, named.name).some((each) => spellingKey(each) === key),
      );
  }

  /** Those of a provider that begin with the letters of a name: few of them have to be looked at closely. */
  beginningWith(provider: string, name: string): readonly Named[] {
    const begin = lettersOf(name);
    return this.#lettersAt(provider)
      .filter(({ letters }) => letters.startsWith(begin))
      .map(({ named }) => named);
  }

  /** The ids of all models with these open weights, in any spelling. */
  withWeights(weights: string): readonly Named[] {
    this.#byWeights ??= bucketsOf(this.#names, (named) => {
      const known = weightsOf(named);
      return known === undefined ? [] : [known];
    });
    return inBucket(this.#byWeights, weights);
  }

  /**
   * As `withWeights`, by the name that a host gives them: Llama-3.3-70B-Instruct for together/meta-llama/…-FP8. Of one that
   * says how a host runs them, …-Instruct-Turbo, only the hosts that call them so.
   */
  withWeightsCalled(name: string): readonly Named[] {
    this.#byWeightsLeaf ??= bucketsOf(this.#names, (named) =>
      weightsOf(named) === undefined ? [] : [weightsKey(named.name)],
    );
    const found = inBucket(this.#byWeightsLeaf, weightsKey(name));
    const [weights, ...others] = new Set(found.flatMap((named) => weightsOf(named) ?? []));
    if (isHostsOwnName(name)) return found;
    return weights === undefined || others.length > 0 ? [] : this.withWeights(weights);
  }

  #lettersAt(provider: string): readonly Lettered[] {
    const known = this.#letters.get(provider);
    if (known) return known;
    const letters = this.namesAt(provider).map((named) => ({
      named,
      letters: lettersOf(named.name),
    }));
    this.#letters.set(provider, letters);
    return letters;
  }

  #exactAt(provider: string): ReadonlyMap<string, Named> {
    const known = this.#exact.get(provider);
    if (known) return known;
    const names = new Map<string, Named>();
    for (const named of this.namesAt(provider)) {
      if (!names.has(named.name)) names.set(named.name, named);
    }
    // Only providers of the table, so that wrong names do not fill the memory.
    if (names.size > 0) this.#exact.set(provider, names);
    return names;
  }
}

function groupedByProvider(names: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const groups = new Map<string, Named[]>();
  for (const named of names) {
    const group = groups.get(named.provider);
    if (group) group.push(named);
    else groups.set(named.provider, [named]);
  }
  return groups;
}

/** The open weights of a model, by its id. */
function weightsOf({ name, target }: Named): string | undefined {
  if (target.kind !== 'model' || name !== target.model.model) return undefined;
  return target.model.weights;
}

function namedModel(model: Model, name: string): Named {
  return { provider: model.provider, name, target: { kind: 'model', id: model.id, model } };
}

interface Lettered {
  readonly named: Named;
  readonly letters: string;
}

/** The letters and digits of a name, which are equal for all its spellings. */
function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]+/g, '');
}

/** Names by a number that is equal for all spellings of one, and for few others. */
type Buckets = ReadonlyMap<number, readonly Spelled[]>;

interface Spelled {
  readonly spelling: string;
  readonly named: Named;
}

/** @param spellings of a name, under which it is found. */
function bucketsOf(
  names: readonly Named[],
  spellings: (named: Named) => readonly string[],
): Buckets {
  const buckets = new Map<number, Spelled[]>();
  for (const named of names) {
    for (const spelling of spellings(named)) {
      const number = bucketOf(isMarked(spelling) ? spellingKey(spelling) : spelling);
      const bucket = buckets.get(number);
      if (bucket) bucket.push({ spelling, named });
      else buckets.set(number, [{ spelling, named }]);
    }
  }
  return buckets;
}

/** The names with this spelling; of equal names at a provider the first, as ids come before aliases. */
function inBucket(buckets: Buckets, name: string): readonly Named[] {
  const key = spellingKey(name);
  const found = (buckets.get(bucketOf(key)) ?? []).filter(
    ({ spelling }) => spellingKey(spelling) === key,
  );
  const first = new Map<string, Named>();
  for (const { named } of found) {
    const id = `${named.provider}/${named.name}`;
    if (!first.has(id)) first.set(id, named);
  }
  return [...first.values()];
}

/** Whether it begins or ends with a mark: several in a row count as one. */
function isMarked(name: string): boolean {
  return letterAt(name, 0) === 0 || letterAt(name, name.length - 1) === 0;
}

/**
 * Of the first two and the last two letters, marks being equal, as the spelling has them. The keys of all spellings cost
 * ten times as much, so only the names in a bucket get one.
 */
function bucketOf(name: string): number {
  const last = name.length - 1;
  const start = letterAt(name, 0) * 64 + letterAt(name, 1);
  return (start * 64 + letterAt(name, last - 1)) * 64 + letterAt(name, last);
}

/** 1 to 36 for letters and digits, 0 for marks. */
function letterAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 48 && code <= 57) return code - 47;
  if (code >= 97 && code <= 122) return code - 86;
  return code >= 65 && code <= 90 ? code - 54 : 0;
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

/** The provider in `provider/name`. */
function providerOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('/')));
}
