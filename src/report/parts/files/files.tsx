import type { JSX } from 'preact';
import { buildFileTree, type FileNode } from '../../../core/charts/fileTree';
import { shownFolders } from '../../../core/charts/shownFolders';
import { estimateEach, type Estimate } from '../../../core/estimate/estimate';
import type { Model } from '../../../core/pricing/table/priceTable';
import { visibleText } from '../../../core/figures/visibleText';
import type { Actions } from '../../actions';
import type { PageState } from '../../state/pageState';
import { filesHeading, ownFilesHeading } from '../../../wording/page/files';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { useRoom } from '../charts/useRoom';
import { FileTreeView } from './tree';
import { pictureOf } from './tileLabel';
import { TreemapView } from './treemap';

interface Props {
  readonly view: View;
  readonly state: PageState;
  readonly actions: Actions;
}

/** Costs by file as they are, or for the cheapest model that fits; only in a report on files. */
export function FilesView(props: Props): JSX.Element | null {
  const { headline, subject } = props.view;
  const row = headline.current ?? headline.cheapest;
  return subject.kind === 'files' && row ? <Files {...props} row={row} /> : null;
}

/** Picture and table of all files, or of one folder. */
function Files({ row, view, state, actions }: Props & { readonly row: Estimate }): JSX.Element {
  const words = useWords();
  const [measure, room] = useRoom<HTMLDivElement>();
  const root = treeOf(view, row);
  const folders = room ? shownFolders(root, state.zoomedFolder, pictureOf(words, room)) : [root];
  const shown = folders.at(-1) ?? root;
  return (
    <section aria-labelledby="files-heading">
      <h2 id="files-heading">
        {row.each
          ? ownFilesHeading(words, row.scenario)
          : filesHeading(words, visibleText(row.model.name), row.scenario)}
      </h2>
      <TreemapView {...{ folders, shown, measure, room, actions }} />
      <FileTreeView
        root={shown}
        onModel={(index) => ownModel(row, index)}
        requestsIn={(index) => view.subject.files[index]?.requests?.count}
        {...{ state, actions }}
      />
    </section>
  );
}

/** The model of a file that is priced on another one than the user's. */
function ownModel({ each, model }: Estimate, index: number): Model | undefined {
  const own = each?.[index]?.model;
  return own?.id === model.id ? undefined : own;
}

const trees = new WeakMap<Estimate, FileNode>();

/** Caches the tree: filters and sorting do not change it. */
function treeOf({ subject }: View, row: Estimate): FileNode {
  const known = trees.get(row);
  if (known) return known;
  const estimates = estimateEach(row);
  const files = subject.files.flatMap(({ path }, index) => {
    const estimate = estimates[index];
    return estimate ? [{ path, estimate }] : [];
  });
  const tree = buildFileTree(subject.name, files);
  trees.set(row, tree);
  return tree;
}
