import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Elements are drawn at this distance from what is visible: a key or a wheel must not reach an empty place. */
const MARGIN_PX = 800;

/** The items in chunks, each of which is drawn as a whole. */
export function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/**
 * Whether an element is visible or nearly so. It stays near while it holds the focus, which would be lost with it.
 *
 * @param isFirst whether it is near in any case, so that Tab finds a row that it can go on from.
 * @param moved called with the element each time it comes near or leaves, before it is drawn or not.
 */
export function useIsNear(
  ref: RefObject<Element | null>,
  isFirst: boolean,
  moved: (element: Element) => void,
): boolean {
  const [isNear, setNear] = useState(isFirst);
  const latest = useRef(moved);
  latest.current = moved;
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        latest.current(element);
        const isInside = entries.at(-1)?.isIntersecting ?? false;
        setNear(isInside || isFirst || element.contains(document.activeElement));
      },
      // The default root is the window around the webview, which has no margin for other origins.
      { root: document, rootMargin: `${MARGIN_PX}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return isNear;
}
