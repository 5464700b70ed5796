/**
 * Measures how long the extension host, Node or a web worker, keeps a timer of 1 ms waiting. Browsers make it 4 ms.
 * @returns `end` stops and returns the delay in ms that a share of the timers, from 0 to 1, did not exceed
 */
export function hostDelays(): { end: () => (share: number) => number } {
  const delays: number[] = [];
  let timer: ReturnType<typeof setTimeout>;
  const next = (): void => {
    const started = performance.now();
    timer = setTimeout(() => {
      delays.push(performance.now() - started);
      next();
    }, 1);
  };
  next();
  return {
    end: () => {
      clearTimeout(timer);
      const sorted = delays.toSorted((left, right) => left - right);
      return (share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
    },
  };
}
