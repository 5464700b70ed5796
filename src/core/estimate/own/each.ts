import { estimateEachOnOne, type Estimate } from '../estimate';
import { inOrder, onOwnModels } from './models';

/** Splits an estimate into estimates of its texts, in the same order. */
export function estimateEach(estimate: Estimate): readonly Estimate[] {
  const { shares } = estimate;
  return shares ? inOrder(shares, estimateEachOnOne, sumOfFile) : estimateEachOnOne(estimate);
}

/** A file whose requests are on several models. */
function sumOfFile(parts: readonly Estimate[]): Estimate {
  const [first] = parts;
  if (!first) throw new RangeError('a text has an estimate');
  return onOwnModels(
    first,
    parts.map((estimate) => ({ estimate, places: [0] })),
  );
}
