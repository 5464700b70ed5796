import { parsePriceTable } from '../../core/pricing/table/parse';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { KNOWN_TOKENIZERS } from '../../core/tokens/knownTokenizers';
import { notJson, notPriceTable } from '../../wording/views/prices';
import { HumanError } from '../errors';
import { wordsOf } from '../words';

/** @throws {HumanError} if the bytes are not a price table; the message has the path of the value. */
export function parseTable(bytes: Uint8Array, name: string): PriceTable {
  const { encodings, calibrations } = KNOWN_TOKENIZERS;
  const result = parsePriceTable(parseJson(bytes, name), encodings, calibrations, Date.now());
  if (result.ok) return result.table;
  const [problem] = result.problems;
  throw new HumanError(notPriceTable(wordsOf(), name, problem));
}

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HumanError(notJson(wordsOf(), name, reason), { cause: error });
  }
}
