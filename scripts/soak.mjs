// Types an hour's keys into a real VS Code as fast as possible. Prints the memory of the extension host at the start
// and after each tenth; fails if it grows.
// Usage: npm run test:soak [-- --keys=18000] [--snapshots=folder]
// With a folder, writes heap snapshots of the start and of the end there, and prints what the second has more.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installProject } from './host/installProject.mjs';
import { runScript } from './humanError.mjs';
import { needProgram } from './program.mjs';

const limitMs = 3 * 3_600_000;

await runScript(async () => {
  const { values } = parseArgs({
    options: { keys: { type: 'string', default: '18000' }, snapshots: { type: 'string' } },
  });
  const folder = values.snapshots === undefined ? undefined : resolve(values.snapshots);
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  installProject();
  const { figuresOf } = await import('./testing/integration.mjs');
  await needProgram('build', []);
  /** @type {{ keys: number, heapMb: number, buffersMb: number }[]} */
  const samples = await figuresOf('soak', limitMs, {
    API_SPEND_SOAK_KEYS: values.keys,
    ...(folder === undefined ? {} : { API_SPEND_SOAK_SNAPSHOTS: folder }),
  });
  for (const { keys, heapMb, buffersMb } of samples) {
    console.log(`${keys} keys: heap ${heapMb.toFixed(1)} MB, buffers ${buffersMb.toFixed(1)} MB`);
  }
  if (folder !== undefined) {
    const { printGrowth } = await import('./soak/snapshots.mjs');
    printGrowth(join(folder, 'start.heapsnapshot'), join(folder, 'end.heapsnapshot'));
  }
  return 0;
});
