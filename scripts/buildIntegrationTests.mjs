// For the debugger: bundles the extension and its integration tests.
import { buildIntegrationTests } from './testing/integration.mjs';
import { needProgram } from './program.mjs';

await needProgram('build', []);
await buildIntegrationTests();
