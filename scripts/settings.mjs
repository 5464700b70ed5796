// Writes docs/settings.md again. Usage: npm run settings
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './host/hosts.mjs';
import { runScript } from './humanError.mjs';
import { settingsPage } from './packaging/settingsPage.mjs';
import { needProgram } from './program.mjs';

await runScript(async () => {
  const page = join(projectFolder, 'docs', 'settings.md');
  writeFileSync(page, settingsPage());
  await needProgram('prettier', ['--write', page]);
  return 0;
});
