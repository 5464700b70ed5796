import { Slices as HostSlices, type SliceHost } from '../core/scheduling/slices';

const EXTENSION_HOST: SliceHost = {
  sliceMs: 6,
  nowMs: () => performance.now(),
  pause: async () =>
    new Promise((resolve) => {
      setTimeout(resolve, 0);
    }),
};

/** A job that yields to other work of the extension host whenever a slice of its time is used up. */
export class Slices extends HostSlices {
  constructor() {
    super(EXTENSION_HOST);
  }
}
