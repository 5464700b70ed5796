import assert from 'node:assert/strict';
import { readFile } from './support/reading';

const inputSchema = { type: 'object', properties: { path: { type: 'string' } } };
const read = { name: 'read', title: 'For people', description: 'Reads a file', inputSchema };
const sent = { name: 'read', description: 'Reads a file', inputSchema };

function serversOf(value: unknown, path = 'mcp.json') {
  const file = readFile(typeof value === 'string' ? value : JSON.stringify(value), path);
  return file?.servers?.map(({ name, tools }) => [name, tools]);
}

describe('a file of MCP servers', () => {
  it('is a list of tools as a server answers it', () => {
    assert.deepEqual(serversOf({ tools: [read, read] }), [[undefined, 2]]);
    const answer = { jsonrpc: '2.0', id: 1, result: { tools: [read] } };
    assert.deepEqual(serversOf(answer), [[undefined, 1]]);
  });

  it('is a configuration of servers, with or without their tools', () => {
    const local = { command: 'npx', args: ['-y', 'files'] };
    const servers = { files: { ...local, tools: [read] }, web: { url: 'https://x.y' } };
    const expected = [
      ['files', 1],
      ['web', undefined],
    ];
    assert.deepEqual(serversOf({ mcpServers: servers }), expected);
    assert.deepEqual(serversOf({ servers }, '.vscode/mcp.json'), expected);
    assert.deepEqual(serversOf({ mcp: { servers } }, 'settings.json'), expected);
    const commented = `{ // mine\n "servers": ${JSON.stringify(servers)}, }`;
    const file = readFile(commented, '.vscode/mcp.jsonc');
    assert.deepEqual(
      file?.servers?.map(({ name }) => name),
      ['files', 'web'],
    );
  });

  it('is one call with what of the tools is sent, and names what is not known', () => {
    const web = { url: 'https://x.y' };
    const file = readFile(JSON.stringify({ mcpServers: { a: { ...web, tools: [read] }, web } }));
    assert.equal(file?.kind, 'mcp');
    const [call] = file.requests;
    assert.ok(call);
    assert.deepEqual(JSON.parse(call.parts[0]?.text ?? ''), sent);
    assert.deepEqual([call.tools, call.hasAnswer, [...call.unseen]], [1, false, [['server', 1]]]);
  });

  it('is nothing else that has such keys', () => {
    for (const value of [
      { servers: [{ url: 'https://x.y' }] },
      { servers: { production: 'https://x.y' } },
      { tools: ['eslint'] },
      { tools: [{ name: 'eslint' }] },
      { result: { tools: [] } },
      { mcpServers: {} },
    ])
      assert.equal(readFile(JSON.stringify(value)), undefined, JSON.stringify(value));
  });
});
