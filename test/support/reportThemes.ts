import type { Theme } from '../../scripts/host/themes.mjs';

/** VS Code's default themes: our name, its name in the theme picker, and the class of a webview's body. */
export const REPORT_THEMES: readonly (readonly [Theme, name: string, bodyClass: string])[] = [
  ['dark', 'Dark Modern', 'vscode-dark'],
  ['light', 'Light Modern', 'vscode-light'],
  ['high-contrast', 'Dark High Contrast', 'vscode-high-contrast'],
  ['high-contrast-light', 'Light High Contrast', 'vscode-high-contrast-light'],
];

/** A window wide enough for the report beside an editor. */
export const WIDE = { width: 1500, height: 1000 };
