import { Disposable, type LanguageModelTool, type lm } from 'vscode';
import type { Logger } from '../../log';

/** The name of the tool in package.json. */
export const ESTIMATE_TOOL = 'estimate_api_spend';

/** The part of VS Code's API that the tool needs; other editors may lack it. */
type ToolHost = Partial<Pick<typeof lm, 'registerTool'>>;

type Tool = Required<LanguageModelTool<unknown>>;

/**
 * Registers the tool if the editor has tools.
 *
 * @param load reads its code, which a start does not need.
 */
export function registerEstimateTool(
  load: () => Promise<Tool>,
  log: Logger,
  host: ToolHost | undefined,
): Disposable {
  const tool: Tool = {
    prepareInvocation: async (options, token) => (await load()).prepareInvocation(options, token),
    invoke: async (options, token) => (await load()).invoke(options, token),
  };
  try {
    return host?.registerTool?.(ESTIMATE_TOOL, tool) ?? new Disposable(() => undefined);
  } catch (error) {
    // Some editors have the function but no tools; the rest of the extension works without.
    log.warn(`The agent tool is not available: ${String(error)}`);
    return new Disposable(() => undefined);
  }
}
