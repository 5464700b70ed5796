/** Whether two values of plain objects, lists and primitives are equal in all of their parts. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [entriesOf(a), new Map(entriesOf(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isEqual(value, right.get(key)))
  );
}

function entriesOf(value: object): readonly [string, unknown][] {
  return Object.entries(value);
}
