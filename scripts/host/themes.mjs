/** @typedef {'light' | 'dark' | 'high-contrast' | 'high-contrast-light'} Theme */

/**
 * The ids of VS Code's own color themes.
 * @type {Record<Theme, string>}
 */
export const themeIds = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/**
 * The class that the window's root element has once a theme is applied.
 * @type {Record<Theme, string>}
 */
export const themeClasses = {
  light: 'vs',
  dark: 'vs-dark',
  'high-contrast': 'hc-black',
  'high-contrast-light': 'hc-light',
};
