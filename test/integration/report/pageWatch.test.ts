import assert from 'node:assert/strict';
import { window, type LogOutputChannel, type WebviewPanel } from 'vscode';
import { PageWatch } from '../../../src/editor/report/pageWatch';
import { eventually } from '../../support/window';

const TITLE = 'A report';

describe('an unresponsive page', () => {
  let log: LogOutputChannel;
  before(() => {
    log = window.createOutputChannel('API Spend page watch', { log: true });
  });
  after(() => log.dispose());

  it('is marked in its title until it answers', async () => {
    const panel = { title: TITLE } as WebviewPanel;
    const watch = new PageWatch(log, 20);
    watch.expectAnswer(panel, TITLE);
    assert.equal(panel.title, TITLE);
    await eventually(
      () => panel.title,
      (title) => title === 'A report (not responding)',
    );
    watch.stop();
    assert.equal(panel.title, TITLE);
    watch.expectAnswer(panel, TITLE);
    watch.stop();
    // After `stop`, no answer is expected: a watch that starts later times out, and the title is still unchanged.
    const asked = { title: TITLE } as WebviewPanel;
    const later = new PageWatch(log, 20);
    later.expectAnswer(asked, TITLE);
    await eventually(
      () => asked.title,
      (title) => title !== TITLE,
    );
    assert.equal(panel.title, TITLE);
    watch.dispose();
    later.dispose();
  });
});
