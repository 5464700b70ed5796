import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { visibleText } from '../../core/figures/visibleText';
import { EXPORT_FORMATS, type ExportFormat } from '../../protocol/messages';
import type { Actions } from '../actions';
import type { PageState } from '../pageState';

const FORMAT_LABELS: Readonly<Record<ExportFormat, () => string>> = {
  md: () => l10n.t('Markdown, for a pull request'),
  csv: () => l10n.t('CSV, for a spreadsheet'),
  json: () => l10n.t('JSON, for a program'),
  svg: () => l10n.t('SVG, the chart as a picture'),
};

interface Props {
  readonly state: PageState;
  readonly outcome: { readonly ok: boolean; readonly text: string } | undefined;
  readonly actions: Actions;
}

/** The report as a file or on the clipboard. */
export function TakeAwayPanel({ state, outcome, actions }: Props): JSX.Element {
  return (
    <section aria-labelledby="take-away-heading">
      <h2 id="take-away-heading">{l10n.t('Take it away')}</h2>
      <div class="toolbar">
        <select
          id="export-format"
          aria-label={l10n.t('Format')}
          value={state.exportFormat}
          onChange={({ currentTarget }) => {
            const format = EXPORT_FORMATS.find((name) => name === currentTarget.value);
            if (format) actions.update({ exportFormat: format });
          }}
        >
          {(['md', 'csv', 'json', 'svg'] as const).map((format) => (
            <option key={format} value={format}>
              {FORMAT_LABELS[format]()}
            </option>
          ))}
        </select>
        <button type="button" id="export-save" onClick={() => actions.takeAway('file')}>
          {l10n.t('Save…')}
        </button>
        <button type="button" id="export-copy" onClick={() => actions.takeAway('clipboard')}>
          {l10n.t('Copy')}
        </button>
        <span class={outcome?.ok === false ? 'outcome failed' : 'outcome'} role="status">
          {visibleText(outcome?.text ?? '')}
        </span>
      </div>
      <p class="hint">
        {l10n.t(
          'Holds the models that the table shows, with the assumptions, the dates of the prices and how each count was made.',
        )}
      </p>
    </section>
  );
}
