import assert from 'node:assert/strict';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import type { ToPage } from '../../../src/protocol/messages';
import type { ReportPage } from '../../../src/report/reportPage';
import { projectRoot } from '../../support/priceTables';
import { settingsFact } from '../../support/settingsFact';

const ENTRY = `export { ReportPage } from './src/report/reportPage';`;

/** The remembered position of the reader, in pixels. */
const SCROLL_TOP = 700;

/** The page in a window that never draws. */
function openPage(scrolled: (top: number) => void): ReportPage {
  const { outputFiles } = buildSync({
    stdin: { contents: ENTRY, resolveDir: projectRoot, loader: 'js' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'page',
    target: 'es2022',
  });
  const globals = {
    document: { documentElement: { style: {} } },
    scrollY: SCROLL_TOP,
    scrollTo: (_left: number, top: number) => scrolled(top),
    requestAnimationFrame: () => 0,
  };
  const code = `${outputFiles[0]?.text ?? ''}; return page;`;
  const load = compileFunction(code, Object.keys(globals));
  const page = load(...Object.values(globals)) as { ReportPage: typeof ReportPage };
  const editor = {
    postMessage: () => undefined,
    getState: () => ({ scrollTop: SCROLL_TOP }),
    setState: () => undefined,
  };
  return new page.ReportPage(editor, {} as Element);
}

describe('the page of the report', () => {
  it('scrolls to its top when the user asks for the report, and not when facts change', () => {
    const tops: number[] = [];
    const page = openPage((top) => tops.push(top));
    const facts: readonly ToPage[] = [settingsFact(), { type: 'note', text: 'Counting…' }];
    for (const fact of facts) page.receive(fact);
    assert.deepEqual(tops, []);
    page.receive({ type: 'toTop' } satisfies ToPage);
    assert.deepEqual(tops, [0]);
  });
});
