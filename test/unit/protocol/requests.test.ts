import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  fromPageSchema,
  toPageSchema,
  type Fact,
  type FromPage,
} from '../../../src/protocol/messages';
import { replyTo, type Request, type RequestHandlers } from '../../../src/protocol/requests';
import { Requests } from '../../../src/report/requests';

const handlers: RequestHandlers = {
  export: async ({ format }) => (format === 'svg' ? null : `Saved ${format}.`),
  saveScenario: async () => {
    throw new Error('The settings file is read-only.');
  },
  selectModel: async () => null,
  restoreModel: async () => null,
  showPriceSheet: async () => null,
  openSetting: async () => null,
  selectBaseline: async () => null,
  pinModel: async () => null,
  openFile: async () => null,
  countHeaders: async ({ paths }) => ({ groups: [], frame: [], files: paths.map(() => []) }),
};
const body = { format: 'md', to: 'file', name: 'a.md', text: '' } as const;

describe('requests of the report page', () => {
  /** Messages that the page posted. Both ends validate messages. */
  let posted: Request[];
  let requests: Requests;

  beforeEach(() => {
    posted = [];
    requests = new Requests((message: FromPage) => {
      const received = v.parse(fromPageSchema, JSON.parse(JSON.stringify(message)));
      assert.ok(received.type === 'request');
      posted.push(received);
    });
  });

  /** Replies to the page's requests, the last one first. */
  async function replyAll(): Promise<void> {
    for (const request of posted.splice(0).toReversed()) {
      const reply = await replyTo(request, handlers, (error) => (error as Error).message);
      const received = v.parse(toPageSchema, JSON.parse(JSON.stringify(reply)));
      assert.ok(received.type === 'reply');
      requests.receive(received);
    }
  }

  it('each get their own reply, in whatever order they are answered', async () => {
    const saved = requests.send('export', body);
    const cancelled = requests.send('export', { ...body, format: 'svg' });
    const selected = requests.send('selectModel', { modelId: 'openai/o1' });
    await replyAll();
    assert.deepEqual(await Promise.all([saved, cancelled, selected]), ['Saved md.', null, null]);
  });

  it('fail with the message of the handler', async () => {
    const saved = requests.send('saveScenario', { scope: 'user', scenario: { batch: true } });
    await replyAll();
    await assert.rejects(saved, /^Error: The settings file is read-only\.$/);
  });

  it('fail when the reply is not one to their kind', async () => {
    const selected = requests.send('selectModel', { modelId: 'openai/o1' });
    requests.receive({
      type: 'reply',
      id: posted[0]?.id ?? '',
      result: { ok: true, value: 'Saved.' },
    });
    await assert.rejects(selected, v.ValiError);
  });

  it('ignore the reply to a request of an earlier page', async () => {
    const earlier = requests;
    void earlier.send('export', body);
    const [request] = posted.splice(0);
    assert.ok(request);
    requests = new Requests((message) => posted.push(message as Request));
    const selected = requests.send('selectModel', { modelId: 'openai/o1' });
    requests.receive(await replyTo(request, handlers, String));
    await replyAll();
    assert.equal(await selected, null);
  });

  it('open settings that notes are about, and no others', () => {
    const open = (setting: string) => ({
      type: 'request',
      id: '1',
      name: 'openSetting',
      body: { setting },
    });
    assert.ok(v.is(fromPageSchema, open('useFileModel')));
    assert.ok(!v.is(fromPageSchema, open('files.exclude')));
  });

  it('do not compile without a handler, nor replies without a request', () => {
    const { pinModel: _pinModel, ...incomplete } = handlers;
    const work = [
      // @ts-expect-error a request without a handler
      (): RequestHandlers => incomplete,
      // @ts-expect-error a handler with another reply
      (): RequestHandlers => ({ ...handlers, saveScenario: async () => null }),
      // @ts-expect-error no such request
      async () => requests.send('deleteModel', { modelId: 'openai/o1' }),
      // @ts-expect-error the body of another request
      async () => requests.send('export', { modelId: 'openai/o1' }),
      // @ts-expect-error a reply to nothing
      async () => replyTo({ type: 'ready', showsFiles: false }, handlers, String),
      // @ts-expect-error a reply is no fact that the editor may send unasked
      (): Fact => ({ type: 'reply', id: '1', result: { ok: true, value: null } }),
    ];
    assert.equal(work.length, 6);
  });
});
