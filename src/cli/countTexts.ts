import { languageOfPath } from '../core/files/languageOfPath';
import { countForModel } from '../core/estimate/counts/model';
import type { Model } from '../core/pricing/table/priceTable';
import { Counters } from '../core/tokens/counters';
import { isEncodingName, type EncodingName } from '../core/tokens/encodings';
import { addTally, EMPTY_TALLY, tallyScripts } from '../core/tokens/estimates/scriptTally';
import type { TokenCount } from '../core/tokens/tokenCount';
import type { TokenCounter } from '../core/tokens/engine/tokenCounter';
import { describeUsageProblem } from '../wording/documents/terminal';
import type { Io } from './io';
import { sentTexts, type Text } from './texts';
import { UsageError } from './usageError';

/** Counts each text in all encodings of the models. Returns, for each text, its count by model. */
export async function countTexts(
  io: Io,
  texts: readonly Text[],
  models: readonly Model[],
): Promise<readonly ((model: Model) => TokenCount)[]> {
  const counters = newCounters(io);
  const loaded = new Map<string, TokenCounter>();
  for (const { tokenizer } of models) {
    loaded.set(tokenizer.encoding, await counters.lease(encodingNamed(tokenizer.encoding)).load());
  }
  return texts.map((whole) => {
    const parts = sentTexts(whole);
    const tally = EMPTY_TALLY.slice();
    for (const part of parts) addTally(tally, tallyScripts(part), 1);
    const countIn = (counter: TokenCounter): number =>
      parts.reduce((sum, part) => sum + counter.count(part), 0);
    const counts = new Map([...loaded].map(([name, counter]) => [name, countIn(counter)]));
    return (model) => {
      const tokens = counts.get(model.tokenizer.encoding) ?? 0;
      return countForModel(model, { tokens, tally }, languageOfPath(whole.path));
    };
  });
}

/** @throws {UsageError} if the encoding is unknown. */
export async function counterNamed(io: Io, name: string): Promise<TokenCounter> {
  return newCounters(io).lease(encodingNamed(name)).load();
}

function newCounters(io: Io): Counters {
  return new Counters(async (name) => io.readShippedFile(`media/vocabularies/${name}`));
}

function encodingNamed(name: string): EncodingName {
  if (isEncodingName(name)) return name;
  throw new UsageError(describeUsageProblem({ kind: 'encoding', value: name }));
}
