import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { visibleText } from '../../../core/figures/visibleText';
import { toggled, type Actions } from '../../actions';
import { COLUMNS, type PageState } from '../../pageState';
import type { View } from '../../view';
import { columnLabel } from './columnLabels';

interface Props {
  readonly view: View;
  readonly state: PageState;
  readonly shown: number;
  readonly actions: Actions;
}

/** Filters and the choice of columns. */
export function TableTools({ view, state, shown, actions }: Props): JSX.Element {
  return (
    <div class="toolbar">
      <label class="hidden" for="filter">
        {l10n.t('Filter models')}
      </label>
      <input
        type="search"
        id="filter"
        placeholder={l10n.t('Filter models')}
        value={state.filter}
        onInput={({ currentTarget }) => actions.update({ filter: currentTarget.value })}
      />
      <ProviderChoice view={view} state={state} actions={actions} />
      <label class="switch">
        <input
          type="checkbox"
          id="hide-misfits"
          checked={state.hidesMisfits}
          onChange={({ currentTarget }) => actions.update({ hidesMisfits: currentTarget.checked })}
        />
        <span>{l10n.t('Hide what does not fit')}</span>
      </label>
      <ColumnChoice view={view} state={state} actions={actions} />
      <span class="count" role="status">
        {l10n.t('{0} of {1} models', shown, view.rows.length)}
      </span>
    </div>
  );
}

type ToolProps = Omit<Props, 'shown'>;

function ProviderChoice({ view, state, actions }: ToolProps): JSX.Element {
  const providers = new Map(
    view.models.map(({ provider, providerName }) => [provider, providerName]),
  );
  return (
    <select
      id="provider"
      aria-label={l10n.t('Provider')}
      value={state.provider}
      onChange={({ currentTarget }) => actions.update({ provider: currentTarget.value })}
    >
      <option value="">{l10n.t('All providers')}</option>
      {[...providers].map(([id, name]) => (
        <option key={id} value={id}>
          {visibleText(name)}
        </option>
      ))}
    </select>
  );
}

function ColumnChoice({ view, state, actions }: ToolProps): JSX.Element {
  return (
    <details class="columns">
      <summary>{l10n.t('Columns')}</summary>
      <div class="columns-list">
        {COLUMNS.map((column) => (
          <label key={column} class="switch">
            <input
              type="checkbox"
              value={column}
              checked={!state.hiddenColumns.includes(column)}
              onChange={() =>
                actions.update({ hiddenColumns: toggled(state.hiddenColumns, column) })
              }
            />
            <span>{columnLabel(column, view)}</span>
          </label>
        ))}
      </div>
    </details>
  );
}
