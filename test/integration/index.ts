// The entry point that VS Code loads: runs each *.test.js in this folder and writes mocha's JSON report.
// API_SPEND_RESULTS is the report's file; API_SPEND_GREP selects tests by title.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { endIntroduction } from '../support/introduction';

export async function run(): Promise<void> {
  const failures = await runMocha().catch((error: unknown) => {
    writeLoadFailure(error);
    throw error;
  });
  if (failures > 0) throw new Error(`${failures} integration tests failed.`);
}

async function runMocha(): Promise<number> {
  await endIntroduction();
  const { API_SPEND_RESULTS: output, API_SPEND_GREP: grep } = process.env;
  const mocha = new Mocha({
    // Ends a test that hangs. Tests take several times longer on a busy machine.
    timeout: 300_000,
    ...(grep === undefined ? {} : { grep: new RegExp(grep) }),
    ...(output === undefined ? {} : { reporter: 'json', reporterOptions: { output } }),
  });
  for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).toSorted())
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  return new Promise((resolve) => {
    mocha.run(resolve);
  });
}

/** Reports a test file that throws while it is loaded: mocha itself reports nothing about it. */
function writeLoadFailure(error: unknown): void {
  const results = process.env['API_SPEND_RESULTS'];
  if (results === undefined) return;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const failure = { fullTitle: 'loading the test files', err: { message, stack } };
  const stats = { tests: 1, passes: 0, pending: 0, failures: 1 };
  writeFileSync(
    results,
    JSON.stringify({ stats, tests: [failure], passes: [], failures: [failure] }),
  );
}
