// Writes l10n/bundle.l10n.json from the messages of src/wording, and puts the translations in its order; what English
// no longer has is removed from them. Usage: npm run l10n:extract
import { runScript } from '../humanError.mjs';
import { writeBundles } from './bundles.mjs';

await runScript(async () => {
  await writeBundles();
  return 0;
});
