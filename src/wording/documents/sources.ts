import type { Source } from '../../core/pricing/table/priceTable';
import { describeDay, sourceName } from '../trust';
import { commas } from '../language/lists';
import type { Words } from '../words';

/** The sources of a Markdown document: each has a number where it is used, and stands once in the list at the end. */
export class Citations {
  readonly #words: Words;
  readonly #links: string[] = [];

  constructor(words: Words) {
    this.#words = words;
  }

  /** The numbers of sources, to follow what they say: " \\[1\\] \\[2\\]". */
  readonly cite = (...sources: readonly Source[]): string => {
    const numbers = new Set(sources.map((source) => this.#numberOf(source)));
    return [...numbers].map((number) => String.raw` \[${number}\]`).join('');
  };

  /** The list; empty if nothing was cited. */
  get list(): readonly string[] {
    return this.#links.map((link, index) => `${index + 1}. ${link}`);
  }

  #numberOf(source: Source): number {
    const link = linkOf(this.#words, source);
    const index = this.#links.indexOf(link);
    return index === -1 ? this.#links.push(link) : index + 1;
  }
}

/** "<https://docs.z.ai/…>, checked on Nov 23, 2026", "package genai-prices 0.1.8 <https://…>, listed on …". */
function linkOf(words: Words, source: Source): string {
  const address = `<${source.url.replaceAll(/[<>\s]/g, encodeURIComponent)}>`;
  const name = source.published === undefined ? '' : `${sourceName(words, source)} `;
  return commas(words, [name + address, describeDay(words, source)]);
}
