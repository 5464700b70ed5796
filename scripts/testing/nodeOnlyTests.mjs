/**
 * The integration tests that cannot run in a web worker, each with what they need of Node. All others run in both
 * extension hosts; the bundler refuses one that imports a module of Node.
 * @type {Readonly<Record<string, string>>}
 */
export const nodeOnlyTests = {
  'files/links.test.ts': 'makes symbolic links, which the file API of VS Code cannot',
  'prices/download.test.ts': 'runs a web server',
  'templates/terminal.test.ts': 'runs the terminal program',
};
