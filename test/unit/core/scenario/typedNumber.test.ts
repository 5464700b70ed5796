import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTypedShare, parseTypedWhole } from '../../../../src/core/scenario/typedNumber';

describe('a typed whole number', () => {
  const numbers: [text: string, value: number][] = [
    ['0', 0],
    ['2000', 2000],
    [' 2000 ', 2000],
    ['2,000', 2000],
    ['2.000', 2000],
    ['2 000', 2000],
    ['2\u00a0000', 2000],
    ['2\u202f000', 2000],
    ["2'000", 2000],
    ['2’000', 2000],
    ['2_000', 2000],
    ['1,234,567', 1_234_567],
    ['10,00,000', 1_000_000],
    ['２０００', 2000],
    ['2k', 2000],
    ['1.5k', 1500],
    ['1,5 k', 1500],
    ['1.25M', 1_250_000],
    ['10 m', 10_000_000],
  ];
  for (const [text, value] of numbers) {
    it(`"${text}" is ${value}`, () => assert.equal(parseTypedWhole(text), value));
  }

  const others = [
    '',
    ' ',
    'many',
    '-1',
    '+1',
    '2,00',
    '2,0000',
    '1,234.567',
    '0,123',
    '2.5',
    '1e3',
  ];
  for (const text of [...others, '0x10', '2kk', '1.234k', '0.0001k', 'k', '20%', '9'.repeat(16)]) {
    it(`"${text}" is none`, () => assert.equal(parseTypedWhole(text), undefined));
  }

  it('is read as each locale writes it', () => {
    const locales = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'es-ES', 'sv-SE');
    fc.assert(
      fc.property(fc.nat(1_000_000_000), locales, (value, locale) => {
        assert.equal(parseTypedWhole(value.toLocaleString(locale)), value);
      }),
    );
  });
});

describe('a typed share', () => {
  const shares: [text: string, share: number][] = [
    ['0', 0],
    ['0%', 0],
    ['25%', 0.25],
    ['25 %', 0.25],
    ['25\u202f%', 0.25],
    ['25', 0.25],
    ['0.25', 0.25],
    ['0,25', 0.25],
    ['.5', 0.5],
    ['33.3%', 0.333],
    ['1%', 0.01],
    ['0.5%', 0.005],
    ['1.5', 0.015],
    ['100%', 1],
    ['100', 1],
  ];
  for (const [text, share] of shares) {
    it(`"${text}" is ${share}`, () => assert.equal(parseTypedShare(text), share));
  }

  // A bare 1 can mean one per cent and the whole.
  for (const text of ['', 'half', '1', '1.0', '101', '100.1%', '-5%', '1e1', '25 % %', '1/4']) {
    it(`"${text}" is none`, () => assert.equal(parseTypedShare(text), undefined));
  }

  it('is read as it is written for people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (thousandths) => {
        const share = thousandths / 100_000;
        const text = share.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 10 });
        assert.equal(parseTypedShare(text), share);
      }),
    );
  });
});
