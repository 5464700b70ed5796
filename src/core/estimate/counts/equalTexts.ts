import { exactCount, type CountMethod, type TokenCount } from '../../tokens/tokenCount';
import { countMany, type EqualTexts, type ManyCount } from './many';

/** More different counts than this take too much room in the report. */
const MOST_KINDS = 1_000;

/** So many times more are kept while texts are added, as it takes time to put them together. */
const WHILE_ADDING = 8;

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
  #kinds = new Kinds();
  readonly #mostKinds: number;
  #method: CountMethod = 'exact';
  /** From here on counts are put together. */
  #limit: number;

  constructor(mostKinds = MOST_KINDS) {
    this.#mostKinds = mostKinds;
    this.#limit = WHILE_ADDING * mostKinds;
  }

  /** @param call the place of what the text's call says of itself. */
  add({ tokens, low, high, method }: TokenCount, call: number): void {
    if (method === 'estimated') this.#method = method;
    this.#kinds.add(tokens, low, high, call, 1);
    if (this.#kinds.size <= this.#limit) return;
    this.#thin();
    // Texts of thousands of different calls stay apart: to look at them all again with each text takes too long.
    this.#limit = Math.max(this.#limit, 2 * this.#kinds.size);
  }

  count(): ManyCount {
    if (this.#kinds.size > this.#mostKinds) this.#thin();
    const method = this.#method;
    const texts = this.#kinds.all().map(({ call, times, tokens, low, high }): EqualTexts => {
      return { count: { tokens, low, high, method }, times, call };
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
    const thinned = new Kinds();
    for (const kind of this.#kinds.all()) {
      if (kind.high >= LONG_TOKENS) thinned.addKind(kind);
      else pushTo(steps, `${kind.call} ${stepOf(kind.tokens)}`, kind);
    }
    for (const step of steps.values()) for (const kind of meansOf(step)) thinned.addKind(kind);
    this.#kinds = thinned;
  }
}

/** More tokens than a text has, so that a number can name a place and its tokens. */
const PLACE = 2 ** 28;

/** Different counts. There can be millions of texts, so that none makes an object or a key of its own. */
class Kinds {
  readonly #byTokens = new Map<number, Kind[]>();
  size = 0;

  add(tokens: number, low: number, high: number, call: number, times: number): void {
    const key = call * PLACE + tokens;
    const same = this.#byTokens.get(key);
    for (const kind of same ?? []) {
      if (kind.low !== low || kind.high !== high) continue;
      kind.times += times;
      return;
    }
    this.size++;
    const kind = { tokens, low, high, call, times };
    if (same) same.push(kind);
    else this.#byTokens.set(key, [kind]);
  }

  addKind({ tokens, low, high, call, times }: Kind): void {
    this.add(tokens, low, high, call, times);
  }

  all(): readonly Kind[] {
    return [...this.#byTokens.values()].flat();
  }
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
