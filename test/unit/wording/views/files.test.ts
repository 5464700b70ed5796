import assert from 'node:assert/strict';
import {
  describeScan,
  describeSkipped,
  filesCounted,
  scanFacts,
  skipReason,
  unreadableReason,
} from '../../../../src/wording/views/files';
import { unusedModels } from '../../../../src/wording/page/files';
import { ENGLISH } from '../../../../src/wording/words';

const nothing = {
  requestFiles: 0,
  requestsAsText: 0,
  trainingFiles: 0,
  limit: undefined,
  ignored: 0,
  skipped: 0,
  notebookCells: 0,
  notebooksAsStored: 0,
  templates: 0,
  openTemplates: 0,
  structuredTemplates: 0,
  broken: [],
  promptFiles: 0,
  onYours: 0,
  onOwn: 0,
  withCeiling: 0,
  media: 0,
  listed: 500,
};

function placeAt(path: string): { readonly path: string } {
  return { path };
}

describe('the notes on a scan', () => {
  it('are empty if all files are in the sum', () => {
    assert.deepStrictEqual(describeScan(ENGLISH, nothing, ''), []);
  });

  it('count the skipped files by reason where they are not listed', () => {
    const reasons = ['binary', 'link', 'binary', 'tooLarge', 'empty', 'git'] as const;
    const skipped = reasons.map((reason) => ({ place: placeAt('/a/b'), reason }));
    assert.deepStrictEqual(describeSkipped(ENGLISH, skipped), [
      'Binary files, skipped: 2',
      'Symbolic links, not followed: 1',
      'Files over 50 MB, skipped: 1',
      'Empty files, skipped: 1',
      'Files of git itself, skipped: 1',
    ]);
  });

  it('count a picture once, among the pictures', () => {
    const picture = { place: placeAt('/a/logo.PNG'), reason: 'binary' as const };
    const program = { place: placeAt('/a/tool'), reason: 'binary' as const };
    const scan = { files: [], skipped: [picture, program], ignored: 0, limit: undefined };
    assert.equal(scanFacts(scan, 500).media, 1);
    assert.deepStrictEqual(describeSkipped(ENGLISH, scan.skipped), ['Binary files, skipped: 1']);
  });

  it('say what is counted in a special way, and how many files are not listed', () => {
    assert.deepStrictEqual(
      describeScan(
        ENGLISH,
        {
          ...nothing,
          limit: 'files',
          ignored: 1200,
          skipped: 4,
          notebookCells: 2,
          requestFiles: 0,
          requestsAsText: 1,
          trainingFiles: 0,
          notebooksAsStored: 1,
          templates: 0,
          openTemplates: 0,
          structuredTemplates: 0,
          broken: [],
          promptFiles: 2,
          onYours: 1,
          onOwn: 3,
          withCeiling: 2,
          media: 0,
          listed: 2,
        },
        '--file-models',
      ),
      [
        'Stopped at the limit of 20,000 files: the rest is not in the sum.',
        'Notebooks, counted by their cells without outputs: 2',
        'Damaged notebooks, counted as stored: 1',
        'Files that seem to hold API requests, priced as texts because their JSON is not whole, or is one value of over 50 MB: 1',
        'Prompt files, counted without front matter and role lines: 2',
        'Prompt files, priced on the model that they name: 3',
        'Prompt files, priced with the longest answer that they name: 2',
        'Prompt files that name a model, which is not used: 1 (--file-models changes that)',
        'Left out by .gitignore and files.exclude: 1,200',
        'Only the first 2 files that are not in the sum are listed.',
      ],
    );
  });

  it('name no setting by its id: the page has a button for it', () => {
    const facts = { ...nothing, onYours: 2 };
    assert.deepStrictEqual(describeScan(ENGLISH, facts), []);
    assert.equal(
      unusedModels(ENGLISH, facts),
      'Prompt files that name a model, which is not used: 2.',
    );
    assert.equal(unusedModels(ENGLISH, nothing), undefined);
  });

  it('state the progress without a total while files are listed', () => {
    assert.equal(filesCounted(ENGLISH, 1200, undefined), '1,200 files found');
    assert.equal(filesCounted(ENGLISH, 12, 1200), '12 of 1,200 files');
    assert.equal(unreadableReason(ENGLISH, 'NoPermissions'), 'no permission to read it');
    assert.equal(unreadableReason(ENGLISH, 'Unknown'), undefined);
    assert.equal(skipReason(ENGLISH, 'tooLarge'), 'over 50 MB');
  });
});
