import assert from 'node:assert/strict';
import { askScenario, type DialogOutcome, type Reply } from '../../../../src/core/scenario/dialog';
import {
  completeScenario,
  DEFAULT_SCENARIO,
  type FullScenario,
} from '../../../../src/core/scenario/scenario';

const CURRENT = completeScenario(DEFAULT_SCENARIO);
const BATCH = { ...CURRENT, batch: true, callsPerDay: 7 };

interface Run {
  readonly outcome: DialogOutcome | undefined;
  /** Each step that was asked, as "outputTokens 500". */
  readonly asked: readonly string[];
}

/** Runs the dialog with scripted replies, one for each step that is asked. */
async function run(replies: readonly Reply<unknown>[], hasWorkspace = true): Promise<Run> {
  const left = [...replies];
  const asked: string[] = [];
  const reply = async <T>(text: string): Promise<Reply<T>> => {
    asked.push(text);
    const next = left.shift();
    assert.ok(next !== undefined, `nobody answers ${text}`);
    return next as Reply<T>;
  };
  const outcome = await askScenario(CURRENT, hasWorkspace, {
    start: async () => reply('start'),
    values: async () => reply('values'),
    field: async (field, draft) => reply(`${field} ${draft[field]}`),
    target: async () => reply('target'),
  });
  assert.deepEqual(left, [], 'replies that nobody asked for');
  return { outcome, asked };
}

function start(scenario: FullScenario, adjust: boolean): Reply<unknown> {
  return { answer: { scenario, adjust } };
}

function answers(...values: readonly unknown[]): readonly Reply<unknown>[] {
  return values.map((answer) => ({ answer }));
}

describe('the scenario dialog', () => {
  it('saves a preset for the user or the workspace', async () => {
    for (const target of ['user', 'workspace'] as const) {
      const { outcome, asked } = await run([start(BATCH, false), ...answers(target)]);
      assert.deepEqual(outcome, { scenario: BATCH, target });
      assert.deepEqual(asked, ['start', 'target']);
    }
  });

  it('saves for the user if no folder is open', async () => {
    const preset = await run([start(BATCH, false)], false);
    assert.deepEqual(preset.outcome, { scenario: BATCH, target: 'user' });
    const custom = await run([start(CURRENT, true), ...answers('batch', true, 'save')], false);
    assert.deepEqual(custom.outcome, { scenario: { ...CURRENT, batch: true }, target: 'user' });
  });

  it('changes one value in one step, and lists all values again', async () => {
    const replies = [start(BATCH, true), ...answers('outputTokens', 9, 'save', 'workspace')];
    const { outcome, asked } = await run(replies);
    assert.deepEqual(asked, ['start', 'values', 'outputTokens 500', 'values', 'target']);
    assert.deepEqual(outcome, { scenario: { ...BATCH, outputTokens: 9 }, target: 'workspace' });
  });

  it('changes several values, the same one twice', async () => {
    const { outcome, asked } = await run([
      start(CURRENT, true),
      ...answers('outputTokens', 1, 'serviceTier', 'flex', 'outputTokens', 2, 'save', 'user'),
    ]);
    assert.equal(asked[6], 'outputTokens 1');
    assert.deepEqual(outcome?.scenario, { ...CURRENT, outputTokens: 2, serviceTier: 'flex' });
  });

  it('goes back step by step and keeps the answers', async () => {
    const { outcome, asked } = await run([
      start(CURRENT, true),
      ...answers('outputTokens'),
      'back',
      ...answers('outputTokens', 100, 'save'),
      'back',
      'back',
      start(BATCH, false),
      'back',
      'cancel',
    ]);
    assert.equal(outcome, undefined);
    assert.deepEqual(asked, [
      'start',
      'values',
      'outputTokens 500',
      'values',
      'outputTokens 500',
      'values',
      'target',
      'values',
      'start',
      'target',
      'start',
    ]);
  });

  it('can be cancelled at any step', async () => {
    const replies = [start(BATCH, true), ...answers('outputTokens', 1, 'save')];
    for (let length = 0; length <= replies.length; length++) {
      const { outcome } = await run([...replies.slice(0, length), 'cancel']);
      assert.equal(outcome, undefined);
    }
  });
});
