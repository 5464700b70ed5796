// Makes the extension of memoryExtension.ts for an end-to-end test.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/host/hosts.mjs';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';

/**
 * The folder of an extension that offers files below `memfs:`, in a web worker.
 * @param files texts by their URIs
 */
export async function memoryExtension(files: Readonly<Record<string, string>>): Promise<string> {
  const { build } = await import('esbuild');
  const { path } = temporaryFolder('memory-extension');
  await build({
    entryPoints: [join(projectFolder, 'test', 'support', 'memoryExtension.ts')],
    outfile: join(path, 'extension.js'),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    define: { MEMORY_FILES: JSON.stringify(files) },
    logLevel: 'warning',
  });
  const manifest = {
    name: 'memory-files',
    publisher: 'api-spend-tests',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    browser: './extension.js',
    activationEvents: ['onFileSystem:memfs'],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  writeFileSync(join(path, 'package.json'), JSON.stringify(manifest));
  return path;
}
