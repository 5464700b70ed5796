/**
 * @typedef {object} Task
 * @property {string} name
 * @property {readonly string[]} after tasks that must end first; unknown names are ignored
 * @property {number} slots number of slots that it occupies
 * @property {() => Promise<unknown>} run must not reject
 */

/**
 * Runs all tasks, side by side while slots are free, in the given order where possible.
 * @param {readonly Task[]} tasks
 * @param {number} slots at least the maximum of the tasks
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
    if (running.size === 0) throw new Error('The remaining tasks wait for each other.');
    await Promise.race(running.values());
  }
}
