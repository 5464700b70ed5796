import { commands, Disposable } from 'vscode';
import { COMMANDS, type CommandId } from './commandIds';
import { reportErrors } from './errors';
import type { CommandWork, Parts } from './work';

/** Registers the manifest's commands. What they do is read with the first of them, so that a start reads less.
 *
 * @param onRun called before each but Get Started. */
export function registerCommands(parts: Parts, onRun: () => void): Disposable {
  let loading: Promise<CommandWork> | undefined;
  const work = async (): Promise<CommandWork> => {
    loading ??= import('./work').then(({ workOf }) => workOf(parts));
    return loading;
  };
  const run = async (id: CommandId, argument: unknown, more: unknown): Promise<void> => {
    // The walkthrough's sample is the first text whose cost many see.
    if (id !== 'apiSpend.getStarted') onRun();
    await (await work()).run[id](argument, more);
  };
  return Disposable.from(
    new Disposable(() => void loading?.then((loaded) => loaded.dispose())),
    ...COMMANDS.map((id) =>
      commands.registerCommand(id, (argument: unknown, more: unknown) =>
        reportErrors(parts.log, async () => run(id, argument, more)),
      ),
    ),
  );
}
