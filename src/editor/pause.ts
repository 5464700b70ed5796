/** How long the extension host may be kept busy before others get their turn, in milliseconds. */
export const SLICE_MS = 8;

/** Lets everything else that waits for the extension host run first. */
export async function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
