import assert from 'node:assert/strict';

/**
 * Asserts that two results for `text` are equal. The message is made only for a failure: it takes longer than
 * most comparisons.
 */
export function assertEqualFor(
  text: string,
  actual: number | string | boolean | undefined,
  expected: number | string | boolean,
  where = '',
): void {
  if (actual !== expected) assert.equal(actual, expected, where + describeDifference(text));
}

/** A text in a form that shows every character, for the message of a failed comparison. */
export function describeDifference(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The shortest text, made by leaving out characters, for which `differs` still holds: what a person
 * looks at first.
 */
export function shrink(text: string, differs: (text: string) => boolean): string {
  let smallest = text;
  for (let index = 0; index < smallest.length;) {
    const without = smallest.slice(0, index) + smallest.slice(index + 1);
    if (differs(without)) smallest = without;
    else index++;
  }
  return smallest;
}
