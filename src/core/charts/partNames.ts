import type { CostPart } from '../estimate/cost/parts';

export type PartName = CostPart['name'];

/** Parts of a price, in the order in which charts stack them. */
export const PART_NAMES: readonly PartName[] = [
  'input',
  'cachedInput',
  'cacheWrite',
  'requestFee',
  'output',
  'reasoning',
];

/** Lines over a part's colour, as the path of an 8 x 8 pattern: parts can be told apart without colour. */
export const PART_LINES: Readonly<Partial<Record<PartName, string>>> = {
  cachedInput: 'M0 4h8',
  cacheWrite: 'M0 4h8M4 0v8',
  requestFee: 'M4 0v8',
  output: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  reasoning: 'M-2 6l4 4M0 0l8 8M6-2l4 4',
};
