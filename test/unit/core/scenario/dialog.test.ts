import assert from 'node:assert/strict';
import {
  askScenario,
  type DialogOutcome,
  type StepPlace,
  type Reply,
} from '../../../../src/core/scenario/dialog';
import {
  completeScenario,
  DEFAULT_SCENARIO,
  type FullScenario,
} from '../../../../src/core/scenario/scenario';

const CURRENT = completeScenario(DEFAULT_SCENARIO);
const BATCH = { ...CURRENT, batch: true, callsPerDay: 7 };

interface Run {
  readonly outcome: DialogOutcome | undefined;
  /** Each step that was asked, as "2/8 outputTokens 500". */
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
  const placed = (place: StepPlace, text: string): string => `${place.step}/${place.of} ${text}`;
  const outcome = await askScenario(CURRENT, hasWorkspace, {
    start: async () => reply('start'),
    field: async (field, draft, place) => reply(placed(place, `${field} ${draft[field]}`)),
    target: async (_, place) => reply(placed(place, 'target')),
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
      assert.deepEqual(asked, ['start', '2/2 target']);
    }
  });

  it('saves for the user if no folder is open', async () => {
    const { outcome } = await run([start(BATCH, false)], false);
    assert.deepEqual(outcome, { scenario: BATCH, target: 'user' });
    const custom = await run([start(CURRENT, true), ...answers(1, 2, 0.5, true, 3, 4)], false);
    assert.equal(custom.asked.at(-1), '7/7 messages 0');
    assert.equal(custom.outcome?.target, 'user');
  });

  it('asks for each value, starting with the current one', async () => {
    const replies = [start(BATCH, true), ...answers(1, 2, 0.5, false, 3, 4, 'workspace')];
    const { outcome, asked } = await run(replies);
    assert.deepEqual(asked, [
      'start',
      '2/8 outputTokens 500',
      '3/8 reasoningTokens 0',
      '4/8 cachedShare 0',
      '5/8 batch true',
      '6/8 callsPerDay 7',
      '7/8 messages 0',
      '8/8 target',
    ]);
    const changed = { outputTokens: 1, reasoningTokens: 2, cachedShare: 0.5, messages: 4 };
    const scenario = { ...CURRENT, ...changed, batch: false, callsPerDay: 3 };
    assert.deepEqual(outcome, { scenario, target: 'workspace' });
  });

  it('keeps typed values when going back', async () => {
    const { outcome, asked } = await run([
      start(CURRENT, true),
      ...answers(100, 200),
      'back',
      'back',
      ...answers(101, 200),
      'cancel',
    ]);
    assert.equal(outcome, undefined);
    assert.deepEqual(asked, [
      'start',
      '2/8 outputTokens 500',
      '3/8 reasoningTokens 0',
      '4/8 cachedShare 0',
      '3/8 reasoningTokens 200',
      '2/8 outputTokens 100',
      '3/8 reasoningTokens 200',
      '4/8 cachedShare 0',
    ]);
  });

  it('allows another preset after going back from the last step', async () => {
    const { outcome } = await run([
      start(CURRENT, true),
      'back',
      start(BATCH, false),
      'back',
      start(BATCH, false),
      ...answers('user'),
    ]);
    assert.deepEqual(outcome, { scenario: BATCH, target: 'user' });
  });

  it('can be cancelled at any step', async () => {
    const replies = [start(BATCH, true), ...answers(1, 2, 0.5, true, 3, 4)];
    for (let length = 0; length <= replies.length; length++) {
      const { outcome } = await run([...replies.slice(0, length), 'cancel']);
      assert.equal(outcome, undefined);
    }
  });
});
