// `npm test`: installs what is missing and runs everything. The last line is `N passed, N failed`.
// Usage: npm test [-- --only=unit,integration] [--grep=title]
import { installProject } from './host/installProject.mjs';
import { runScript } from './humanError.mjs';
import { readTestOptions } from './testing/options.mjs';

await runScript(async () => {
  const options = readTestOptions(process.argv.slice(2));
  installProject();
  const { runSteps } = await import('./testing/steps.mjs');
  const { passed, failed } = await runSteps(options);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
