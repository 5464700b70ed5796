import type { JSX } from 'preact';
import type { Report, ReportRow } from '../protocol';

/** The table of all models, each with a bar as long as its share of the highest cost. */
export function ReportView({ report }: { readonly report: Report }): JSX.Element {
  const { headings } = report;
  return (
    <>
      <h1>{report.title}</h1>
      <p>{report.assumptions}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{headings.model}</th>
            <th scope="col" class="bar-cell" aria-hidden="true" />
            <th scope="col" class="number">
              {headings.cost}
            </th>
            <th scope="col" class="number">
              {headings.times}
            </th>
            <th scope="col" class="number">
              {headings.tokens}
            </th>
            <th scope="col" class="number">
              {headings.input}
            </th>
            <th scope="col" class="number">
              {headings.output}
            </th>
            <th scope="col">{headings.checked}</th>
            <th scope="col">{headings.note}</th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <ModelRow key={row.modelId} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ModelRow({ row }: { readonly row: ReportRow }): JSX.Element {
  return (
    <tr class={row.selected ? 'selected' : ''} aria-current={row.selected ? 'true' : undefined}>
      <th scope="row">{row.modelId}</th>
      <td class="bar-cell" aria-hidden="true">
        <Bar share={row.share} />
      </td>
      <td class="number">{row.cost}</td>
      <td class="number">{row.times}</td>
      <td class="number">{row.tokens}</td>
      <td class="number">{row.input}</td>
      <td class="number">{row.output}</td>
      <td>{row.checked}</td>
      <td>{row.note}</td>
    </tr>
  );
}

/** SVG, because its width is an attribute: the security policy allows no inline style. */
function Bar({ share }: { readonly share: number }): JSX.Element {
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect width={100 * share} height="10" />
    </svg>
  );
}
