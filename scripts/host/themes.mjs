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
