/** @typedef {'light' | 'dark' | 'high-contrast'} Theme */

/**
 * The ids of VS Code's own colour themes.
 * @type {Record<Theme, string>}
 */
export const themeIds = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
};

/**
 * What VS Code calls the window's root element once a theme is in force.
 * @type {Record<Theme, string>}
 */
export const themeClasses = { light: 'vs', dark: 'vs-dark', 'high-contrast': 'hc-black' };
