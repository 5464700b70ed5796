import type { JSX } from 'preact';
import { visibleText } from '../../../core/figures/visibleText';
import { toggled, type Actions } from '../../actions';
import type { Absence } from '../../figures/columns';
import { COLUMNS, type OptionalColumn, type PageState } from '../../state/pageState';
import { absentColumn, modelsShown, tableLabel } from '../../../wording/page/table';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { columnName } from './columnLabels';

interface Props {
  readonly view: View;
  readonly state: PageState;
  /** Of a column that is chosen and not shown. */
  readonly whyAbsent: (column: OptionalColumn) => Absence | undefined;
  readonly shown: number;
  readonly actions: Actions;
}

export function TableTools(props: Props): JSX.Element {
  const { view, state, shown, actions } = props;
  const words = useWords();
  return (
    <div class="toolbar">
      <label class="hidden" for="filter">
        {tableLabel(words, 'filter')}
      </label>
      <input
        type="search"
        id="filter"
        placeholder={tableLabel(words, 'filter')}
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
        <span>{tableLabel(words, 'hideMisfits')}</span>
      </label>
      <ColumnChoice {...props} />
      <span class="count" role="status">
        {modelsShown(words, shown, view.table.total)}
      </span>
    </div>
  );
}

type ToolProps = Omit<Props, 'shown' | 'whyAbsent'>;

function ProviderChoice({ view, state, actions }: ToolProps): JSX.Element {
  const words = useWords();
  return (
    <select
      id="provider"
      aria-label={columnName(words, 'provider', view)}
      value={state.provider}
      onChange={({ currentTarget }) => actions.update({ provider: currentTarget.value })}
    >
      <option value="">{tableLabel(words, 'allProviders')}</option>
      {view.table.providers.map(({ id, name }) => (
        <option key={id} value={id}>
          {visibleText(name)}
        </option>
      ))}
    </select>
  );
}

function ColumnChoice({ view, state, whyAbsent, actions }: Props): JSX.Element {
  const words = useWords();
  const labelOf = (column: OptionalColumn): string => {
    const label = columnName(words, column, view);
    const why = whyAbsent(column);
    return why ? absentColumn(words, label, why) : label;
  };
  return (
    <details class="columns">
      <summary>{tableLabel(words, 'columns')}</summary>
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
            <span>{labelOf(column)}</span>
          </label>
        ))}
      </div>
    </details>
  );
}
