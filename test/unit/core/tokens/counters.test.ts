import assert from 'node:assert/strict';
import { Counters } from '../../../../src/core/tokens/counters';
import { VocabularyError } from '../../../../src/core/tokens/engine/vocabulary';
import { readVocabularyFile } from './support/counters';

/** A reader that records what is read, and hands out each file only when told to. */
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

describe('Counters', function () {
  this.timeout(20_000);

  it('reads nothing before a counter is asked for', () => {
    const { read, reads } = recordingReader();
    const counters = new Counters(read);
    assert.equal(counters.peek('o200k_base'), undefined);
    assert.deepEqual(reads, []);
  });

  it('shares one load among those who ask meanwhile, and keeps the counter', async () => {
    const { read, reads } = recordingReader();
    const counters = new Counters(read);
    const [first, second] = await Promise.all([counters.get('tekken'), counters.get('tekken')]);
    assert.equal(first, second);
    assert.equal(await counters.get('tekken'), first);
    assert.equal(counters.peek('tekken'), first);
    assert.deepEqual(reads, ['tekken.bin']);
    assert.equal(first.count('Plz tekkenize me'), 6);
  });

  it('loads one after the other', async () => {
    const { read, reads, mostAtOnce } = recordingReader();
    const counters = new Counters(read);
    await Promise.all([counters.get('deepseek_v3'), counters.get('cl100k_base')]);
    assert.deepEqual(reads, ['deepseek.bin', 'llama3.bin']);
    assert.equal(mostAtOnce(), 1);
  });

  it('builds a counter in slices, while others have their turn', async () => {
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
    assert.equal((await counters.get('gemma3')).count('Hello world'), 2);
    assert.ok(slices > 60, `${slices} slices`);
  });

  it('tries again after a failed read, and a failure does not stop other loads', async () => {
    let failures = 1;
    const counters = new Counters(async (file) => {
      if (file === 'tekken.bin' && failures-- > 0) throw new Error('the disk is gone');
      return readVocabularyFile(file);
    });
    const failing = counters.get('tekken');
    const other = counters.get('deepseek_v3');
    await assert.rejects(failing, /the disk is gone/);
    assert.equal((await other).encoding, 'deepseek_v3');
    assert.equal(counters.peek('tekken'), undefined);
    assert.equal((await counters.get('tekken')).encoding, 'tekken');
  });

  it('says what is wrong with a damaged file', async () => {
    const counters = new Counters(async () => new TextEncoder().encode('not a vocabulary at all'));
    await assert.rejects(counters.get('o200k_base'), VocabularyError);
  });

  it('forgets a dropped counter, also one that is still loading', async () => {
    const { read, reads } = recordingReader();
    const counters = new Counters(read);
    const loading = counters.get('tekken');
    counters.drop('tekken');
    assert.equal((await loading).encoding, 'tekken');
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    assert.equal(counters.peek('tekken'), undefined);
    const again = await counters.get('tekken');
    assert.notEqual(again, await loading);
    assert.deepEqual(reads, ['tekken.bin', 'tekken.bin']);
  });
});
