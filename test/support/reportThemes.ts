import type { Theme } from '../../scripts/host/themes.mjs';

/** VS Code's own themes: ours, the name in its list, and the class that a page gets. */
export const REPORT_THEMES: readonly (readonly [Theme, name: string, bodyClass: string])[] = [
  ['dark', 'Dark Modern', 'vscode-dark'],
  ['light', 'Light Modern', 'vscode-light'],
  ['high-contrast', 'Dark High Contrast', 'vscode-high-contrast'],
  ['high-contrast-light', 'Light High Contrast', 'vscode-high-contrast-light'],
];

/** Wide enough for the report beside a text. */
export const WIDE = { width: 1500, height: 1000 };
