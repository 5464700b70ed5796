/**
 * Where the part of a prompt that is the same in each call ends: at the first placeholder of a template, after the tools
 * and the system prompt of a request, or at the first difference between several requests.
 */
export const BEGINNING_KINDS = ['placeholder', 'system', 'difference'] as const;

export type BeginningKind = (typeof BEGINNING_KINDS)[number];
