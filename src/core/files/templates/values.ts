import { isRecord } from '../../json';

/** Values by the names of placeholders, as JSON. */
export type TemplateValues = Readonly<Record<string, unknown>>;

/**
 * The text that replaces a placeholder; undefined without a value. A key may be the whole name, or a path into objects
 * and lists: `user.name`, `items[0].name`. Objects and lists are rendered as JSON. Null is rendered as no text, as
 * Mustache's specification has it (https://github.com/mustache/spec, specs/interpolation.yml, "Null Interpolation");
 * values get no HTML escapes, because prompts are no HTML.
 */
export function valueText(values: TemplateValues, name: string): string | undefined {
  const value = valueAt(values, name);
  if (value === undefined) return undefined;
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Semantic Kernel marks its variables: `{{$input}}` has the value `input`. */
function valueAt(values: TemplateValues, written: string): unknown {
  if (Object.hasOwn(values, written)) return values[written];
  const name = written.replace(/^\$/, '');
  let at: unknown = values;
  for (const key of name.replaceAll(/\[([^\]]*)\]/g, '.$1').split('.')) {
    if (!isRecord(at) && !Array.isArray(at)) return undefined;
    const holder = at as Readonly<Record<string, unknown>>;
    at = Object.hasOwn(holder, key) && key !== 'length' ? holder[key] : undefined;
  }
  return at;
}
