import { useEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** An element's width in pixels, kept up to date; 0 before it is known. */
export function useWidth<E extends Element>(): readonly [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!ref.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      // In the next frame: a change of layout inside the observer is an error to the browser.
      if (entry) requestAnimationFrame(() => setWidth(Math.floor(entry.contentRect.width)));
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
