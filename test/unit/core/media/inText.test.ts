import assert from 'node:assert/strict';
import { base64In, countBase64, withoutBase64 } from '../../../../src/core/media/inText';
import { base64, gif, jpeg, pdf, png, wav } from '../../../support/media';

const LONG = 'A'.repeat(100);

function rest(text: string): string {
  return withoutBase64(text, base64In(text));
}

describe('base64 in a text', () => {
  const url = `data:image/png;base64,${base64(png(3, 4))}${LONG}`;

  it('is found within other text, each time', () => {
    assert.equal(countBase64(`![a](${url}) and <img src="${url}">`), 2);
    assert.equal(countBase64(`data:image/svg+xml;charset=utf-8;base64,${LONG}`), 1);
  });

  it('is no example, no word and no other base64', () => {
    for (const text of ['', 'data:image/png;base64,iVBORw0KGgo=', 'a;base64,b', 'A'.repeat(1000)])
      assert.equal(countBase64(text), 0);
    assert.equal(countBase64(`;base64, /9j/ JVBERi0 ${'word '.repeat(100)}`), 0);
    assert.equal(countBase64(`see/9j/${LONG}`), 0);
    assert.equal(countBase64(`UklGR${LONG}`), 0);
  });

  it('needs no URL where its first bytes are those of a file', () => {
    const mp4 = [0, 0, 0, 0x20, ...new TextEncoder().encode('ftypisom')];
    const mp3 = [...new TextEncoder().encode('ID3'), 3, 0];
    const heads = [mp4, mp3, [...new TextEncoder().encode('OggS'), 0, 2]].map(
      (each) => new Uint8Array(each),
    );
    for (const bytes of [png(3, 4), jpeg(40, 30), gif(3, 4), pdf(2), wav(7), ...heads]) {
      const whole = new Uint8Array([...bytes, 0, 0, 0, 0, 0, 0]);
      const text = base64(whole).replaceAll('=', '') + LONG;
      assert.equal(rest(`{"data":"${text}"}`), '{"data":""}', text.slice(0, 12));
      assert.equal(rest(text), '');
    }
  });

  it('may be cut into lines, and have the escapes of JSON', () => {
    const lines = (base64(jpeg(40, 30)).replaceAll('=', '') + LONG.repeat(3)).match(/.{1,76}/g);
    assert.equal(rest(`a ${lines?.join('\r\n')}\nSee it`), 'a \nSee it');
    const escaped = JSON.stringify(lines?.join('\n')).replaceAll('/', String.raw`\/`);
    assert.equal(rest(escaped), '""');
  });

  it('is found in a text of 20 MB', () => {
    const line = `${'B'.repeat(76)}\n`;
    const text = `data:image/png;base64,${line.repeat(270_000)}`;
    assert.equal(rest(`a ${text} b`), 'a \n b');
  });
});
