import type { JSX } from 'preact';
import { visibleText } from '../../core/figures/visibleText';
import { EXPORT_FORMATS } from '../../protocol/messages';
import { exportLabel, formatLabel } from '../../wording/page/report';
import type { Actions } from '../actions';
import type { PageState } from '../state/pageState';
import { useWords } from '../words';

interface Props {
  readonly state: PageState;
  readonly outcome: { readonly ok: boolean; readonly text: string } | undefined;
  readonly actions: Actions;
}

/** The report as a file or on the clipboard. */
export function TakeAwayPanel({ state, outcome, actions }: Props): JSX.Element {
  const words = useWords();
  return (
    <section aria-labelledby="take-away-heading">
      <h2 id="take-away-heading">{exportLabel(words, 'heading')}</h2>
      <div class="toolbar">
        <select
          id="export-format"
          aria-label={exportLabel(words, 'format')}
          value={state.exportFormat}
          onChange={({ currentTarget }) => {
            const format = EXPORT_FORMATS.find((name) => name === currentTarget.value);
            if (format) actions.update({ exportFormat: format });
          }}
        >
          {(['md', 'csv', 'json', 'svg'] as const).map((format) => (
            <option key={format} value={format}>
              {formatLabel(words, format)}
            </option>
          ))}
        </select>
        <button type="button" id="export-save" onClick={() => actions.takeAway('file')}>
          {exportLabel(words, 'save')}
        </button>
        <button type="button" id="export-copy" onClick={() => actions.takeAway('clipboard')}>
          {exportLabel(words, 'copy')}
        </button>
        <span class={outcome?.ok === false ? 'outcome failed' : 'outcome'} role="status">
          {visibleText(outcome?.text ?? '')}
        </span>
      </div>
      <p class="hint">{exportLabel(words, 'hint')}</p>
    </section>
  );
}
