// Tells what is missing or wrong in the translations. Usage: npm run l10n:check [-- LANGUAGE...]
import { runScript } from '../humanError.mjs';
import { bundlePath, committedLanguages, englishBundle, manifestPath } from './bundles.mjs';
import { englishManifest, readJson } from './bundles.mjs';
import { bundleProblems, manifestProblems } from './problems.mjs';

await runScript(async () => {
  const asked = process.argv.slice(2);
  const english = await englishBundle();
  const manifest = englishManifest();
  let found = 0;
  for (const language of asked.length > 0 ? asked : committedLanguages()) {
    const titles = readJson(manifestPath(language));
    for (const problem of [
      ...bundleProblems(language, english, readJson(bundlePath(language)), manifest, titles),
      ...manifestProblems(manifest, titles),
    ]) {
      console.log(`${language}: ${problem}`);
      found++;
    }
  }
  console.log(`${found} problems`);
  return found === 0 ? 0 : 1;
});
