// Forms in which a file of requests has its tools, in the place of a language: each is counted, and each model has one.

/** Definitions of tools as compact JSON. */
export const TOOLS_AS_JSON = 'tools/json';

/** All tools of a request as types of TypeScript, as OpenAI's models read them. */
export const TOOLS_AS_TYPES = 'tools/types';

/** The schema of the answer, as compact JSON. */
export const ANSWER_SCHEMA = 'tools/schema';
