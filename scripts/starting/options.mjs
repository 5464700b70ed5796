import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../host/hosts.mjs';
import { HumanError } from '../humanError.mjs';

/** Prompts and code; opened if no folder is given. */
export const samplesFolder = join(projectFolder, 'test', 'fixtures', 'samples');
export const samplePrompt = join(samplesFolder, 'prompts', 'support-agent.prompt.md');

/**
 * @param {string[]} args
 * @param {string} startedIn folder that relative paths refer to
 */
export function readStartOptions(args, startedIn) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { screenshots: { type: 'string' }, walkthrough: { type: 'string' } },
  });
  const folder = positionals[0] === undefined ? samplesFolder : resolve(startedIn, positionals[0]);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new HumanError(`There is no folder ${folder}.`);
  const screenshots = values.screenshots && resolve(startedIn, values.screenshots);
  const walkthrough = values.walkthrough && resolve(startedIn, values.walkthrough);
  return { folder, screenshots, walkthrough };
}
