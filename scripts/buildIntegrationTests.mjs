// Bundles the extension and its integration tests for the debugger.
import { buildIntegrationTests } from './testing/integrationBundles.mjs';
import { needProgram } from './program.mjs';

await needProgram('build', []);
await buildIntegrationTests();
