/**
 * @typedef {object} Task
 * @property {string} name
 * @property {readonly string[]} after tasks that must be over first; names of tasks that are not given are ignored
 * @property {number} slots how many of the slots it occupies
 * @property {() => Promise<unknown>} run must not reject
 */

/**
 * Runs every task, side by side while slots are free. Tasks that can start do so in the given order.
 * @param {readonly Task[]} tasks
 * @param {number} slots at least as many as any task occupies
 */
export async function runTasks(tasks, slots) {
  const waiting = new Set(tasks);
  /** @type {Map<Task, Promise<unknown>>} */
  const running = new Map();
  let free = slots;
  const isOver = (/** @type {string} */ name) =>
    ![...waiting, ...running.keys()].some((task) => task.name === name);
  const finish = async (/** @type {Task} */ task) => {
    await task.run();
    running.delete(task);
    free += task.slots;
  };
  while (waiting.size + running.size > 0) {
    for (const task of waiting) {
      if (task.slots > free || !task.after.every(isOver)) continue;
      waiting.delete(task);
      free -= task.slots;
      running.set(task, finish(task));
    }
    if (running.size === 0) throw new Error('Each of the tasks waits for another one.');
    await Promise.race(running.values());
  }
}
