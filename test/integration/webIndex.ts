// The entry point in a web worker: runs all tests but those that need Node, and writes mocha's JSON report into the
// extension's folder. A worker has no other way to a file, and one that dies leaves none.
// The bundler sets API_SPEND_GREP, which selects tests by title.
import 'mocha/mocha';
import { extensions, Uri, workspace } from 'vscode';
import { loadTests } from 'every integration test';
import { endIntroduction } from '../support/introduction';

/** mocha's report, and the runner's way to it: its JSON reporter cannot write files in a browser. */
type Runner = Mocha.Runner & { readonly testResults?: object };

export async function run(): Promise<void> {
  const report = await reportOfMocha().catch(reportOfLoadFailure);
  const folder = extensions.getExtension('api-spend.api-spend')?.extensionUri;
  if (!folder) throw new Error('VS Code has not loaded the extension.');
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  await workspace.fs.writeFile(Uri.joinPath(folder, 'results.json'), bytes);
}

async function reportOfMocha(): Promise<object> {
  await endIntroduction();
  const { API_SPEND_GREP: grep } = process.env;
  mocha.setup({
    ui: 'bdd',
    reporter: 'json',
    // As in index.ts.
    timeout: 300_000,
    ...(grep === undefined ? {} : { grep: new RegExp(grep) }),
  });
  loadTests();
  return new Promise((resolve, reject) => {
    const runner: Runner = mocha.run(() => {
      if (runner.testResults) resolve(runner.testResults);
      else reject(new Error('mocha has made no report.'));
    });
    // Shown with API_SPEND_VERBOSE: nothing else tells how far a run is.
    runner.on('test end', (test) => {
      console.log(
        `${test.state} ${test.duration} ms: ${test.fullTitle()} ${test.err?.message ?? ''}`,
      );
    });
  });
}

/** A test file that throws while it is loaded is a failed test. */
function reportOfLoadFailure(error: unknown): object {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const failure = { fullTitle: 'loading the test files', err: { message, stack } };
  const stats = { tests: 1, passes: 0, pending: 0, failures: 1 };
  return { stats, tests: [failure], passes: [], failures: [failure] };
}
