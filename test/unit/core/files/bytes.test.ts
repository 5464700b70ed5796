import assert from 'node:assert/strict';
import { finish } from '../../../../src/core/scheduling/sliced';
import {
  decodeBytes,
  detectEncoding,
  type DetectedEncoding,
} from '../../../../src/core/files/bytes';

const TEXT = 'Grüße, 世界 😀\n';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = (mark ? '\ufeff' : '') + text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < units.length; index++) {
    view.setUint16(index * 2, units.charCodeAt(index), order === 'le');
  }
  return bytes;
}

function assertText(bytes: Uint8Array, sniffed: DetectedEncoding, text: string): void {
  assert.equal(detectEncoding(bytes), sniffed);
  assert.ok(sniffed !== 'binary' && sniffed !== 'unknown');
  assert.equal(finish(decodeBytes(bytes, sniffed)), text);
}

describe('the encoding of a file', () => {
  it('is that of its byte order mark, which is not part of the text', () => {
    assertText(new TextEncoder().encode(`\ufeff${TEXT}`), 'utf8', TEXT);
    assertText(utf16(TEXT, 'le', true), 'utf-16le', TEXT);
    assertText(utf16(TEXT, 'be', true), 'utf-16be', TEXT);
  });

  it('is UTF-16 without a mark if every second byte is zero', () => {
    assertText(utf16('plain', 'le', false), 'utf-16le', 'plain');
    assertText(utf16('plain', 'be', false), 'utf-16be', 'plain');
  });

  it('is otherwise unknown: a setting decides', () => {
    assert.equal(detectEncoding(new TextEncoder().encode(TEXT)), 'unknown');
    assert.equal(detectEncoding(new Uint8Array()), 'unknown');
    assert.equal(finish(decodeBytes(new Uint8Array([0x61, 0xff]), 'utf8')), 'a\ufffd');
  });

  it('is decoded in slices, also if a slice ends within a character', () => {
    const text = `a${'€😀'.repeat(100_000)}`;
    const work = decodeBytes(new TextEncoder().encode(text), 'utf8');
    let slices = 1;
    let step = work.next();
    for (; step.done !== true; step = work.next()) slices++;
    assert.equal(step.value, text);
    assert.equal(slices, 3);
  });

  it('is binary with a zero byte in the first 512 bytes, as in VS Code', () => {
    const at = (index: number): Uint8Array => {
      const bytes = new Uint8Array(20_000).fill(0x61);
      bytes[index] = 0;
      return bytes;
    };
    assert.equal(detectEncoding(at(0)), 'binary');
    assert.equal(detectEncoding(at(511)), 'binary');
    assert.equal(detectEncoding(at(512)), 'unknown');
    assert.equal(detectEncoding(new Uint8Array([0x89, 0x50, 0, 0, 1])), 'binary');
  });
});
