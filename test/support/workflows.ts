import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { load } from 'js-yaml';
import { temporaryFolder } from '../../scripts/host/shutdown.mjs';
import { projectRoot } from './priceTables';
import type { validate } from '@actions/languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly uses?: string;
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly strategy?: {
    readonly matrix: { readonly include?: readonly Record<string, unknown>[] };
  };
}

export interface Workflow {
  readonly name: string;
  readonly text: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(projectRoot, '.github/workflows');

/** The workflows by the names of their files. */
export function workflows(): readonly Workflow[] {
  return readdirSync(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const { permissions, jobs } = load(text) as Pick<Workflow, 'permissions' | 'jobs'>;
      return { name: file, text, permissions, jobs };
    });
}

export type Check = (text: string) => Promise<readonly string[]>;

interface Service {
  readonly validate: typeof validate;
  readonly TextDocument: typeof TextDocument;
}

/**
 * GitHub's own check of workflows, that of its extension for VS Code: keys, values, expressions, jobs that need each other.
 * Its modules import JSON in a way that Node 20 does not know, so they are bundled first.
 *
 * @returns a function from the text of a workflow to a line for each problem.
 */
export async function workflowCheck(): Promise<Check> {
  const { path: bundles, remove } = temporaryFolder('workflow-check');
  const outfile = join(bundles, 'check.cjs');
  await build({
    stdin: {
      contents:
        "export { validate } from '@actions/languageservice'; export { TextDocument } from 'vscode-languageserver-textdocument';",
      resolveDir: projectRoot,
    },
    bundle: true,
    outfile,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const service = createRequire(outfile)(outfile) as Service;
  remove();
  let count = 0;
  return async (workflow) => {
    // What was parsed is kept by its address.
    const uri = `file:///workflow${(count += 1)}.yml`;
    const document = service.TextDocument.create(uri, 'yaml', 1, workflow);
    const problems = await service.validate(document);
    return problems.map(({ message, range }) => {
      const text = typeof message === 'string' ? message : message.value;
      return `line ${range.start.line + 1}: ${text}`;
    });
  };
}
