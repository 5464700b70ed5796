import type { SliceHost } from '../core/scheduling/slices';

/** Each slice leaves half of a frame of 16 ms to the browser. */
export const PAGE_HOST: SliceHost = {
  sliceMs: 8,
  nowMs: () => performance.now(),
  pause: async () =>
    new Promise((resolve) => {
      setTimeout(resolve);
    }),
};

/** Does the work once, however often it is asked for until `schedule` runs it. */
export function coalesced(schedule: (run: () => void) => void, work: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    schedule(() => {
      isDue = false;
      work();
    });
  };
}

/** Runs work before the next frame. */
export function beforeFrame(work: () => void): void {
  requestAnimationFrame(work);
}

/** Runs work between two frames, and after a time at the latest. */
export function whenIdle(timeoutMs: number): (work: () => void) => void {
  // Safari has no idle callbacks.
  return 'requestIdleCallback' in globalThis
    ? (work) => requestIdleCallback(work, { timeout: timeoutMs })
    : (work) => setTimeout(work, timeoutMs);
}
