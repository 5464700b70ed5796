import { ENGLISH, type Words } from '../../src/wording/words';

/** Words of a person who reads English; `ENGLISH` is that of exports and of the terminal. */
export const READER: Words = { ...ENGLISH, days: 'locale' };
