import { exactCount, type CountMethod, type TokenCount } from '../../tokens/tokenCount';
import { countMany, type EqualTexts, type ManyCount } from './many';

/** More different counts than this take too much room in the report. */
const MOST_KINDS = 1_000;

/** Prompts from here on have a place of their own: longer ones can have other rates, and there are few of them. */
const LONG_TOKENS = 16_000;

/** Texts put together differ by less than this share of their tokens. */
const STEP = 1 / 64;

interface Kind {
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  readonly call: number;
  times: number;
}

/** The counts of many texts for one group of models, equal ones together. */
export class EqualTextsTally {
  readonly #kinds = new Map<string, Kind>();
  readonly #mostKinds: number;
  #method: CountMethod = 'exact';

  constructor(mostKinds = MOST_KINDS) {
    this.#mostKinds = mostKinds;
  }

  /** @param call the place of what the text's call says of itself. */
  add({ tokens, low, high, method }: TokenCount, call: number): void {
    if (method === 'estimated') this.#method = method;
    addTo(this.#kinds, { tokens, low, high, call, times: 1 });
    if (this.#kinds.size > 2 * this.#mostKinds) this.#thin();
  }

  count(): ManyCount {
    if (this.#kinds.size > this.#mostKinds) this.#thin();
    const method = this.#method;
    const texts = Array.from(this.#kinds.values(), ({ call, times, ...count }): EqualTexts => {
      return { count: { ...count, method }, times, call };
    });
    return texts.length === 0 ? { ...exactCount(0), texts } : countMany(texts);
  }

  /**
   * Puts short texts of nearly the same length together, at their mean: the sums of tokens stay what they are.
   *
   * Worked example: 3 texts with 100, 101 and 101 tokens are 1 text with 100 and 2 with 101.
   */
  #thin(): void {
    const steps = new Map<string, Kind[]>();
    const kinds = [...this.#kinds.values()];
    this.#kinds.clear();
    for (const kind of kinds) {
      if (kind.high >= LONG_TOKENS) addTo(this.#kinds, kind);
      else pushTo(steps, `${kind.call} ${stepOf(kind.tokens)}`, kind);
    }
    for (const step of steps.values()) for (const kind of meansOf(step)) addTo(this.#kinds, kind);
  }
}

function addTo(kinds: Map<string, Kind>, kind: Kind): void {
  const { tokens, low, high, call, times } = kind;
  const key = `${call} ${tokens} ${low} ${high}`;
  const known = kinds.get(key);
  if (known) known.times += times;
  else kinds.set(key, { ...kind });
}

function pushTo(steps: Map<string, Kind[]>, key: string, kind: Kind): void {
  const known = steps.get(key);
  if (known) known.push(kind);
  else steps.set(key, [kind]);
}

function stepOf(tokens: number): number {
  return Math.floor(Math.log1p(tokens) / STEP);
}

/** Texts with whole numbers of tokens that have the same sums, none further from the mean than one token. */
function meansOf(kinds: readonly Kind[]): readonly Kind[] {
  const times = kinds.reduce((sum, kind) => sum + kind.times, 0);
  const sumOf = (end: 'tokens' | 'low' | 'high'): number =>
    kinds.reduce((sum, kind) => sum + kind[end] * kind.times, 0);
  const sums = { tokens: sumOf('tokens'), low: sumOf('low'), high: sumOf('high') };
  const call = kinds[0]?.call ?? 0;
  // The first `rest` texts have one token more than the others, at each end of the band.
  const rests = [sums.tokens, sums.low, sums.high].map((sum) => sum % times);
  const cuts = [0, ...new Set(rests.filter((rest) => rest > 0)), times].toSorted((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const at = (sum: number): number => Math.floor(sum / times) + (start < sum % times ? 1 : 0);
    return {
      tokens: at(sums.tokens),
      low: at(sums.low),
      high: at(sums.high),
      call,
      times: end - start,
    };
  });
}
