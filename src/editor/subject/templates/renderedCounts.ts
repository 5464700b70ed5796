import type { Range, TextDocument } from 'vscode';
import { renderText, type RenderedText } from '../../../core/files/templates/render';
import type { Sliced } from '../../../core/scheduling/sliced';
import type { TextCount } from '../../../core/tokens/document/countedChunks';
import { IncrementalDocument } from '../../../core/tokens/document/incrementalDocument';
import type { TokenCounter } from '../../../core/tokens/engine/tokenCounter';
import { addTally, EMPTY_TALLY } from '../../../core/tokens/estimates/scriptTally';
import { changedPart } from './changedPart';
import type { OpenTemplate } from './openTemplate';

/** A document with one set of values. */
class SampleCounts {
  #template: OpenTemplate | undefined;
  #rendered: RenderedText = { text: '', placeOf: (offset) => offset };
  readonly #counts: IncrementalDocument;

  constructor(counter: TokenCounter) {
    this.#counts = new IncrementalDocument(counter, 0, (start, end) =>
      this.#rendered.text.slice(start, end),
    );
  }

  /** Renders the text anew, and marks the part of it that has changed as uncounted. */
  render(template: OpenTemplate, index: number): void {
    if (this.#template === template) return;
    this.#template = template;
    const before = this.#rendered.text;
    const { text, placeholders, samples } = template;
    this.#rendered = renderText(text, placeholders, samples[index] ?? {});
    const { start, removed, added } = changedPart(before, this.#rendered.text);
    this.#counts.applyChange(start, removed, added);
  }

  /** @param ranges of the template that are counted; undefined: all. */
  *count(document: TextDocument, ranges: readonly Range[] | undefined): Sliced<TextCount> {
    const whole = yield* this.#counts.countAll();
    if (!ranges) return whole;
    const { placeOf } = this.#rendered;
    let tokens = 0;
    const tally = EMPTY_TALLY.slice();
    for (const { start, end } of ranges) {
      const from = placeOf(document.offsetAt(start), true);
      const part = yield* this.#counts.countRange(from, placeOf(document.offsetAt(end), false));
      tokens += part.tokens;
      addTally(tally, part.tally, 1);
    }
    return { tokens, tally };
  }
}

interface Known {
  readonly resolved: object;
  readonly samples: readonly SampleCounts[];
}

/** Counts of documents with the values of their placeholders. They go with the document, or with the vocabulary. */
export class RenderedCounts {
  readonly #documents = new WeakMap<TextDocument, WeakMap<TokenCounter, Known>>();

  /** The count with each sample. @param ranges what is counted; undefined: all. */
  *count(
    document: TextDocument,
    template: OpenTemplate,
    ranges: readonly Range[] | undefined,
    counter: TokenCounter,
  ): Sliced<readonly TextCount[]> {
    const counted: TextCount[] = [];
    for (const [index, sample] of this.#samplesOf(document, template, counter).entries()) {
      sample.render(template, index);
      yield;
      counted.push(yield* sample.count(document, ranges));
    }
    return counted;
  }

  /** Other values are other texts, whose counts begin anew: a count of the old ones may still go on. */
  #samplesOf(
    document: TextDocument,
    { resolved, samples }: OpenTemplate,
    counter: TokenCounter,
  ): readonly SampleCounts[] {
    const byCounter = this.#documents.get(document) ?? new WeakMap<TokenCounter, Known>();
    this.#documents.set(document, byCounter);
    const known = byCounter.get(counter);
    if (known?.resolved === resolved && known.samples.length === samples.length)
      return known.samples;
    const made = samples.map(() => new SampleCounts(counter));
    byCounter.set(counter, { resolved, samples: made });
    return made;
  }
}
