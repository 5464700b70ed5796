import { isRecord } from '../../json';
import { listOf } from '../parts/values';

type JsonObject = Readonly<Record<string, unknown>>;

/** Where a definition has the schema of its parameters: OpenAI, Anthropic, MCP and Bedrock, Gemini. */
const SCHEMAS = ['parameters', 'input_schema', 'inputSchema', 'parametersJsonSchema'] as const;

/** A schema that refers to itself has no end. */
const MOST_DEPTH = 20;

/**
 * Functions as OpenAI's models read them: types of a TypeScript namespace, with descriptions as comments.
 *
 * https://cookbook.openai.com/articles/openai-harmony#function-calling documents the form for gpt-oss; what the API
 * counts for gpt-3.5-turbo, gpt-4 and gpt-4o agrees with it.
 */
export function functionsNamespace(definitions: readonly JsonObject[]): string {
  const functions = definitions.map(functionType);
  return ['namespace functions {', ...functions, '} // namespace functions'].join('\n\n');
}

function functionType(definition: JsonObject): string {
  const { name, description } = definition;
  const parameters = schemaOf(definition);
  const properties = propertiesOf(parameters, 0);
  const type = `type ${typeof name === 'string' ? name : ''} = `;
  const lines =
    properties === '' ? [`${type}() => any;`] : [`${type}(_: {`, properties, '}) => any;'];
  return [...comment(description), ...lines].join('\n');
}

function schemaOf(definition: JsonObject): JsonObject {
  const found = SCHEMAS.map((key) => definition[key]).find(isRecord) ?? {};
  // Bedrock has the schema below `json`.
  return isRecord(found['json']) ? found['json'] : found;
}

function propertiesOf(schema: JsonObject, depth: number): string {
  const { properties, required } = schema;
  if (!isRecord(properties) || depth > MOST_DEPTH) return '';
  const isRequired = new Set(listOf(required));
  const lines = Object.entries(properties).flatMap(([name, value]) => {
    const property = isRecord(value) ? value : {};
    const standard = property['default'];
    const note = standard === undefined ? '' : ' // default: '.concat(literal(standard));
    const mark = isRequired.has(name) ? ':' : '?:';
    const line = `${name}${mark} ${typeOf(property, depth)},${note}`;
    return comment(property['description']).concat(line);
  });
  return lines.map((line) => indent(depth) + line).join('\n');
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}

function typeOf(schema: JsonObject, depth: number): string {
  const { type, items } = schema;
  if (Array.isArray(schema['enum'])) return schema['enum'].map(quoted).join(' | ');
  const options = [schema['anyOf'], schema['oneOf']].find(Array.isArray);
  if (options) return union(options, depth);
  if (Array.isArray(type)) return type.map((each) => plainType(each)).join(' | ');
  if (type === 'array' || type === 'ARRAY')
    return isRecord(items) ? `${typeOf(items, depth)}[]` : 'any[]';
  const properties = propertiesOf(schema, depth + 1);
  if (properties === '') return plainType(type);
  return ['{', properties, indent(depth).concat('}')].join('\n');
}

function union(options: readonly unknown[], depth: number): string {
  return options.map((each) => (isRecord(each) ? typeOf(each, depth) : 'any')).join(' | ');
}

/** Gemini writes types in capitals. */
function plainType(type: unknown): string {
  const name = typeof type === 'string' ? type.toLowerCase() : 'any';
  return name === 'integer' ? 'number' : name;
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? '"'.concat(value, '"') : literal(value);
}

function literal(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function comment(text: unknown): readonly string[] {
  if (typeof text !== 'string' || text === '') return [];
  return text.split('\n').map((line) => '// '.concat(line));
}
