import { distance } from 'fastest-levenshtein';
import type { GenericSchema } from 'valibot';

/** Codes of which the sentence says what a value has to be. */
export const EXPECTED_CODES = [
  'notText',
  'notFlag',
  'notList',
  'notObject',
  'notOneOf',
  'notNumber',
  'notWhole',
  'notPrice',
  'notId',
  'notModelId',
  'notInstant',
  'notDay',
  'notTimeOfDay',
  'notOffset',
  'notHttps',
  'notEncodingName',
  'notCurrencyCode',
  'notCurrencyRate',
] as const;

export type ExpectedCode = (typeof EXPECTED_CODES)[number];

/** What a value has to be. */
export interface Expectation {
  readonly code: ExpectedCode;
  /** The values that are allowed, if it is one of them. */
  readonly names?: readonly string[];
}

/** The properties of valibot's schemas that are read here; each kind of schema has some of them. */
export interface Shape {
  readonly type: string;
  readonly expects?: string | null;
  /** Of a schema's own check: a code of ours, if it has one. */
  readonly message?: unknown;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
  /** Schemas of a union, values of a picklist. */
  readonly options?: readonly unknown[];
  readonly pipe?: readonly { readonly message?: unknown }[];
}

/** The shapes that a value can have at a path below a schema: several where it is a union. */
export function shapesAt(schema: GenericSchema, keys: readonly unknown[]): readonly Shape[] {
  const below = (shape: Shape, key: unknown): readonly Shape[] => {
    const next = shape.entries?.[String(key)] ?? shape.item ?? shape.value;
    return next ? alternatives(next) : [];
  };
  return keys.reduce<readonly Shape[]>(
    (shapes, key) => shapes.flatMap((shape) => below(shape, key)),
    alternatives(schema),
  );
}

function alternatives(shape: Shape): readonly Shape[] {
  if (shape.wrapped) return alternatives(shape.wrapped);
  if (shape.type !== 'union') return [shape];
  return (shape.options ?? []).flatMap((option) => alternatives(option as Shape));
}

/** What a shape asks for: the form that its checks name, else its type; undefined if any value is allowed. */
export function expectationOf({
  type,
  message,
  pipe = [],
  expects,
}: Shape): Expectation | undefined {
  const named = [...pipe, { message }]
    .map((check) => EXPECTED_CODES.find((code) => code === check.message))
    // A pipe that says more than its first schema does.
    .find((code) => code !== undefined && code !== 'notNumber');
  if (named) return { code: named };
  const code = CODES_OF_TYPES[type];
  if (!code) return undefined;
  return code === 'notOneOf' ? { code, names: choicesIn(expects ?? null) } : { code };
}

/** By the types of valibot's schemas. */
const CODES_OF_TYPES: Readonly<Record<string, ExpectedCode>> = {
  string: 'notText',
  number: 'notNumber',
  boolean: 'notFlag',
  array: 'notList',
  strict_object: 'notObject',
  record: 'notObject',
  picklist: 'notOneOf',
  literal: 'notOneOf',
};

/** ["none", "short"] of valibot's `("none" | "short")`. */
function choicesIn(expects: string | null): readonly string[] {
  return (expects ?? '').replaceAll(/^\(|\)$/g, '').split(' | ');
}

/** Letters by which a key that was meant may differ. */
const MOST_TYPING_ERRORS = 2;

/** The known key that an unknown one was meant to be, if there is one; else all known keys. */
export function meantKeys(key: string, shapes: readonly Shape[]): readonly string[] {
  const known = shapes.flatMap(({ entries = {} }) => Object.keys(entries));
  const isBegun = (other: string): boolean => other.startsWith(key) || key.startsWith(other);
  const meant =
    known.find((other) => distance(key, other) <= MOST_TYPING_ERRORS) ?? known.find(isBegun);
  return meant === undefined ? known : [meant];
}
