import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extensions, type Uri } from 'vscode';
import { TEMPLATE_CASE } from '../../support/templateCase';
import { writeWorkspaceFile } from '../../support/window';

async function write(name: string, content: string): Promise<Uri> {
  return writeWorkspaceFile(name, new TextEncoder().encode(content));
}

async function terminal({ fsPath }: Uri): Promise<{ readonly stdout: string }> {
  const program = extensions.getExtension('api-spend.api-spend')?.extensionPath ?? '';
  const args = [join(program, 'dist/cli.js'), 'estimate', '--json', '--model', 'openai/o1', fsPath];
  // VS Code's own program runs as Node does.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return promisify(execFile)(process.execPath, args, { env });
}

describe('values of templates in the terminal', () => {
  it('give the same number as in the editor', async () => {
    const { name, text, sampleName, sample, tokens, usd } = TEMPLATE_CASE;
    await write(sampleName, sample);
    const { stdout } = await terminal(await write(name, text));
    assert.ok(stdout.includes(`"tokens": ${tokens},`) && stdout.includes(`"totalUsd": "${usd}"`));
  });
});
