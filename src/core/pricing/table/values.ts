import * as v from 'valibot';
import { parseInstant } from '../instant';
import { isPrice } from '../money';
import { code } from './problem';

/** An instant in UTC ("2025-02-26T16:30:00Z"), or a day ("2025-02-26"): its first instant in UTC. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/, code('notInstant')),
  v.check((text) => parseInstant(text) !== undefined, code('notCalendarDay')),
);

export const day = v.pipe(instant, v.length(10, code('notDay')));
/** Starts with a letter, a digit or @; letters, digits and . : / _ @ - follow. */
export const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9@][\w.:/@-]*$/, code('notId')));
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty(code('empty')));
export const tokens = v.pipe(
  v.number(),
  v.integer(code('notWhole')),
  v.minValue(1, code('belowOne')),
);

export const price = v.pipe(v.number(code('notNumber')), v.check(isPrice, code('notPrice')));
