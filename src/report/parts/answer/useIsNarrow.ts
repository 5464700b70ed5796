import { useEffect, useState } from 'preact/hooks';

/** As in `narrow.css`: a column beside an editor at 200 %. */
const NARROW = '(max-width: 22rem)';

/** Whether the page has so little width that the answer takes its first screen. Without a window it has not. */
export function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => queryOf()?.matches ?? false);
  useEffect(() => {
    const query = queryOf();
    const update = (): void => setNarrow(query?.matches ?? false);
    query?.addEventListener('change', update);
    update();
    return () => query?.removeEventListener('change', update);
  }, []);
  return isNarrow;
}

function queryOf(): MediaQueryList | undefined {
  return typeof matchMedia === 'undefined' ? undefined : matchMedia(NARROW);
}
