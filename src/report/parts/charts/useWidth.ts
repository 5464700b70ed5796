import type { RefObject } from 'preact';
import { useMeasured } from '../useMeasured';

/** An element's current width in pixels; 0 before the first layout. */
export function useWidth<E extends Element>(): readonly [RefObject<E | null>, number] {
  const [ref, width = 0] = useMeasured<E>(({ clientWidth }) => clientWidth);
  return [ref, width];
}
