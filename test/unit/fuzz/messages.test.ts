import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { fromPageSchema, toPageSchema } from '../../../src/protocol/messages';
import { replyTo, type RequestHandlers } from '../../../src/protocol/requests';
import { priceModels, questionOf } from '../../../src/report/figures/question';
import { makeView } from '../../../src/report/figures/view';
import { factsAfter, NO_FACTS } from '../../../src/report/state/facts';
import {
  INITIAL_STATE,
  onTopic,
  rememberedState,
  restoreState,
} from '../../../src/report/state/pageState';
import { counted } from '../../../src/report/state/topic';
import { fileStem } from '../../../src/core/files/paths';
import { holds, holdsAsync, hostileJson, hostileText, mutated } from '../../support/fuzz';
import { knownTable, pageSettings, seedModels, subjectOf } from '../../support/reports';
import { settingsFact } from '../../support/settingsFact';

const ask = (name: string, body: object): object => ({ type: 'request', id: '1', name, body });

/** One of each kind. */
const FROM_PAGE: readonly object[] = [
  { type: 'ready', showsFiles: true },
  { type: 'shown', modelIds: ['a'], costs: ['$1'], tried: { identity: 'a', cost: '$1' } },
  { type: 'wantsAllModels' },
  { type: 'failed', text: 'a' },
  ask('export', { format: 'csv', to: 'file', name: 'a', text: 'b' }),
  ask('saveScenario', { scope: 'user', scenario: { outputTokens: 1, cachedShare: 0.5 } }),
  ask('selectModel', { modelId: 'openai/o1' }),
  ask('restoreModel', {}),
  ask('showPriceSheet', { modelId: 'openai/o1' }),
  ask('openSetting', { setting: 'useFileModel' }),
  ask('selectBaseline', { modelId: 'openai/o1' }),
  ask('pinModel', { modelId: 'openai/o1', isPinned: true }),
  ask('openFile', { atMs: 1, index: 0, request: { document: 'file:///a', line: 1 } }),
  ask('countHeaders', { style: 'xml', paths: ['a'] }),
];

/** Handlers that fail on what the editor's would have to refuse. */
const refusing = new Proxy({} as RequestHandlers, {
  get: () => async () => Promise.reject(new Error('refused')),
});

const models = seedModels();
const table = knownTable(models);
const SUBJECT = subjectOf(models, { 'a.txt': 10, 'b/c.txt': 5 }, 'files');

describe('random messages from the page', function () {
  this.timeout(0);

  it('begin with valid ones', () => {
    for (const message of FROM_PAGE)
      assert.ok(v.is(fromPageSchema, message), JSON.stringify(message));
  });

  it('are taken and answered, or refused with the paths of their values', async () => {
    await holdsAsync(mutated(...FROM_PAGE), async (message) => {
      const parsed = v.safeParse(fromPageSchema, message);
      if (!parsed.success) {
        assert.ok(parsed.issues.map((issue) => v.getDotPath(issue) ?? 'type').length > 0);
        return;
      }
      if (parsed.output.type !== 'request') return;
      const reply = await replyTo(parsed.output, refusing, String);
      assert.deepEqual([reply.id, reply.result.ok], [parsed.output.id, false]);
    });
  });

  it('of any form are refused', () => {
    const any = fc.oneof(hostileJson, fc.anything());
    holds(any, (message) => assert.ok(!v.is(fromPageSchema, message)));
  });

  it('name files of exports that every file system has', () => {
    holds(hostileText, (name) =>
      assert.match(fileStem(name), /^[\p{L}\p{N}_](?:[\p{L}\p{N}._-]*[\p{L}\p{N}_])?$/u),
    );
  });
});

describe('random messages to the page', function () {
  this.timeout(0);

  const toPage = mutated(
    settingsFact(),
    settingsFact({ currency: { code: 'EUR', rate: 0.9, asOf: '2026-11-01' } }),
    { type: 'subject', subject: SUBJECT },
    { type: 'hint', text: 'a' },
  );

  it('are priced, or refused as a whole', () => {
    holds(toPage, (message) => {
      const parsed = v.safeParse(toPageSchema, message);
      if (!parsed.success || parsed.output.type === 'reply') return;
      const before = { ...NO_FACTS, table, settings: pageSettings() };
      const facts = factsAfter(before, parsed.output);
      const subject = parsed.output.type === 'subject' ? parsed.output.subject : SUBJECT;
      const state = {
        ...INITIAL_STATE,
        ...onTopic(INITIAL_STATE, counted(INITIAL_STATE.topic, subject)),
      };
      const question = questionOf(facts, state);
      if (question && facts.settings) makeView(question, priceModels(question), facts.settings);
    });
  });

  it('that a page has remembered are restored, or forgotten as a whole', () => {
    const topic = counted(INITIAL_STATE.topic, SUBJECT);
    const remembered = JSON.parse(JSON.stringify(rememberedState({ ...INITIAL_STATE, topic })));
    assert.notEqual(restoreState(remembered), INITIAL_STATE);
    holds(mutated(remembered), (state) => {
      const restored = restoreState(state);
      const text = JSON.stringify(restored);
      assert.equal(JSON.stringify(restoreState(JSON.parse(text))), text);
    });
  });
});
