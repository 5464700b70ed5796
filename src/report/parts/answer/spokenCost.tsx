import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { describeAnswer } from '../../../wording/headline';
import { costIsNow } from '../../../wording/page/answer';
import type { View } from '../../figures/view';
import { useWords } from '../../words';

/** After the last change, so that a number that is being typed is said once. */
const PAUSE_MS = 800;

/**
 * Says a cost that the user has changed on this page, to screen readers. What changes while the user types elsewhere is
 * not said, and the choice of another model says its cost itself.
 */
export function SpokenCost({ view }: { readonly view: View }): JSX.Element {
  const words = useWords();
  const { current } = view.headline;
  const amount = current ? describeAnswer(words, current) : '';
  const [spoken, setSpoken] = useState('');
  const last = useRef({ amount, modelId: view.modelId });
  useEffect(() => {
    const before = last.current;
    const now = { amount, modelId: view.modelId };
    if (before.amount === amount && before.modelId === now.modelId) return undefined;
    const timer = setTimeout(() => {
      last.current = now;
      if (before.modelId === now.modelId && document.hasFocus()) setSpoken(amount);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [amount, view.modelId]);
  return (
    <p class="hidden" id="spoken-cost" role="status">
      {spoken !== '' && costIsNow(words, spoken)}
    </p>
  );
}
