import assert from 'node:assert/strict';
import { findCrossovers, sampleCurves } from '../../../../src/core/charts/curves';
import { costOfTokens } from '../../../../src/core/pricing/money';
import { seedModels } from '../../../support/reports';

describe('the cost curves', () => {
  const [a, b] = seedModels();
  assert.ok(a && b);
  // a: 100 + x, b: 3 x millionths of a dollar. They are equal at 50; from 51 on a is cheaper.
  const costAt = (model: typeof a, x: number) =>
    model === a ? costOfTokens(100 + x, 1) : costOfTokens(x, 3);

  it('cross at the first whole number with the reversed order', () => {
    const crossovers = findCrossovers([a, b], [1, 10, 100, 1000], costAt);
    assert.deepEqual(
      crossovers.map(({ x, cheaper, dearer }) => [x, cheaper.id, dearer.id]),
      [[51, a.id, b.id]],
    );
  });

  it('do not cross where they only touch', () => {
    const same = () => costOfTokens(1, 1);
    assert.deepEqual(findCrossovers([a, b], [1, 10], same), []);
  });

  it('have no point without a price', () => {
    const [curve] = sampleCurves([a], [1, 2], (_, x) => (x === 1 ? undefined : costOfTokens(x, 1)));
    assert.deepEqual(curve?.points, [{ x: 2, usd: 0.000002 }]);
  });
});
