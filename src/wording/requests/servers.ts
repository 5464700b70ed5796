import type { McpServer } from '../../core/requests/request';
import { visibleText } from '../../core/figures/visibleText';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { describeBand } from '../count';
import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import type { Words } from '../words';

// Servers of tools. Notes begin with a small letter and have no full stop.

/** "2 MCP servers". */
export function countOfServers(words: Words, servers: number): string {
  const { l10n } = words;
  return counted(
    words,
    servers,
    l10n.t('[one]{0} MCP server[other]{0} MCP servers'),
    showNumber(words, servers),
  );
}

/** "tools of 2 MCP servers, which are sent with each call: the price is of the input that they add". */
export function serversNote(words: Words, servers: readonly McpServer[]): string {
  const { l10n } = words;
  return l10n.t(
    'tools of {0}, which are sent with each call: the price is of the input that they add',
    countOfServers(words, servers.length),
  );
}

/**
 * "MCP server github: 12 tools, 4,321 tokens"; "MCP server files: unknown: the file names the server, not its tools".
 *
 * @param tokens of the tools of each server, described, in the order of the servers.
 */
export function serverNotes(
  words: Words,
  servers: readonly McpServer[],
  tokens: readonly string[],
): readonly string[] {
  const { l10n } = words;
  return servers.map(({ name, tools }, index) => {
    const shown = name === undefined ? l10n.t('tools of the server') : serverName(words, name);
    if (tools === undefined)
      return l10n.t('{0}: unknown: the file names the server, not its tools', shown);
    return l10n.t('{0}: {1}, {2}', shown, countOfTools(words, tools), tokens[index] ?? '');
  });
}

/** The tokens of each server on one model. */
export function tokensOfServers(
  words: Words,
  counts: readonly (TokenCount | undefined)[],
): readonly string[] {
  return counts.map((count) => (count ? describeBand(words, count) : ''));
}

function serverName({ l10n }: Words, name: string): string {
  return l10n.t('MCP server {0}', visibleText(name));
}

function countOfTools(words: Words, tools: number): string {
  const { l10n } = words;
  return counted(words, tools, l10n.t('[one]{0} tool[other]{0} tools'), showNumber(words, tools));
}
