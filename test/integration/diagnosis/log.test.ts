import assert from 'node:assert/strict';
import { LogLevel, type LogOutputChannel } from 'vscode';
import { Log } from '../../../src/editor/log';

describe('The log', () => {
  let lines: string[];
  let log: Log;
  let logLevel: LogLevel;

  beforeEach(() => {
    lines = [];
    logLevel = LogLevel.Debug;
    const on = (level: string) => (text: string) => lines.push(`${level} ${text}`);
    const channel = {
      get logLevel() {
        return logLevel;
      },
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

  it('tells errors without folders, also those with spaces', () => {
    const error = new Error("Can't read '/home/ada/My Secret Project/plan.md'");
    error.stack = `Error: ${error.message}\n    at f (/home/ada/dist/a.js:1:2)`;
    log.error(error);
    assert.deepStrictEqual(lines, ["error Error: Can't read '…/plan.md'\n    at f (…/a.js:1:2)"]);
  });

  it('shows what a name of a file hides', () => {
    log.info('not counted: a\n[error] b\u202E.md');
    assert.deepStrictEqual(lines, ['info not counted: a\\n[error] b\\u202e.md']);
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
    const about = (): string => 'a.md in o200k_base';
    log.took('count', performance.now() - 50, about);
    log.took('count', performance.now(), about);
    const { times, longestMs } = log.journal.timings.get('count') ?? { times: 0, longestMs: 0 };
    assert.strictEqual(times, 2);
    assert.ok(longestMs >= 50, String(longestMs));
    assert.match(lines[0] ?? '', /^info count: a\.md in o200k_base, \d+\.\d ms$/);
    assert.match(lines[1] ?? '', /^debug count: /);
  });

  it('asks what short work was about only where it is told', () => {
    let asked = 0;
    const about = (): string => `${++asked}`;
    for (logLevel of [LogLevel.Off, LogLevel.Info]) log.took('count', performance.now(), about);
    assert.deepStrictEqual([asked, lines], [0, []]);
    assert.strictEqual(log.journal.timings.get('count')?.times, 2);
    for (logLevel of [LogLevel.Trace, LogLevel.Debug]) log.took('count', performance.now(), about);
    assert.deepStrictEqual([asked, lines.length], [2, 2]);
  });

  it('tells nothing once it is closed: a closed channel would fail the work', () => {
    log.dispose();
    log.took('count', 0, () => 'a.md in o200k_base');
    log.error('too late');
    assert.deepStrictEqual(lines, []);
  });
});
