/** A day or month at the end: of gpt-5-pro-2025-10-06, deepseek-v4-pro-0813. */
const DAY = /-(?:20\d{2}-?\d{2}-?\d{2}|\d{4})$/;

/** A name without the day at its end. */
export function undated(name: string): string {
  return name.replace(DAY, '');
}
