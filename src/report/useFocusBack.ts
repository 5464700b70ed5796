import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus to another element when the one that holds it goes away: else it would start again at the top of the
 * page. @param id of the other element, which must be able to take the focus.
 */
export function useFocusBack<E extends Element>(id: string): RefObject<E | null> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (element?.contains(document.activeElement)) document.getElementById(id)?.focus();
    };
  }, [id]);
  return ref;
}
