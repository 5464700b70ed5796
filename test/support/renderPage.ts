// Renders the page as HTML, for tests without a browser. Bundled like the page, because mocha's loader uses the root
// tsconfig.json, which does not support JSX.
import { buildSync } from 'esbuild';
import { compileFunction } from 'node:vm';
import type { AppProps } from '../../src/report/parts/app';
import { projectRoot } from './priceTables';

const ENTRY = `
  import { h } from 'preact';
  import { renderToString } from 'preact-render-to-string';
  import { App } from './src/report/parts/app';
  export const renderApp = (props) => renderToString(h(App, props));
`;

let renderer: ((props: AppProps) => string) | undefined;

/** The whole page as HTML. */
export function renderApp(props: AppProps): string {
  renderer ??= build();
  return renderer(props);
}

function build(): (props: AppProps) => string {
  const { outputFiles } = buildSync({
    stdin: { contents: ENTRY, resolveDir: projectRoot, loader: 'js' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'page',
    target: 'es2022',
  });
  const load = compileFunction(`${outputFiles[0]?.text ?? ''}; return page;`);
  return (load() as { renderApp: typeof renderApp }).renderApp;
}
