import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hosts } from '../../../../scripts/host/hosts.mjs';
import { REGISTRIES } from '../../../../scripts/release/commands.mjs';
import { projectRoot } from '../../../support/priceTables';
import { workflowCheck, workflows, type Check } from '../../../support/workflows';

/** What jobs may do beside reading the repository; each has its reason in the workflow. */
const MAY_WRITE: Readonly<Record<string, readonly string[]>> = {
  'pricing.yml update': ['contents', 'pull-requests'],
  'release.yml publish': ['id-token'],
  'release.yml github': ['attestations', 'contents', 'id-token'],
};

const SOUND = `
on: push
jobs:
  a:
    runs-on: ubuntu-24.04
    permissions:
      id-token: write
    outputs:
      x: \${{ steps.s.outputs.x }}
    steps:
      - id: s
        run: echo
  b:
    needs: a
    runs-on: \${{ matrix.os }}
    strategy:
      matrix:
        os: [ubuntu-24.04]
    steps:
      - run: echo
        env:
          X: \${{ needs.a.outputs.x }}
`;

const BREAKS: readonly (readonly [string, string])[] = [
  ['needs: a', 'needs: c'],
  ['needs.a.outputs.x', 'needs.a.outputs.y'],
  ['steps.s.', 'steps.t.'],
  ['id-token:', 'id-tokn:'],
  ['runs-on: ubuntu-24.04', 'run-on: ubuntu-24.04'],
  ['matrix.os', 'matrix.system'],
  ['on: push', 'on: pushed'],
  ['- run: echo', '- runs: echo'],
];

describe('the workflows', function () {
  this.timeout(120_000);
  const all = workflows();
  const jobs = all.flatMap(({ name, jobs: own }) =>
    Object.entries(own).map(([id, job]) => ({ id: `${name} ${id}`, job })),
  );
  const steps = jobs.flatMap(({ id, job }) => (job.steps ?? []).map((step) => ({ id, step })));
  let check: Check;

  before(async () => {
    check = await workflowCheck();
  });

  it('are checked by GitHub’s own rules, which tell each of these faults', async () => {
    assert.deepStrictEqual(await check(SOUND), []);
    for (const [part, broken] of BREAKS) {
      assert.ok(SOUND.includes(part), part);
      const problems = await check(SOUND.replaceAll(part, broken));
      assert.notDeepStrictEqual(problems, [], broken);
    }
  });

  it('are sound by these rules', async () => {
    assert.deepStrictEqual(
      all.map(({ name }) => name),
      ['pricing.yml', 'release.yml', 'test.yml'],
    );
    for (const { name, text } of all) assert.deepStrictEqual(await check(text), [], name);
  });

  it('use actions by their commit, the same everywhere, with the version beside it', () => {
    const used = new Map<string, Set<string>>();
    for (const { text } of all)
      for (const [, action = '', rest = ''] of text.matchAll(/uses: ([^@\s]+)(.*)$/gm)) {
        if (action.startsWith('./')) continue;
        assert.match(rest, /^@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, action);
        used.set(action, new Set([...(used.get(action) ?? []), rest]));
      }
    assert.ok(used.size >= 5, String(used.size));
    for (const [action, versions] of used) assert.equal(versions.size, 1, action);
  });

  it('have no permission but those that a job asks for', () => {
    for (const { name, permissions } of all) assert.deepStrictEqual(permissions, {}, name);
    for (const { id, job } of jobs) {
      const { permissions = {} } = job;
      const writes = Object.keys(permissions).filter((scope) => permissions[scope] === 'write');
      assert.deepStrictEqual(writes.toSorted(), MAY_WRITE[id] ?? [], id);
    }
  });

  it('hand values to scripts as variables: an expression would become a part of the script', () => {
    for (const { id, step } of steps) assert.ok(!step.run?.includes('${{'), `${id}: ${step.run}`);
  });

  it('keep no token of git where later steps could take it', () => {
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
    assert.ok(checkouts.length >= 4);
    for (const { id, step } of checkouts)
      assert.equal(step.with?.['persist-credentials'], false, id);
  });

  it('have no secret', () => {
    for (const { name, text } of all) assert.doesNotMatch(text, /\bsecrets\b/, name);
  });
});

describe('the workflow of a release', () => {
  const { text, jobs } = workflows().find(({ name }) => name === 'release.yml') ?? assert.fail();

  it('tests, builds, publishes to all registries, and then releases', () => {
    assert.equal(jobs['test']?.uses, './.github/workflows/test.yml');
    const needs = ['build', 'publish', 'github'].map((id) => jobs[id]?.needs);
    assert.deepStrictEqual(needs, ['test', 'build', 'publish']);
    assert.ok(text.includes(`registry: [${REGISTRIES.join(', ')}]`));
  });

  it('publishes nothing when it is run by hand', () => {
    const publish = jobs['publish']?.steps?.find(({ run }) => run?.includes('publish.mjs'));
    assert.match(publish?.run ?? '', /\$REHEARSAL$/);
    assert.match(text, /REHEARSAL: \$\{\{ github.event_name == 'workflow_dispatch' && '--dry-run'/);
    assert.match(text, /github:\n {4}needs: publish\n {4}if: github\.event_name == 'push'/);
  });
});

describe('the workflow of the tests', () => {
  const { jobs } = workflows().find(({ name }) => name === 'test.yml') ?? assert.fail();
  const { steps = [], strategy } = jobs['test'] ?? assert.fail();
  const systems = strategy?.matrix.include ?? [];

  it('runs on Linux, Windows and macOS', () => {
    const names = new Set(systems.map(({ os }) => String(os).split('-')[0]));
    assert.deepStrictEqual([...names], ['ubuntu', 'windows', 'macos']);
  });

  it('runs both commands of the README on each', () => {
    const runs = steps.filter(({ run }) => run !== undefined);
    for (const { session } of systems) {
      const own = runs.filter(
        ({ if: condition }) =>
          condition === undefined ||
          condition ===
            (session === 'virtual' ? "matrix.session == 'virtual'" : "matrix.session != 'virtual'"),
      );
      const commands = own.map(({ run }) => /npm (?:test|start)/.exec(run ?? '')?.[0]);
      assert.deepStrictEqual(commands, ['npm test', 'npm start'], String(session));
    }
  });

  it('tests the oldest VS Code that the manifest allows', () => {
    const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    const [, oldest = ''] = /^\^(\d+\.\d+)\.0$/.exec(manifest.engines.vscode) ?? [];
    assert.ok(hosts.oldest.vscodeVersion.startsWith(`${oldest}.`), oldest);
  });
});
