// Asks the registry for advisories on the packages that ship. Usage: node scripts/audit.mjs
// Fails if there is one, or if the registry does not answer.
import { HumanError, runScript } from './humanError.mjs';
import { spawnNpm } from './host/npm.mjs';
import { projectFolder } from './host/hosts.mjs';
import { advisoriesOn } from './packaging/advisories.mjs';
import { bundledPackages } from './packaging/bundledPackages.mjs';
import { needProgram } from './program.mjs';

await runScript(async () => {
  await needProgram('build', []);
  const bundled = bundledPackages().map(({ name }) => name);
  const found = advisoriesOn(auditReport(), bundled);
  if (!found) throw new HumanError('The registry gave no answer on advisories: nothing is known.');
  console.log(`${bundled.length} packages ship: ${bundled.join(', ')}`);
  console.log(found.length === 0 ? 'No advisory is known.' : found.join('\n'));
  return found.length === 0 ? 0 : 1;
});

/** @returns {unknown} npm ends with 1 if any package, also one for development, has an advisory. */
function auditReport() {
  const args = ['audit', '--audit=true', '--package-lock-only', '--json'];
  const { stdout } = spawnNpm(args, projectFolder);
  try {
    return JSON.parse(stdout);
  } catch {
    return {};
  }
}
