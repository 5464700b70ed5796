import { tagsIn, type Tag } from './tags';

/** A part of a template that a template engine runs, or a comment, which it leaves out. */
export interface Structure {
  readonly start: number;
  /** Of a block, the end of its last tag. */
  readonly end: number;
  /** Its first tag. */
  readonly written: string;
}

/**
 * The control structures and comments of a text, in order; those within a block belong to it. They are not run: a loop
 * has as many rounds as a list has entries, and a condition has one branch of several. A block without an end, which
 * may stand in another file, is one to the end of the text.
 */
export function structuresIn(text: string): readonly Structure[] {
  const found: Structure[] = [];
  const tags = [...tagsIn(text)];
  const ends = endsOfBlocks(tags);
  for (let at = 0; at < tags.length; at++) {
    const first = tags[at];
    if (!first || first.isPartOfBlock === true) continue;
    const { start, written } = first;
    at = ends[at] ?? at;
    found.push({ start, written, end: tags[at]?.end ?? text.length });
  }
  return found;
}

/** Of each tag that opens a block, the index of the tag that closes it, or behind the last; of another one, its own. */
function endsOfBlocks(tags: readonly Tag[]): readonly number[] {
  const ends = [...tags.keys()];
  const open = new OpenBlocks();
  for (const [at, { block, opens }] of tags.entries()) {
    for (let count = 0; count < opens; count++) open.add(block, at);
    for (let count = 0; count > opens; count--) {
      const first = open.close(block);
      if (first !== undefined) ends[first] = at;
    }
  }
  for (const at of open.left()) if (tags[at]?.mayHaveNoEnd !== true) ends[at] = tags.length;
  return ends;
}

/** The blocks that are open at a place; each is added and taken once, so that all of them take linear time. */
class OpenBlocks {
  readonly #open: { readonly block: string; readonly at: number }[] = [];
  readonly #counts = new Map<string, number>();

  add(block: string, at: number): void {
    this.#open.push({ block, at });
    this.#change(block, 1);
  }

  /** The beginning of the last block of a kind, which ends those in it too. */
  close(block: string): number | undefined {
    if (!this.#counts.get(block)) return undefined;
    for (let last = this.#open.pop(); last; last = this.#open.pop()) {
      this.#change(last.block, -1);
      if (last.block === block) return last.at;
    }
    return undefined;
  }

  left(): readonly number[] {
    return this.#open.map(({ at }) => at);
  }

  #change(block: string, by: number): void {
    this.#counts.set(block, (this.#counts.get(block) ?? 0) + by);
  }
}
