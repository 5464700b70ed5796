/** What stands between files that are sent as one text. */
export const HEADER_STYLES = ['none', 'path', 'xml'] as const;

export type HeaderStyle = (typeof HEADER_STYLES)[number];
