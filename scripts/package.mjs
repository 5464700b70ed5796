// Packs the extension. Usage: node scripts/package.mjs
import { packageExtension, vsixFile } from './extensionPackage.mjs';
import { runScript } from './humanError.mjs';

await runScript(async () => {
  await packageExtension();
  console.log(vsixFile);
  return 0;
});
