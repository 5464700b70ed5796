// The fuzz tests with 100,000 random values for each property, where the unit tests have 1,000.
// Usage: npm run test:fuzz [-- --runs=100000] [--grep=words]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from './host/hosts.mjs';
import { runScript } from './humanError.mjs';

await runScript(async () => {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '100000' }, grep: { type: 'string' } },
  });
  const mocha = join(projectFolder, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const grep = values.grep === undefined ? [] : ['--grep', values.grep];
  const { status } = spawnSync(
    process.execPath,
    [mocha, '--require', 'tsx/cjs', ...grep, 'test/unit/fuzz/*.test.ts'],
    {
      cwd: projectFolder,
      stdio: 'inherit',
      env: { ...process.env, API_SPEND_FUZZ_RUNS: values.runs },
    },
  );
  return Promise.resolve(status ?? 1);
});
