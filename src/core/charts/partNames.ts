import type { CostPart } from '../estimate/callCost';

export type PartName = CostPart['name'];

/** What a price is paid for, in the order in which charts stack it. */
export const PART_NAMES: readonly PartName[] = [
  'input',
  'cachedInput',
  'cacheWrite',
  'requestFee',
  'output',
  'reasoning',
];
