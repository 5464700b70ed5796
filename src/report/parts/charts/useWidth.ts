import type { RefObject } from 'preact';
import { useMeasured } from '../useMeasured';

/** An element's current width in whole pixels, which a picture must not exceed; 0 before the first layout. */
export function useWidth<E extends Element>(): readonly [RefObject<E | null>, number] {
  const [ref, width = 0] = useMeasured<E>((element) =>
    Math.floor(element.getBoundingClientRect().width),
  );
  return [ref, width];
}
