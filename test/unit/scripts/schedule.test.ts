import assert from 'node:assert/strict';
import { runTasks, type Task } from '../../../scripts/testing/schedule.mjs';

/** Tasks that the test ends, and a log of their starts and ends. */
class Tasks {
  readonly log: string[] = [];
  readonly #ends = new Map<string, () => void>();

  task(name: string, { after = [], slots = 1 }: Partial<Task> = {}): Task {
    const run = async (): Promise<void> => {
      this.log.push(`${name} starts`);
      await new Promise<void>((resolve) => this.#ends.set(name, resolve));
      this.log.push(`${name} ends`);
    };
    return { name, after, slots, run };
  }

  async end(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      this.#ends.get(name)?.();
      // Dependents react in microtasks, which run before the next macrotask.
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }
}

describe('the schedule of the steps', () => {
  it('runs as many at once as there are slots, in order', async () => {
    const tasks = new Tasks();
    const done = runTasks([tasks.task('a'), tasks.task('b'), tasks.task('c')], 2);
    assert.deepEqual(tasks.log, ['a starts', 'b starts']);
    await tasks.end('b');
    assert.deepEqual(tasks.log.slice(2), ['b ends', 'c starts']);
    await tasks.end('a', 'c');
    await done;
  });

  it('starts a task after those it depends on, and others before', async () => {
    const tasks = new Tasks();
    const late = tasks.task('late', { after: ['first', 'not given'] });
    const done = runTasks([tasks.task('first'), late, tasks.task('free')], 2);
    assert.deepEqual(tasks.log, ['first starts', 'free starts']);
    await tasks.end('first');
    assert.deepEqual(tasks.log.slice(2), ['first ends', 'late starts']);
    await tasks.end('free', 'late');
    await done;
  });

  it('gives a task all the slots that it occupies', async () => {
    const tasks = new Tasks();
    const done = runTasks([tasks.task('small'), tasks.task('large', { slots: 2 })], 2);
    assert.deepEqual(tasks.log, ['small starts']);
    await tasks.end('small');
    assert.deepEqual(tasks.log.slice(1), ['small ends', 'large starts']);
    await tasks.end('large');
    await done;
  });

  it('rejects tasks that wait for each other', async () => {
    const tasks = new Tasks();
    const circle = [tasks.task('a', { after: ['b'] }), tasks.task('b', { after: ['a'] })];
    await assert.rejects(runTasks(circle, 2));
  });
});
