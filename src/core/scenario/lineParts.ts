import {
  FIELD_GROUPS,
  FIELD_NAMES,
  SCENARIO_FIELDS,
  type FieldGroup,
  type FieldName,
} from './fields';

/** The parts of a line that tells all assumptions, in its order. */
export const LINE_PARTS = ['answer', 'calls', 'cache', 'terms'] as const;

export type LinePart = (typeof LINE_PARTS)[number];

const PART_OF_GROUP: Readonly<Record<FieldGroup, LinePart>> = {
  answer: 'answer',
  volume: 'calls',
  conversation: 'calls',
  cache: 'cache',
  terms: 'terms',
};

export function groupsOf(part: LinePart): readonly FieldGroup[] {
  return FIELD_GROUPS.filter((group) => PART_OF_GROUP[group] === part);
}

export function fieldsOf(part: LinePart): readonly FieldName[] {
  return FIELD_NAMES.filter((name) => PART_OF_GROUP[SCENARIO_FIELDS[name].group] === part);
}
