import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  FIELD_NAMES,
  formerSetting,
  SCENARIO_FIELDS,
  scenarioSetting,
  type FieldName,
} from '../../src/core/scenario/fields';
import { isFieldValue } from '../../src/core/scenario/parse';
import { settingRule, toSetting } from '../../src/core/scenario/percent';
import type { FieldRule } from '../../src/core/scenario/rules';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/scenario';
import { spellOut } from '../../src/core/scenario/spellOut';
import { fieldWords } from '../../src/wording/scenario/fields';
import { usage } from '../../src/wording/documents/help';
import { describeOptions } from '../../src/wording/scenario/options';
import { describeRule } from '../../src/wording/views/settings';
import { ENGLISH } from '../../src/wording/words';
import { projectRoot } from '../support/priceTables';
import { schemaOf, type Json } from '../support/ruleSchema';

// The surfaces that cannot be code: the manifest, the types for other extensions, the docs.

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Json>> }[];
    readonly languageModelTools: readonly {
      readonly inputSchema: { readonly properties: { readonly scenario: Json } };
    }[];
  };
}

function read(name: string): string {
  return readFileSync(join(projectRoot, name), 'utf8');
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const words = fieldWords(ENGLISH);

function ruleOf(name: FieldName): FieldRule {
  return SCENARIO_FIELDS[name].rule;
}

function typeOf(rule: FieldRule): string {
  switch (rule.kind) {
    case 'whole':
    case 'share':
      return 'number';
    case 'flag':
      return 'boolean';
    case 'choice':
      return [...rule.choices, ...Object.keys(rule.synonyms ?? {})]
        .map((each) => `'${each}'`)
        .join(' | ');
  }
}

function forEachField(expected: (name: FieldName, index: number) => unknown): Json {
  return Object.fromEntries(FIELD_NAMES.map((name, index) => [name, expected(name, index)]));
}

/** Compares a surface with the table. The message of a failure is the required content. */
function assertFollows(place: string, actual: unknown, expected: unknown): void {
  const message = `${place} does not follow from src/core/scenario/fields.ts.
An assumption is one entry there, its sentences in src/wording/scenario/fields.ts and src/wording/scenario/sentences.ts
(the compiler asks for them), setting.scenario.<name> in package.nls.json, and these lines of ${place}:
${JSON.stringify(expected, null, 2)}
In place of:
${JSON.stringify(actual, null, 2)}`;
  assert.deepStrictEqual(actual, expected, message);
}

describe('the assumptions of a scenario', () => {
  it('have defaults and stops that their rules allow', () => {
    for (const name of FIELD_NAMES) {
      const { standard, stops = [] }: { standard: unknown; stops?: readonly number[] } =
        SCENARIO_FIELDS[name];
      for (const value of [standard, ...stops]) {
        assert.ok(isFieldValue(name, value), `${name}: ${String(value)}`);
      }
    }
  });

  it('are the settings of the manifest', () => {
    const properties: Readonly<Record<string, Json>> = Object.assign(
      {},
      ...manifest.contributes.configuration.map((section) => section.properties),
    );
    const texts = JSON.parse(read('package.nls.json')) as Json;
    const keys = FIELD_NAMES.map((name) => `apiSpend.${scenarioSetting(name)}`);
    const former = new Set<string>(FIELD_NAMES.flatMap((name) => formerSetting(name) ?? []));
    const declared = Object.keys(properties).filter(
      (key) =>
        (key.startsWith('apiSpend.scenario.') || keys.includes(key)) &&
        !former.has(key.replace('apiSpend.', '')),
    );
    assertFollows('package.json (configuration)', declared, keys);
    for (const [index, name] of FIELD_NAMES.entries()) {
      const key = `setting.${scenarioSetting(name)}`;
      const { enumDescriptions, ...property } = properties[keys[index] ?? ''] ?? {};
      assertFollows(`package.json (configuration, ${keys[index]})`, property, {
        ...schemaOf(settingRule(name)),
        default: toSetting(name, DEFAULT_SCENARIO[name]),
        order: index + 1,
        scope: 'resource',
        markdownDescription: `%${key}%`,
      });
      assert.equal(typeof texts[key], 'string', `package.nls.json has no ${key}`);
      if (Array.isArray(enumDescriptions)) {
        assert.equal(enumDescriptions.length, (property['enum'] as unknown[]).length, key);
      }
    }
  });

  it('that were settings in another form are still declared in it, and say what replaced them', () => {
    const properties: Readonly<Record<string, Json>> = Object.assign(
      {},
      ...manifest.contributes.configuration.map((section) => section.properties),
    );
    const texts = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
    for (const name of FIELD_NAMES) {
      const former = formerSetting(name);
      if (former === undefined) continue;
      const { order, ...property } = properties[`apiSpend.${former}`] ?? {};
      assert.ok(Number(order) > FIELD_NAMES.length);
      assertFollows(`package.json (configuration, apiSpend.${former})`, property, {
        ...schemaOf(ruleOf(name)),
        scope: 'resource',
        markdownDeprecationMessage: `%setting.${former}.deprecated%`,
      });
      const message = texts[`setting.${former}.deprecated`] ?? '';
      assert.ok(message.includes(`#apiSpend.${scenarioSetting(name)}#`), message);
    }
  });

  it("are the properties of the agent tool's scenario", () => {
    const [tool] = manifest.contributes.languageModelTools;
    assertFollows(
      'package.json (languageModelTools)',
      tool?.inputSchema.properties.scenario['properties'],
      forEachField((name) => ({
        ...schemaOf(ruleOf(name)),
        description: `${words[name].meaning}.`,
      })),
    );
  });

  it('are the fields of the scenario in api.d.ts', () => {
    const [, body = ''] = /export interface Scenario \{\n(.*?)\n\}/s.exec(read('api.d.ts')) ?? [];
    const fields = [...body.matchAll(/^ {2}readonly (\w+)\?: (.*);$/gm)];
    assertFollows(
      'api.d.ts (interface Scenario)',
      Object.fromEntries(fields.map(([, name = '', type]) => [name, type])),
      forEachField((name) => typeOf(ruleOf(name))),
    );
  });

  it('are options of the terminal, each with a line of help', () => {
    const options = describeOptions(ENGLISH);
    assert.deepStrictEqual(
      options.map(([option]) => /^--([\w-]+)/.exec(option)?.[1]),
      FIELD_NAMES.map((name) => SCENARIO_FIELDS[name].flag),
    );
    for (const [option] of options) assert.match(option, /^--\S+( [A-Z]+)?$/);
    for (const line of usage(ENGLISH).split('\n')) assert.ok(line.length <= 100, line);
  });

  it('are the rows of the table in docs/scenario.md', () => {
    const rows = read('docs/scenario.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').slice(1, -1))
      .map((cells) => cells.map((cell) => cell.trim()));
    assertFollows(
      'docs/scenario.md',
      rows,
      FIELD_NAMES.map((name) => [
        `\`${scenarioSetting(name)}\``,
        `\`--${SCENARIO_FIELDS[name].flag}\``,
        describeRule(ENGLISH, settingRule(name)),
        String(toSetting(name, DEFAULT_SCENARIO[name])),
        words[name].meaning,
      ]),
    );
  });

  it('are the scenario of the JSON in docs/exports.md', () => {
    const [, body = ''] = /"assumptions": \{\n(.*?)\n {2}\}/s.exec(read('docs/exports.md')) ?? [];
    const names = [...body.matchAll(/^ {4}"(\w+)":/gm)].map(([, name]) => name);
    assertFollows('docs/exports.md', names, Object.keys(spellOut(DEFAULT_SCENARIO)));
  });
});
