import { isRecord } from '../json';
import { bodyOf, type Body } from './body';
import { Draft, type JsonObject } from './parts/draft';
import { definitionOf } from './parts/tools';
import type { McpServer } from './request';

export interface McpFile {
  readonly servers: readonly McpServer[];
  /** One call with the tools of all servers. */
  readonly body: Body;
}

/** Keys of which at least one stands at the top of such a file. */
export const MCP_KEYS: readonly string[] = ['mcpServers', 'servers', 'tools', 'result', 'mcp'];

/** How a server is reached: what an entry of a configuration has. */
const WAYS = ['command', 'url', 'serverUrl', 'httpUrl', 'type', 'tools'] as const;

interface Named {
  readonly name: string | undefined;
  /** Undefined: they are not in the file. */
  readonly tools: readonly JsonObject[] | undefined;
}

/**
 * Servers of the Model Context Protocol and their tools, which are sent with each call: a list of tools as a server
 * answers it, or a configuration, whose servers may have their list beside the way to reach them.
 *
 * `tools/list`: https://modelcontextprotocol.io/specification/2025-06-18/server/tools#listing-tools
 * `mcpServers`: https://modelcontextprotocol.io/docs/develop/connect-local-servers
 * `servers`: https://code.visualstudio.com/docs/copilot/reference/mcp-configuration
 *
 * @returns undefined if the value is none of these.
 */
export function readMcp(value: unknown): McpFile | undefined {
  if (!isRecord(value)) return undefined;
  const listed = listingOf(value) ?? listingOf(value['result']);
  const servers = listed ? [{ name: undefined, tools: listed }] : serversOf(value);
  return servers && fileOf(servers);
}

function fileOf(servers: readonly Named[]): McpFile {
  const all = draftOf(servers.flatMap(({ tools = [] }) => tools));
  for (const { tools } of servers) if (!tools) all.addUnseen('server');
  return {
    servers: servers.map(({ name, tools }) => ({
      name,
      tools: tools?.length,
      parts: draftOf(tools ?? []).parts,
    })),
    body: bodyOf(all, false),
  };
}

function draftOf(tools: readonly JsonObject[]): Draft {
  const draft = new Draft();
  for (const tool of tools) draft.addDefinition(definitionOf(tool));
  draft.finishTools(false);
  return draft;
}

/** A tool has a name and the schema of its input; what else it has is for people and programs, not for the model. */
function listingOf(value: unknown): readonly JsonObject[] | undefined {
  const tools = isRecord(value) ? value['tools'] : undefined;
  if (!Array.isArray(tools) || tools.length === 0) return undefined;
  const found = tools.filter(isTool);
  return found.length === tools.length ? found.map(sentOf) : undefined;
}

function isTool(tool: unknown): tool is JsonObject {
  return isRecord(tool) && typeof tool['name'] === 'string' && isRecord(tool['inputSchema']);
}

function sentOf({ name, description, inputSchema }: JsonObject): JsonObject {
  return { name, ...(description === undefined ? {} : { description }), inputSchema };
}

function serversOf(value: JsonObject): readonly Named[] | undefined {
  const { mcpServers, servers, mcp } = value;
  const inner = isRecord(mcp) ? mcp['servers'] : undefined;
  const found = [mcpServers, servers, inner].find(isRecord);
  const entries = Object.entries(found ?? {});
  if (entries.length === 0 || !entries.every(([, entry]) => isServer(entry))) return undefined;
  return entries.map(([name, entry]) => ({ name, tools: listingOf(entry) }));
}

function isServer(entry: unknown): boolean {
  return isRecord(entry) && WAYS.some((key) => entry[key] !== undefined);
}
