import assert from 'node:assert/strict';
import { ProgressLine } from '../../../src/cli/files/progressLine';

describe('the line of progress in a terminal', () => {
  function shown(use: (line: ProgressLine, wait: (ms: number) => void) => void): string {
    let text = '';
    let nowMs = 0;
    const line = new ProgressLine({ write: (more) => (text += more), nowMs: () => nowMs });
    use(line, (ms) => (nowMs += ms));
    return text;
  }

  it('changes ten times a second at most, and is cleared', () => {
    const text = shown((line, wait) => {
      line.show('1 of 3');
      wait(99);
      line.show('2 of 3');
      wait(1);
      line.show('3 of 3');
      line.show('');
      line.show('');
    });
    assert.equal(text, '\r\u001B[K1 of 3\r\u001B[K3 of 3\r\u001B[K');
  });

  it('is cleared before output in the same terminal, and clears nothing of it afterwards', () => {
    const text = shown((line, wait) => {
      line.show('1 of 3');
      line.end();
      wait(1000);
      line.show('2 of 3');
      line.show('');
      line.end();
    });
    assert.equal(text, '\r\u001B[K1 of 3\r\u001B[K');
  });
});
