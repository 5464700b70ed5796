import { isRecord } from '../../../json';

type Row = Readonly<Record<string, unknown>>;

/**
 * A price table of version 1 of the format, which the extension had until 0.1.0, as one of version 2: tables that were
 * loaded then keep their prices. Anything else stays as it is; the schema refuses what is wrong in both.
 */
export function raised(json: unknown): unknown {
  if (!isRecord(json) || json['schemaVersion'] !== 1) return json;
  return { ...json, schemaVersion: 2, providers: each(json['providers'], provider) };
}

function provider(row: Row): Row {
  return {
    ...row,
    ...changed(row, 'movingAliases', (aliases) => each(aliases, movingAlias)),
    ...changed(row, 'models', (models) => each(models, model)),
  };
}

/** Version 1 did not say when a name meant which of its models. */
function movingAlias({ models, ...others }: Row): Row {
  return { ...others, meanings: [{ from: null, to: null, models }] };
}

function model(row: Row): Row {
  return {
    ...row,
    ...changed(row, 'factors', factors),
    ...changed(row, 'periods', (periods) =>
      each(periods, (period) => ({ ...period, ...changed(period, 'factors', factors) })),
    ),
  };
}

/** Google's `priority` is `fast` now, as other vendors' faster answers were. */
function factors(row: unknown): unknown {
  if (!isRecord(row) || !('priority' in row)) return row;
  const { priority, ...others } = row;
  return { fast: priority, ...others };
}

function changed(row: Row, key: string, change: (value: unknown) => unknown): Row {
  return key in row ? { [key]: change(row[key]) } : {};
}

function each(rows: unknown, change: (row: Row) => Row): unknown {
  return Array.isArray(rows)
    ? rows.map((row: unknown) => (isRecord(row) ? change(row) : row))
    : rows;
}
