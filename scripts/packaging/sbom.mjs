// The software bill of materials of what ships: npm's own, without what is only used to build, and with the
// vocabularies. CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';
import { runNpm } from '../host/npm.mjs';

/**
 * @typedef {object} Component
 * @property {string} bom-ref
 * @property {string} name
 * @property {string} [version]
 * @property {string} [scope]
 * @property {readonly { readonly name: string }[]} [properties]
 *
 * @typedef {object} Bom
 * @property {{ readonly component: Component }} metadata
 * @property {readonly Component[]} components
 * @property {readonly { readonly ref: string, readonly dependsOn?: readonly string[] }[]} dependencies
 *
 * @typedef {{ readonly name: string, readonly version: string }} Bundled
 *
 * @typedef {{ readonly file: string, readonly package: string, readonly version: string, readonly licence: string, readonly sha256: string }} Vocabulary
 */

/**
 * The bill of what the bundles contain.
 * @param {readonly Bundled[]} bundled
 */
export function billOfMaterials(bundled) {
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const all = JSON.parse(runNpm(args, projectFolder));
  const manifest = join(projectFolder, 'media/vocabularies/manifest.json');
  return shippedBill(all, bundled, JSON.parse(readFileSync(manifest, 'utf8')));
}

/**
 * @param {Bom} all of npm
 * @param {readonly Bundled[]} bundled
 * @param {readonly Vocabulary[]} vocabularies
 */
export function shippedBill(all, bundled, vocabularies) {
  const packages = all.components.filter((each) => isShipped(each, bundled)).map(required);
  const components = [...packages, ...vocabularies.map(vocabularyComponent)];
  const { component } = all.metadata;
  const refs = components.map((each) => each['bom-ref']);
  return {
    ...all,
    metadata: {
      ...all.metadata,
      component: { ...component, name: 'api-spend', type: 'application' },
    },
    components,
    dependencies: [{ ref: component['bom-ref'], dependsOn: refs }],
  };
}

/**
 * @param {Component} component
 * @param {readonly Bundled[]} bundled
 */
function isShipped({ name, version }, bundled) {
  return bundled.some((each) => each.name === name && each.version === version);
}

/**
 * npm lists what is bundled as optional, because package.json has it for development.
 * @param {Component} component
 */
function required({ properties: _properties, ...component }) {
  return { ...component, scope: 'required' };
}

/** @param {Vocabulary} vocabulary */
function vocabularyComponent({ file, package: origin, version, licence, sha256 }) {
  return {
    'bom-ref': `vocabulary:${file}`,
    type: 'data',
    name: `media/vocabularies/${file}`,
    version,
    description: `packed from ${origin}@${version}`,
    scope: 'required',
    hashes: [{ alg: 'SHA-256', content: sha256 }],
    licenses: [{ license: { name: licence } }],
  };
}
