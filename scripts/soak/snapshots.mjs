// What a heap snapshot has more than an earlier one of the same process, by the names of the objects.
import { readFileSync } from 'node:fs';

/** Rows that are printed. */
const MOST = 40;

/**
 * @typedef {object} Sum
 * @property {number} count
 * @property {number} bytes
 */

/**
 * @param {string} before file of the first snapshot
 * @param {string} after file of the second
 */
export function printGrowth(before, after) {
  const [first, second] = [sumsOf(before), sumsOf(after)];
  const rows = [...new Set([...first.keys(), ...second.keys()])]
    .map((name) => {
      const [from, to] = [first.get(name), second.get(name)];
      return {
        name,
        count: (to?.count ?? 0) - (from?.count ?? 0),
        bytes: (to?.bytes ?? 0) - (from?.bytes ?? 0),
      };
    })
    .toSorted((a, b) => Math.abs(b.bytes) - Math.abs(a.bytes));
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${kilobytes(total)} more in all; the largest differences:`);
  for (const { name, count, bytes } of rows.slice(0, MOST))
    console.log(`${kilobytes(bytes).padStart(12)} ${String(count).padStart(8)} ${name}`);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} kB`;
}

/**
 * Sizes of the objects themselves, by type and name. Strings and code are one row each: their names are their contents.
 * @param {string} file
 * @returns {Map<string, Sum>}
 */
function sumsOf(file) {
  const { snapshot, nodes, strings } = JSON.parse(readFileSync(file, 'utf8'));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  /** @type {Map<string, Sum>} */
  const sums = new Map();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0][nodes[at + type]];
    const isNamed = !/string|code|number|bigint/.test(kind);
    const key = isNamed ? `${kind} ${strings[nodes[at + name]]}` : kind;
    const sum = sums.get(key) ?? { count: 0, bytes: 0 };
    sums.set(key, { count: sum.count + 1, bytes: sum.bytes + nodes[at + size] });
  }
  return sums;
}
