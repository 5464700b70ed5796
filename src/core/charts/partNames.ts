import type { CostPart } from '../estimate/cost/parts';

export type PartName = CostPart['name'];

/** The parts of a price in stacking order. */
export const PART_NAMES: readonly PartName[] = [
  'input',
  'cachedInput',
  'cacheWrite',
  'requestFee',
  'output',
  'reasoning',
];

/** SVG path of an 8 x 8 pattern over a part's colour, for readers who cannot tell the colours apart. */
export const PART_LINES: Readonly<Partial<Record<PartName, string>>> = {
  cachedInput: 'M0 4h8',
  cacheWrite: 'M0 4h8M4 0v8',
  requestFee: 'M4 0v8',
  output: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  reasoning: 'M-2 6l4 4M0 0l8 8M6-2l4 4',
};
