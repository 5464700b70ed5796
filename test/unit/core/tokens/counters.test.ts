import assert from 'node:assert/strict';
import { Counters, type After } from '../../../../src/core/tokens/counters';
import { VocabularyError } from '../../../../src/core/tokens/engine/vocabulary';
import { readVocabularyFile } from './support/counters';

/** A reader that records the files it reads, and the most reads at once. */
function recordingReader() {
  const reads: string[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const read = async (file: string) => {
    reads.push(file);
    mostAtOnce = Math.max(mostAtOnce, ++running);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    running--;
    return readVocabularyFile(file);
  };
  return { read, reads, mostAtOnce: () => mostAtOnce };
}

/** Timers that run when the test moves the time. */
function fakeTimers() {
  let nowMs = 0;
  const pending = new Set<{ readonly atMs: number; readonly work: () => void }>();
  const after: After = (ms, work) => {
    const timer = { atMs: nowMs + ms, work };
    pending.add(timer);
    return () => pending.delete(timer);
  };
  const pass = (ms: number): void => {
    nowMs += ms;
    for (const timer of pending) {
      if (timer.atMs > nowMs) continue;
      pending.delete(timer);
      timer.work();
    }
  };
  return { after, pass, pending };
}

function leasing() {
  const { read, reads, mostAtOnce } = recordingReader();
  const timers = fakeTimers();
  const counters = new Counters(read, undefined, timers.after);
  const dropped: string[] = [];
  const stopListening = counters.onDrop((encoding) => dropped.push(encoding));
  return { counters, reads, mostAtOnce, timers, dropped, stopListening };
}

describe('Counters', function () {
  this.timeout(20_000);

  it('reads nothing before `load`', () => {
    const { counters, reads, timers } = leasing();
    const lease = counters.lease('o200k_base');
    assert.deepEqual(counters.leased, ['o200k_base']);
    lease.dispose();
    assert.deepEqual(counters.leased, []);
    assert.deepEqual(reads, []);
    assert.equal(timers.pending.size, 0);
  });

  it('shares one load among concurrent calls, and keeps the counter', async () => {
    const { counters, reads } = leasing();
    const [one, other] = [counters.lease('tekken'), counters.lease('tekken')];
    const [first, second] = await Promise.all([one.load(), other.load()]);
    assert.equal(first, second);
    assert.equal(await one.load(), first);
    assert.deepEqual(reads, ['tekken.bin']);
    assert.equal(first.count('Plz tekkenize me'), 6);
  });

  it('loads vocabularies one at a time', async () => {
    const { counters, reads, mostAtOnce } = leasing();
    await Promise.all([counters.lease('deepseek_v3').load(), counters.lease('cl100k_base').load()]);
    assert.deepEqual(reads, ['deepseek.bin', 'llama3.bin']);
    assert.equal(mostAtOnce(), 1);
  });

  it('builds a counter in slices', async () => {
    let slices = 0;
    const counters = new Counters(
      async (file) => readVocabularyFile(file),
      async (work) => {
        for (;;) {
          const step = work.next();
          if (step.done === true) return step.value;
          slices++;
          await Promise.resolve();
        }
      },
    );
    // Two passes over 255,642 tokens, 8,192 at a time.
    assert.equal((await counters.lease('gemma3').load()).count('Hello world'), 2);
    assert.ok(slices > 60, `${slices} slices`);
  });

  it('retries after a failed read, and still loads others', async () => {
    let failures = 1;
    const counters = new Counters(async (file) => {
      if (file === 'tekken.bin' && failures-- > 0) throw new Error('the disk is gone');
      return readVocabularyFile(file);
    });
    const lease = counters.lease('tekken');
    const failing = lease.load();
    const other = counters.lease('deepseek_v3').load();
    await assert.rejects(failing, /the disk is gone/);
    assert.equal((await other).encoding, 'deepseek_v3');
    assert.equal((await lease.load()).encoding, 'tekken');
  });

  it('reports a damaged file', async () => {
    const counters = new Counters(async () => new TextEncoder().encode('not a vocabulary at all'));
    await assert.rejects(counters.lease('o200k_base').load(), VocabularyError);
  });

  it('refuses a file that is missing or damaged as its caller wants, and reads it again', async () => {
    let content: Uint8Array | undefined;
    const counters = new Counters(
      async (file) => {
        if (!content) throw new Error(`${file} is gone`);
        return Promise.resolve(content);
      },
      undefined,
      undefined,
      (file, cause) => new RangeError(`mend ${file}`, { cause }),
    );
    const lease = counters.lease('tekken');
    await assert.rejects(lease.load(), { name: 'RangeError', message: 'mend tekken.bin' });
    const hasDamage = ({ cause }: Error): boolean => cause instanceof VocabularyError;
    const whole = readVocabularyFile('tekken.bin');
    content = new Uint8Array(whole);
    content[content.length - 20] = ~(content.at(-20) ?? 0);
    await assert.rejects(lease.load(), hasDamage);
    content = whole.subarray(0, whole.length - 4);
    await assert.rejects(lease.load(), hasDamage);
    content = whole;
    assert.equal((await lease.load()).encoding, 'tekken');
  });

  it('keeps a vocabulary while there is a lease', async () => {
    const { counters, reads, timers, dropped } = leasing();
    const [one, other] = [counters.lease('tekken'), counters.lease('tekken')];
    const counter = await one.load();
    one.dispose();
    one.dispose();
    timers.pass(3_600_000);
    assert.deepEqual(counters.leased, ['tekken']);
    assert.equal(await other.load(), counter);
    assert.deepEqual(reads, ['tekken.bin']);
    assert.deepEqual(dropped, []);
  });

  it('drops a vocabulary a minute after its last lease', async () => {
    const { counters, reads, timers, dropped } = leasing();
    const lease = counters.lease('tekken');
    const other = counters.lease('deepseek_v3');
    const counter = await lease.load();
    const kept = await other.load();
    lease.dispose();
    timers.pass(59_999);
    assert.deepEqual(dropped, []);
    timers.pass(1);
    assert.deepEqual(dropped, ['tekken']);
    assert.equal(timers.pending.size, 0);
    assert.notEqual(await counters.lease('tekken').load(), counter);
    assert.equal(await other.load(), kept);
    assert.deepEqual(reads, ['tekken.bin', 'deepseek.bin', 'tekken.bin']);
  });

  it('does not load again for a lease within the minute, which then starts again', async () => {
    const { counters, reads, timers, dropped } = leasing();
    const first = counters.lease('tekken');
    const counter = await first.load();
    first.dispose();
    timers.pass(50_000);
    const second = counters.lease('tekken');
    assert.equal(timers.pending.size, 0);
    timers.pass(50_000);
    assert.equal(await second.load(), counter);
    second.dispose();
    timers.pass(59_999);
    assert.equal(await counters.lease('tekken').load(), counter);
    assert.deepEqual(reads, ['tekken.bin']);
    assert.deepEqual(dropped, []);
  });

  it('finishes a load whose lease is disposed, and then drops it', async () => {
    const { counters, reads, timers } = leasing();
    const lease = counters.lease('tekken');
    const loading = lease.load();
    lease.dispose();
    timers.pass(60_000);
    assert.equal((await loading).encoding, 'tekken');
    assert.notEqual(await counters.lease('tekken').load(), await loading);
    assert.deepEqual(reads, ['tekken.bin', 'tekken.bin']);
  });

  it('rejects `load` on a disposed lease', async () => {
    const { counters, reads } = leasing();
    const lease = counters.lease('tekken');
    lease.dispose();
    await assert.rejects(lease.load(), /the lease of tekken was disposed/);
    assert.deepEqual(reads, []);
  });

  it('does not call removed listeners', async () => {
    const { counters, timers, dropped, stopListening } = leasing();
    const lease = counters.lease('tekken');
    await lease.load();
    stopListening();
    lease.dispose();
    timers.pass(60_000);
    assert.deepEqual(dropped, []);
  });

  it('has no timers after it is disposed', async () => {
    const { counters, timers } = leasing();
    const [lease, late] = [counters.lease('tekken'), counters.lease('deepseek_v3')];
    await Promise.all([lease.load(), late.load()]);
    lease.dispose();
    assert.equal(timers.pending.size, 1);
    counters.dispose();
    late.dispose();
    assert.equal(timers.pending.size, 0);
  });
});
