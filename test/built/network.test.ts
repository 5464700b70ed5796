import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/priceTables';

/** What reaches the network without a module: as globals, but not as keys or in sentences. */
const GLOBALS =
  /(?<![\w.$"'-])(?:fetch|importScripts)(?![\w$"':-])|\b(?:globalThis|self|window)\.fetch\b|\b(?:XMLHttpRequest|WebSocket|WebSocketStream|WebTransport|EventSource|RTCPeerConnection|sendBeacon|SharedWorker|serviceWorker|undici)\b/g;

/** Modules that a bundle loads, also by a computed name. */
const MODULES = /\b(?:require|import)\(\s*(["'`])(?:node:)?([^"'`]+)\1\s*\)/g;

/** Not modules of others, but parts of the same bundle. */
const PART = /^\.\.?\//;

/** Markup that would make the page load something. */
const LOADED = /\b(?:src|href)=["']?https?:/g;

describe('the bundles and the network', () => {
  it('have one use of it in the extension: the request for prices, which a command makes when the user has agreed', () => {
    const parts = readdirSync(join(projectRoot, 'dist/parts'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => `dist/parts/${name}`);
    const using = ['dist/extension.js', ...parts].filter((name) => usesOf(name).length > 0);
    assert.deepStrictEqual(using.flatMap(usesOf), ['fetch']);
    assert.match(using[0] ?? '', /^dist\/parts\/work-/);
    assert.deepStrictEqual(
      [...new Set(['dist/extension.js', ...parts].flatMap(modulesOf))],
      ['vscode'],
    );
  });

  it('have the same one in a browser', () => {
    assert.deepStrictEqual(usesOf('dist/web/extension.js'), ['fetch']);
    assert.deepStrictEqual(modulesOf('dist/web/extension.js'), ['vscode']);
  });

  it('have none in the page of the report', () => {
    assert.deepStrictEqual(usesOf('dist/report/main.js'), []);
    assert.deepStrictEqual(modulesOf('dist/report/main.js'), []);
    for (const name of ['dist/report/main.js', 'dist/report/main.css'])
      assert.deepStrictEqual(readBundle(name).match(LOADED) ?? [], [], name);
    assert.doesNotMatch(readBundle('dist/report/main.css'), /url\(|@import/);
  });

  it('have none in the terminal', () => {
    assert.deepStrictEqual(usesOf('dist/cli.js'), []);
    assert.deepStrictEqual(modulesOf('dist/cli.js'), [
      'crypto',
      'fs',
      'fs/promises',
      'path',
      'util',
    ]);
  });
});

describe('the search for uses of the network', () => {
  it('finds them as minified code has them', () => {
    const code = 'let a=await fetch(b),c=globalThis.fetch;new WebSocket(d);navigator.sendBeacon(e)';
    assert.deepStrictEqual(code.match(GLOBALS), [
      'fetch',
      'globalThis.fetch',
      'WebSocket',
      'sendBeacon',
    ]);
    assert.deepStrictEqual(namesOf('var a=require("node:https"),b=import("net")'), [
      'https',
      'net',
    ]);
  });
});

function usesOf(name: string): readonly string[] {
  return readBundle(name).match(GLOBALS) ?? [];
}

function modulesOf(name: string): readonly string[] {
  return namesOf(readBundle(name));
}

function namesOf(code: string): readonly string[] {
  const names = [...code.matchAll(MODULES)].map(([, , name]) => name ?? '');
  return [...new Set(names.filter((name) => !PART.test(name)))].toSorted();
}

function readBundle(name: string): string {
  return readFileSync(join(projectRoot, name), 'utf8');
}
