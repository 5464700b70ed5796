import type { JSX } from 'preact';
import { visibleText } from '../../core/figures/visibleText';
import type { ExportFormat } from '../../protocol/requests';
import { exportLabel, formatLabel } from '../../wording/page/report';
import type { Actions } from '../actions';
import type { Outcome } from '../requests';
import type { PageState } from '../state/pageState';
import { useWords } from '../words';

/** In the order of the list. */
const FORMATS = ['md', 'csv', 'json', 'svg'] as const satisfies readonly ExportFormat[];

interface Props {
  readonly state: PageState;
  readonly outcome: Outcome | undefined;
  readonly actions: Actions;
}

export function ExportPanel({ state, outcome, actions }: Props): JSX.Element {
  const words = useWords();
  return (
    <section aria-labelledby="export-heading">
      <h2 id="export-heading">{exportLabel(words, 'heading')}</h2>
      <div class="toolbar">
        <select
          id="export-format"
          aria-label={exportLabel(words, 'format')}
          value={state.exportFormat}
          onChange={({ currentTarget }) => {
            const format = FORMATS.find((name) => name === currentTarget.value);
            if (format) actions.update({ exportFormat: format });
          }}
        >
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {formatLabel(words, format)}
            </option>
          ))}
        </select>
        <button type="button" id="export-save" onClick={() => actions.exportReport('file')}>
          {exportLabel(words, 'save')}
        </button>
        <button type="button" id="export-copy" onClick={() => actions.exportReport('clipboard')}>
          {exportLabel(words, 'copy')}
        </button>
        <span class={outcome?.ok === false ? 'outcome failed' : 'outcome'} role="status">
          {visibleText(outcome?.of === 'export' ? outcome.text : '')}
        </span>
      </div>
      <p class="hint">{exportLabel(words, 'hint')}</p>
    </section>
  );
}
