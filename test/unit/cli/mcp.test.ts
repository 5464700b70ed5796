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

  it('are unknown, and never 0 tokens, where the file has no tools', async () => {
    const { status, stdout, stderr } = await run({ servers: { web } });
    assert.equal(status, 0, stderr);
    assert.equal(
      stdout,
      'mcp.json: MCP server web: unknown: the file names the server, not its tools\n',
    );
    const json = await run({ servers: { web } }, '--json');
    const { files, notPriced } = JSON.parse(json.stdout) as Record<string, unknown>;
    assert.deepEqual(files, []);
    assert.deepEqual(notPriced, [{ path: 'mcp.json', line: 1, reason: 'toolsUnknown' }]);
    assert.match(json.stderr, /MCP server web: unknown: the file names the server, not its tools/);
    const report = await run({ servers: { web } }, '--format', 'csv');
    assert.deepEqual([report.status, report.stdout], [2, '']);
    assert.match(report.stderr, /MCP server web: unknown/);
  });

  it('are unknown in a folder, or beside other files, and leave the others their price', async () => {
    const files = {
      'all/mcp.json': JSON.stringify({ servers: { web } }),
      'all/a.md': 'Hello',
      'r.json': JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello' }] }),
    };
    for (const [paths, tokens] of [
      [['all'], 1],
      [['all/mcp.json', 'all/a.md'], 1],
      [['all/mcp.json', 'r.json'], 8],
    ] as const) {
      const args = ['estimate', '--model', 'gpt-4o', '--json', ...paths];
      const { status, stdout, stderr } = await runTerminal(args, files);
      assert.equal(status, 0, stderr);
      const found = JSON.parse(stdout) as {
        files: { path: string; estimates: { tokens: number }[] }[];
        notPriced: unknown;
      };
      assert.deepEqual(
        found.files.map(({ estimates: [row] }) => row?.tokens),
        [tokens],
      );
      assert.deepEqual(found.notPriced, [
        { path: 'all/mcp.json', line: 1, reason: 'toolsUnknown' },
      ]);
      assert.match(stderr, /all\/mcp\.json: .*unknown: the file names/);
    }
    const alone = await runTerminal(['estimate', 'all'], { 'all/mcp.json': files['all/mcp.json'] });
    assert.equal(alone.status, 2);
    assert.match(alone.stderr, /There is no text to estimate in all\. .*unknown: 1/);
  });
});
