import type { Uri } from 'vscode';
import { isBundledTable, readBundled } from '../../core/pricing/table/bundled';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { KNOWN_TOKENIZERS } from '../../core/tokens/knownTokenizers';
import { describeJsonError } from '../../wording/json';
import { notJson, notPriceTable, notText, tableRefused } from '../../wording/views/prices';
import { HumanError } from '../errors';
import { openFileAt, showFormat } from '../help';
import { hostSlices } from '../slices';
import { wordsOf } from '../words';

/** The bytes of a price table, and how messages name it. */
export interface NamedBytes {
  /** Its file's name, or its address. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Absent: it is no file that can be opened. */
  readonly file?: Uri;
}

/**
 * Reads a price table; checks all of its rows, in slices, unless it is the one of this version.
 *
 * @param nowMs milliseconds since 1970; a source that was checked later is refused. Undefined: any day is accepted.
 * @throws {HumanError} if the bytes are not a price table; the message has the path of the value, and buttons open the
 *   file there and the format.
 */
export async function parseTable(named: NamedBytes, nowMs?: number): Promise<PriceTable> {
  const text = readText(named);
  if (isBundledTable(await sha256(named.bytes))) return hostSlices().run(readBundled(text));
  const json = await parseJson(named, text);
  // Checks of all that a table can have: a start needs none of them.
  const { parseInSlices } = await import('../../core/pricing/table/parse');
  const result = await hostSlices().run(parseInSlices(json, KNOWN_TOKENIZERS, nowMs));
  if (result.ok) return result.table;
  const [problem] = result.problems;
  throw refusal(named, notPriceTable(wordsOf(), named.name, problem), problem.path);
}

/** In lower-case hexadecimal digits; empty in a browser over http from another machine, which has no hashes. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) return '';
  const digest = await subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readText(named: NamedBytes): string {
  const text = decode(named.bytes);
  if (text === undefined) throw refusal(named, notText(wordsOf(), named.name), '');
  return text;
}

async function parseJson(named: NamedBytes, text: string): Promise<unknown> {
  const { parseStrictJson } = await import('../../core/jsonc');
  const words = wordsOf();
  const parsed = parseStrictJson(text);
  if (parsed.ok) return parsed.json;
  const reason = describeJsonError(words, parsed.error, parsed.line);
  throw refusal(named, notJson(words, named.name, reason), '');
}

/** Undefined if the bytes are not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refusal({ file }: NamedBytes, reason: string, path: string): HumanError {
  const actions = [...(file ? [openFileAt(file, path)] : []), showFormat('pricing.md')];
  return new HumanError(tableRefused(wordsOf(), reason), { actions });
}
