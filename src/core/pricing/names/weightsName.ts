import { spellingKey } from './spelling';

/** How weights are stored. Their maker publishes them so, too. */
const BITS = 'fp8|fp4|fp16|bf16|nvfp4|mxfp4|awq|gptq|int4|int8|hf';
/** How a host runs them, at a price of its own. */
const SPEEDS =
  'turbo|fast|ultrafast|highspeed|spot|tput|maas|versatile|instant|specdec|dedicated|us|tee|original';

/** What hosts append to the name of weights. */
export const HOST_SUFFIXES = new RegExp(`[-.](${BITS}|${SPEEDS})(?=$|-)`, 'g');

const STORED = new RegExp(`[-.](${BITS})(?=$|-)`, 'g');
const RUN = new RegExp(`[-.](${SPEEDS}|ultra|lite|flash-z|community|promo-\\d+|exacto)(?=$|[-:/])`);

/** The last part of a name without how the weights are stored; equal for all spellings: qwen-3-32b is Qwen3-32B. */
export function weightsKey(name: string): string {
  return spellingKey(leafOf(name))
    .replaceAll(STORED, '')
    .replace(/^qwen-(?=\d)/, 'qwen');
}

/** How a name says that its weights are stored: `-fp8`; empty if it does not. */
export function storedAs(name: string): string {
  return (spellingKey(leafOf(name)).match(STORED) ?? []).map((mark) => mark.slice(1)).join(' ');
}

/** Whether a name says how a host runs the weights: `Llama-3.3-70B-Instruct-Turbo`, `llama-3.1-8b-instant`. */
export function isHostsOwnName(name: string): boolean {
  return RUN.test(leafOf(name).toLowerCase());
}

/** The last part of a name, without the maker's. */
export function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
