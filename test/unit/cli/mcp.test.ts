import assert from 'node:assert/strict';
import { runTerminal } from '../../support/terminal';

const tool = {
  name: 'get_current_weather',
  description: 'Get the current weather in a given location',
  inputSchema: {
    type: 'object',
    properties: { location: { type: 'string', description: 'The city and state' } },
    required: ['location'],
  },
};

async function run(config: object, ...args: string[]) {
  return runTerminal(['estimate', 'mcp.json', '--model', 'gpt-4o', ...args], {
    'mcp.json': JSON.stringify(config),
  });
}

describe('MCP servers in the terminal', () => {
  const web = { url: 'https://x.y' };

  it('have the tokens of their tools, and the cost that they add to each call', async () => {
    const { stdout, stderr } = await run({
      mcpServers: { weather: { ...web, tools: [tool] }, web },
    });
    assert.match(stdout, /^One call with the tools of 2 MCP servers in mcp\.json\n/);
    assert.match(stdout, /MCP server weather: 1 tool, \d+ tokens\n/);
    assert.match(stdout, /MCP server web: unknown: the file names the server, not its tools\n/);
    assert.match(
      stderr,
      /lower limit: what 1 MCP server has as tools is sent too, and not counted/,
    );
    assert.match(stdout, /openai\/gpt-4o +\d+ +\$0\.\d+ +\$0\.00 /);
  });

  it('have a range of tokens where there are several models', async () => {
    const { stdout } = await run(
      { servers: { clock: { ...web, tools: [tool] } } },
      '--model',
      'o1',
    );
    assert.match(stdout, /MCP server clock: 1 tool, \d+ tokens/);
    const config = JSON.stringify({ tools: [tool] });
    const all = await runTerminal(['estimate', 'tools.json'], { 'tools.json': config });
    assert.match(
      all.stdout,
      /tools of the server: 1 tool, \d+ to \d+ tokens, depending on the model\n/,
    );
  });

  it('are refused with their names where the file has no tools', async () => {
    const { status, stderr } = await run({ servers: { web } });
    assert.equal(status, 2);
    assert.match(
      stderr,
      /mcp\.json: MCP server web: unknown: the file names the server, not its tools/,
    );
  });
});
