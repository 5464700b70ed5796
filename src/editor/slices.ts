import { Slices, type SliceHost } from '../core/scheduling/slices';

/** The extension host, which no work may occupy for longer than some milliseconds. */
const HOST: SliceHost = {
  sliceMs: 6,
  nowMs: () => performance.now(),
  pause: async () =>
    new Promise((resolve) => {
      setTimeout(resolve, 0);
    }),
};

export function hostSlices(): Slices {
  return new Slices(HOST);
}
