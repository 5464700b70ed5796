import assert from 'node:assert/strict';
import { Slices } from '../../../../src/core/scheduling/slices';
import type { Sliced } from '../../../../src/core/scheduling/sliced';

describe('work in slices', () => {
  let nowMs: number;
  let pauses: number;
  /** Called during each pause. */
  let meanwhile: () => void;

  beforeEach(() => {
    nowMs = 0;
    pauses = 0;
    meanwhile = () => undefined;
  });

  function slices(): Slices {
    const pause = async (): Promise<void> => {
      pauses++;
      meanwhile();
    };
    return new Slices({ sliceMs: 10, nowMs: () => nowMs, pause });
  }

  /** Steps of 4 ms. */
  function* work(steps: number): Sliced<string> {
    for (let step = 0; step < steps; step++) {
      nowMs += 4;
      yield;
    }
    return `${steps} steps`;
  }

  it('pauses after each slice', async () => {
    // Slices end after the steps 3, 6 and 9.
    assert.equal(await slices().run(work(10)), '10 steps');
    assert.equal(pauses, 3);
  });

  it('shares a slice among several pieces of work', async () => {
    const shared = slices();
    for (let piece = 0; piece < 3; piece++) await shared.run(work(1));
    assert.equal(pauses, 1);
    await shared.yieldIfDue();
    assert.equal(pauses, 1);
    nowMs += 10;
    await shared.yieldIfDue();
    assert.equal(pauses, 2);
  });

  it('ends without a result once it is aborted', async () => {
    const controller = new AbortController();
    meanwhile = () => controller.abort();
    assert.equal(await slices().run(work(10), controller.signal), undefined);
    assert.equal(nowMs, 12, 'no step after the abort');
  });
});
