import { makerOf } from './makers';
import type { NameIndex, Named } from './nameIndex';
import { prefixesOf } from './prefixes';

/** A model of a provider: the name without the prefix. */
export interface Reading {
  readonly provider: string;
  readonly name: string;
}

/** Whether the provider makes the model that the name is one of. */
export function isMakers({ provider, name }: Reading): boolean {
  return makerOf(name)?.provider === provider || OPEN_WEIGHTS[provider]?.test(name) === true;
}

/** Weights that others run, so that a name of them without the prefix is not their maker's. By provider. */
const OPEN_WEIGHTS: Readonly<Record<string, RegExp>> = {
  meta: /^(?:meta-)?(?:llama|codellama).*-(?:instruct|chat|hf)/i,
  nvidia: /^[^/]*nemotron/i,
};

/**
 * All models whose name is a name, or that of the same model with or without the prefix of its maker, so that
 * both ways to write it say the same: `command-r`, `cohere/command-r` and `cohere:command-r` are Cohere's, and
 * those of gateways that call it so.
 *
 * @param vendor the provider whose model it is, with the name at that provider.
 */
export function spelledByMaker(
  index: NameIndex,
  wanted: string,
  vendor: Reading | undefined,
): readonly Named[] {
  const spelled = index.spelled(wanted);
  if (!vendor || !isMakers(vendor)) return spelled;
  const own = index.at(vendor.provider, vendor.name);
  if (own.length > 0) return spelled;
  const names = [
    vendor.name,
    ...prefixesOf(vendor.provider).map((each) => `${each}/${vendor.name}`),
  ];
  return [...new Set([spelled, ...names.map((each) => index.spelled(each))].flat())];
}
