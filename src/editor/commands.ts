import { commands, Disposable } from 'vscode';
import { COMMANDS } from './commandIds';
import { reportErrors } from './errors';
import type { CommandWork, Parts } from './work';

/** Registers the manifest's commands. What they do is read with the first of them, so that a start reads less. */
export function registerCommands(parts: Parts): Disposable {
  let loading: Promise<CommandWork> | undefined;
  const work = async (): Promise<CommandWork> => {
    loading ??= import('./work').then(({ workOf }) => workOf(parts));
    return loading;
  };
  return Disposable.from(
    new Disposable(() => void loading?.then((loaded) => loaded.dispose())),
    ...COMMANDS.map((id) =>
      commands.registerCommand(id, (argument: unknown, more: unknown) =>
        reportErrors(parts.log, async () => (await work()).run[id](argument, more)),
      ),
    ),
  );
}
