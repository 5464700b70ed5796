import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { vsixFile } from '../../scripts/extensionPackage.mjs';

export interface PackedManifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly version: string;
  readonly publisher: string;
  readonly displayName: string;
  readonly description: string;
  readonly license: string;
  readonly pricing: string;
  readonly qna: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly galleryBanner: { readonly color: string; readonly theme: string };
  readonly repository?: { readonly url: string };
  readonly homepage?: string;
  readonly bugs?: { readonly url: string };
  readonly contributes: {
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly image: Readonly<Record<string, string>> };
      }[];
    }[];
  };
}

/** The files of the extension in the packed .vsix, by their paths. */
export function packedFiles(): ReadonlyMap<string, string> {
  const entries = Object.entries(unzipSync(readFileSync(vsixFile)));
  return new Map(
    entries.flatMap(([path, bytes]) =>
      path.startsWith('extension/') ? [[path.slice('extension/'.length), strFromU8(bytes)]] : [],
    ),
  );
}

export function manifestOf(files: ReadonlyMap<string, string>): PackedManifest {
  return JSON.parse(files.get('package.json') ?? '') as PackedManifest;
}
