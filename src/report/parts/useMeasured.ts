import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * What is measured of an element, now and whenever its size changes; undefined before the first layout.
 *
 * @param measure of the first drawing.
 */
export function useMeasured<E extends Element>(
  measure: (element: E) => number,
): readonly [RefObject<E | null>, number | undefined] {
  const ref = useRef<E>(null);
  const [measured, setMeasured] = useState<number>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const update = (): void => setMeasured(measure(element));
    update();
    // In the next frame: browsers report a change of layout inside the observer as an error.
    const observer = new ResizeObserver(() => requestAnimationFrame(update));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, measured];
}
