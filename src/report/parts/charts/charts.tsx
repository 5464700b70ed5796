import type { JSX } from 'preact';
import type { Estimate } from '../../../core/estimate/estimate';
import { completeScenario } from '../../../core/scenario/scenario';
import type { Actions } from '../../actions';
import { CHARTS, type ChartName, type PageState } from '../../state/pageState';
import { chartLabel, chartName } from '../../../wording/page/charts';
import { modelsShown } from '../../../wording/page/table';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { BarChartView } from './barChart';
import { LineChartView } from './lineChart';

interface Props {
  readonly rows: readonly Estimate[];
  readonly view: View;
  readonly state: PageState;
  readonly actions: Actions;
}

export function Charts(props: Props): JSX.Element {
  const words = useWords();
  const { rows, view, state, actions } = props;
  const shown = chartsFor(view).find((chart) => chart === state.chart) ?? 'call';
  return (
    <section aria-labelledby="chart-heading">
      <h2 id="chart-heading">{chartLabel(words, 'heading')}</h2>
      <div class="toolbar">
        <ChartChoice shown={shown} view={view} actions={actions} />
        <label class="switch">
          <input
            type="checkbox"
            id="log-scale"
            checked={state.scale === 'log'}
            onChange={({ currentTarget }) =>
              actions.update({ scale: currentTarget.checked ? 'log' : 'linear' })
            }
          />
          <span>{chartLabel(words, 'logarithmic')}</span>
        </label>
        <span class="count">{modelsShown(words, rows.length, view.table.total)}</span>
      </div>
      {shown === 'call' ? (
        <BarChartView {...props} />
      ) : (
        <LineChartView key={shown} view={view} state={state} kind={shown} />
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly shown: ChartName;
  readonly view: View;
  readonly actions: Actions;
}

function ChartChoice({ shown, view, actions }: ChoiceProps): JSX.Element {
  const words = useWords();
  return (
    <fieldset class="segments">
      <legend class="hidden">{chartLabel(words, 'choice')}</legend>
      {chartsFor(view).map((chart) => (
        <label key={chart}>
          <input
            type="radio"
            name="chart"
            value={chart}
            checked={shown === chart}
            onChange={() => actions.update({ chart })}
          />
          <span>{chartName(words, chart, completeScenario(view.scenario))}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** No costs by output tokens if the text is the output. */
function chartsFor({ scenario }: View): readonly ChartName[] {
  const isAnswer = completeScenario(scenario).treatTextAs === 'output';
  return isAnswer ? CHARTS.filter((chart) => chart !== 'output') : CHARTS;
}
