import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/editor/commandIds';
import { resolveModel } from '../../src/core/pricing/names/resolveModel';
import { DEFAULT_STALE_AFTER_DAYS } from '../../src/core/pricing/staleness';
import { bundledTable, projectRoot } from '../support/priceTables';

interface Setting {
  readonly default: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly markdownDescription?: string;
}

interface Property {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Property>>;
}

interface Tool {
  readonly name: string;
  readonly inputSchema: Property;
}

interface Walkthrough {
  readonly id: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
    readonly completionEvents: readonly string[];
  }[];
}

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly walkthroughs: readonly Walkthrough[];
    readonly languageModelTools: readonly Tool[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac: string;
    }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
  };
}

function read(name: string): string {
  return readFileSync(join(projectRoot, name), 'utf8');
}

describe('the manifest', () => {
  const manifest = JSON.parse(read('package.json')) as Manifest;
  const settings: Readonly<Record<string, Setting>> = Object.assign(
    {},
    ...[manifest.contributes.configuration].flat().map(({ properties }) => properties),
  );

  it('and the README say how many models the price table has, in hundreds', () => {
    const { models } = bundledTable();
    const hundreds = Math.floor((models.length - 1) / 100) * 100;
    const providers = new Set(models.map(({ provider }) => provider)).size;
    const wanted = `${hundreds.toLocaleString('en-US')} models of ${providers}`;
    for (const name of ['package.json', 'README.md']) {
      const said = [...read(name).matchAll(/over ([\d,]+ models of \d+)/gi)].map(
        ([, text]) => text,
      );
      assert.deepEqual(said, [wanted], name);
    }
  });

  it('offers to estimate files in all menus on files, with commands that exist', () => {
    const { commands, menus } = manifest.contributes;
    for (const menu of ['explorer/context', 'editor/title/context']) {
      const items = menus[menu]?.map(({ command }) => command);
      assert.deepEqual(items, ['apiSpend.estimateFiles'], menu);
    }
    const known = new Set(commands.map(({ command }) => command));
    for (const { command } of Object.values(menus).flat()) assert.ok(known.has(command), command);
  });

  it('has titles that the palette finds by the words of its subject, none of which repeats the category', () => {
    const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
    const titles = manifest.contributes.commands.map(
      ({ title }) => texts[title.replaceAll('%', '')] ?? '',
    );
    for (const word of ['cost', 'price', 'token', 'token count', 'LLM', 'model', 'report']) {
      const isFound = titles.some((title) => title.toLowerCase().includes(word.toLowerCase()));
      assert.ok(isFound, word);
    }
    assert.deepStrictEqual(
      titles.filter((title) => title.includes('API Spend')),
      [],
    );
  });

  it('offers the comparison on a selection, and has keys for commands that exist', () => {
    const { commands, menus, keybindings } = manifest.contributes;
    assert.deepStrictEqual(menus['editor/context'], [
      { command: 'apiSpend.compareModels', group: '6_apiSpend@1', when: 'editorHasSelection' },
    ]);
    const known = new Set(commands.map(({ command }) => command));
    for (const { command, key, mac } of keybindings) {
      assert.ok(known.has(command), command);
      assert.equal(mac, key.replaceAll('ctrl', 'cmd'));
    }
  });

  it('has a walkthrough of five steps, each with a link that does it and a picture for each kind of theme', () => {
    const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
    const textOf = (placeholder: string): string => texts[placeholder.replaceAll('%', '')] ?? '';
    const [walkthrough, ...others] = manifest.contributes.walkthroughs;
    assert.ok(walkthrough && others.length === 0);
    assert.ok(read('src/editor/tour/getStarted.ts').includes(`'api-spend.api-spend#getStarted'`));
    assert.equal(walkthrough.id, 'getStarted');
    const { steps } = walkthrough;
    assert.equal(steps.length, 5);
    for (const { id, title, description, media, completionEvents } of steps) {
      const links = [...textOf(description).matchAll(/\]\(command:([^?)]+)\?([^)]+)\)/g)];
      assert.deepStrictEqual(
        links.map(([, command, query]) => [command, decodeURIComponent(query ?? '')]),
        [['apiSpend.getStarted', JSON.stringify([id])]],
      );
      assert.deepStrictEqual(completionEvents, [`onContext:apiSpend.done.${id}`]);
      for (const text of [title, media.altText]) assert.notEqual(textOf(text), '', text);
      const folders = [
        ['dark', 'dark'],
        ['light', 'light'],
        ['hc', 'high-contrast'],
        ['hcLight', 'high-contrast-light'],
      ];
      const paths = folders.map(([key, folder]) => [key, `media/walkthrough/${folder}/${id}.webp`]);
      assert.deepStrictEqual(media.image, Object.fromEntries(paths));
    }
  });

  it('has steps that the code ticks, and no others', () => {
    const folder = join(projectRoot, 'src');
    const ticked = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const calls = readFileSync(join(folder, file), 'utf8').matchAll(/\bstepDone\('(\w+)'\)/g);
        return Array.from(calls, ([, step]) => step ?? '');
      });
    const steps = manifest.contributes.walkthroughs.flatMap((each) => each.steps);
    assert.deepStrictEqual([...new Set(ticked)].toSorted(), steps.map(({ id }) => id).toSorted());
  });

  it('has its settings in groups, each with an order of its own', () => {
    const { configuration } = manifest.contributes;
    const orders = (entries: readonly { readonly order?: number }[]): readonly unknown[] =>
      entries.map(({ order }) => order);
    const upTo = (count: number): readonly number[] =>
      Array.from({ length: count }, (_, i) => i + 1);
    assert.deepStrictEqual(orders(configuration), upTo(6));
    for (const { title, properties } of configuration) {
      const entries = Object.values(properties);
      assert.deepStrictEqual(orders(entries), upTo(entries.length), title);
    }
  });

  it('offers a list of models at each setting that names models, because VS Code completes no text field', () => {
    const texts = JSON.parse(readFileSync(join(projectRoot, 'package.nls.json'), 'utf8')) as Record<
      string,
      string
    >;
    const known = new Set<string>(COMMANDS);
    for (const key of ['model', 'baselineModel', 'pinnedModels', 'pricing.overrides']) {
      const [, command = ''] = /\]\(command:([\w.]+)/.exec(texts[`setting.${key}`] ?? '') ?? [];
      assert.ok(known.has(command), key);
      assert.equal(settings[`apiSpend.${key}`]?.markdownDescription, `%setting.${key}%`);
    }
  });

  it('allows all settings in user and workspace settings, also in remote windows', () => {
    for (const [name, { scope = 'window' }] of Object.entries(settings)) {
      if (name === 'apiSpend.pricing.updateUrl') continue;
      assert.ok(scope === 'window' || scope === 'resource', `${name}: ${scope}`);
    }
  });

  it('lets no folder that is not trusted change a number: only what is listed, priced at all, or seen', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited', 'else VS Code does not read the list');
    const restricted = new Set(restrictedConfigurations);
    assert.deepStrictEqual(
      Object.keys(settings).filter((name) => !restricted.has(name)),
      [
        'apiSpend.baselineModel',
        'apiSpend.pinnedModels',
        'apiSpend.statusBar.visible',
        'apiSpend.statusBar.show',
        'apiSpend.ignoredLanguages',
        'apiSpend.codeLens.enabled',
        'apiSpend.codeLens.files',
        // Only the user's settings can have it.
        'apiSpend.pricing.updateUrl',
      ],
    );
    assert.deepStrictEqual(
      [...restricted].filter((name) => !(name in settings)),
      [],
    );
  });

  it('lets no workspace choose an address that is requested', () => {
    assert.equal(settings['apiSpend.pricing.updateUrl']?.scope, 'application');
  });

  it('has a default model that is sold', () => {
    const table = bundledTable();
    const model = settings['apiSpend.model'];
    assert.ok(model);
    const search = resolveModel(table, String(model.default), Date.now());
    assert.ok(search.kind === 'found');
    assert.equal(search.model.provider, 'openai');
    assert.equal(search.model.periods.at(-1)?.toMs, Infinity);
  });

  it("has the core's default for stale prices", () => {
    assert.equal(settings['apiSpend.pricing.staleAfterDays']?.default, DEFAULT_STALE_AFTER_DAYS);
  });

  it('declares exactly the commands that the code registers', () => {
    const declared = manifest.contributes.commands.map(({ command }) => command);
    assert.deepStrictEqual(new Set(declared), new Set<string>(COMMANDS));
  });

  it('declares the tool that the code registers, with every property described', () => {
    const [tool, ...others] = manifest.contributes.languageModelTools;
    assert.ok(tool && others.length === 0);
    assert.ok(read('src/editor/programs/tool/register.ts').includes(`'${tool.name}'`));
    const properties = tool.inputSchema.properties ?? {};
    for (const [name, { description }] of Object.entries(properties)) {
      assert.ok(description, name);
    }
    const schema = read('src/editor/programs/tool/input.ts');
    assert.deepStrictEqual(
      Object.keys(properties).filter((name) => !schema.includes(`  ${name}: v.`)),
      [],
    );
  });

  it('has a text for each placeholder', () => {
    const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepStrictEqual([...new Set(used)].toSorted(), Object.keys(texts).toSorted());
  });

  it('has placeholders instead of text in the settings', () => {
    const { configuration } = manifest.contributes;
    const own = [
      ...JSON.stringify(configuration).matchAll(
        /"(?:\w*[dD]escriptions?|label|title)":("[^%"][^"]*"|\["[^%])/g,
      ),
    ];
    assert.deepStrictEqual(
      own.map(([found]) => found),
      [],
    );
  });

  it('uses the types of the oldest supported VS Code', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });
});
