import assert from 'node:assert/strict';
import type { LogOutputChannel } from 'vscode';
import { Log } from '../../../src/editor/log';

describe('The log', () => {
  let lines: string[];
  let log: Log;

  beforeEach(() => {
    lines = [];
    const on = (level: string) => (text: string) => lines.push(`${level} ${text}`);
    const channel = {
      error: on('error'),
      warn: on('warn'),
      info: on('info'),
      debug: on('debug'),
      dispose: () => undefined,
    };
    log = new Log(channel as unknown as LogOutputChannel);
  });

  it('tells names of files without their folders', () => {
    log.warn('/home/ada/secret/a.md is not read');
    log.info('file:///home/ada/b.md');
    assert.deepStrictEqual(lines, ['warn …/a.md is not read', 'info …/b.md']);
  });

  it('keeps problems for a diagnosis, also those that are no errors', () => {
    const error = new TypeError('x');
    log.error(error);
    log.warn('y');
    log.info('z');
    assert.deepStrictEqual(
      log.journal.incidents.map(({ problem }) => problem),
      [error, 'y'],
    );
  });

  it('keeps and tells how long work took, short work on a level of its own', () => {
    log.took('count', performance.now() - 50, 'a.md in o200k_base');
    log.took('count', performance.now(), 'a.md in o200k_base');
    const { times, longestMs } = log.journal.timings.get('count') ?? { times: 0, longestMs: 0 };
    assert.strictEqual(times, 2);
    assert.ok(longestMs >= 50, String(longestMs));
    assert.match(lines[0] ?? '', /^info count: a\.md in o200k_base, \d+\.\d ms$/);
    assert.match(lines[1] ?? '', /^debug count: /);
  });

  it('tells nothing once it is closed: a closed channel would fail the work', () => {
    log.dispose();
    log.took('count', 0, 'a.md in o200k_base');
    log.error('too late');
    assert.deepStrictEqual(lines, []);
  });
});
