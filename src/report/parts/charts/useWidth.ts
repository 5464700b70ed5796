import { useEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** An element's current width in pixels; 0 before the first layout. */
export function useWidth<E extends Element>(): readonly [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!ref.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      // In the next frame: browsers report a change of layout inside the observer as an error.
      if (entry) requestAnimationFrame(() => setWidth(Math.floor(entry.contentRect.width)));
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
