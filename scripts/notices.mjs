// Writes the parts of THIRD_PARTY_NOTICES on bundled packages again. Usage: node scripts/notices.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './host/hosts.mjs';
import { runScript } from './humanError.mjs';
import { bundledPackages } from './packaging/bundledPackages.mjs';
import { noticeOf, withPackages } from './packaging/notices.mjs';
import { needProgram } from './program.mjs';

await runScript(async () => {
  await needProgram('build', []);
  const file = join(projectFolder, 'THIRD_PARTY_NOTICES');
  const packages = bundledPackages().map(noticeOf);
  writeFileSync(file, withPackages(readFileSync(file, 'utf8'), packages));
  return 0;
});
