import type { Memento } from 'vscode';
import type { Logger } from './log';

/** What the extension remembers while VS Code is closed. */
export type Memory = Pick<Memento, 'get' | 'update'>;

/**
 * A memory whose `update` never rejects: VS Code keeps a value until it is closed even if it cannot save it.
 *
 * @param tell is called once, after the first value that was not saved.
 */
export function lenient(memento: Memory, log: Logger, tell: (reason: string) => void): Memory {
  let isTold = false;
  return {
    get: memento.get.bind(memento),
    async update(key, value) {
      try {
        await memento.update(key, value);
      } catch (error) {
        const problem = error instanceof Error ? error : new Error(String(error));
        log.error(problem);
        if (!isTold) tell(problem.message);
        isTold = true;
      }
    },
  };
}
