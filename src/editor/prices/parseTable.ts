import { buildTable } from '../../core/pricing/table/build';
import { isBundledTable } from '../../core/pricing/table/bundled';
import { parseInSlices } from '../../core/pricing/table/parse';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { PriceTableFile } from '../../core/pricing/table/schema';
import { KNOWN_TOKENIZERS } from '../../core/tokens/knownTokenizers';
import { notJson, notPriceTable } from '../../wording/views/prices';
import { HumanError } from '../errors';
import { hostSlices } from '../slices';
import { wordsOf } from '../words';

/**
 * Reads a price table; checks all of its rows, in slices, unless it is the one of this version.
 *
 * @throws {HumanError} if the bytes are not a price table; the message has the path of the value.
 */
export async function parseTable(bytes: Uint8Array, name: string): Promise<PriceTable> {
  const json = parseJson(bytes, name);
  if (isBundledTable(await sha256(bytes))) return buildTable(json as PriceTableFile);
  const result = await hostSlices().run(parseInSlices(json, KNOWN_TOKENIZERS, Date.now()));
  if (result.ok) return result.table;
  const [problem] = result.problems;
  throw new HumanError(notPriceTable(wordsOf(), name, problem));
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HumanError(notJson(wordsOf(), name, reason), { cause: error });
  }
}
