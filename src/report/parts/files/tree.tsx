import type { JSX } from 'preact';
import { isIn, type FileNode } from '../../../core/charts/fileTree';
import type { Model } from '../../../core/pricing/table/priceTable';
import { visibleText } from '../../../core/figures/visibleText';
import {
  allFiles,
  describeNodeCost,
  fileColumn,
  fileCount,
  moreEntries,
  openFile,
  shareOfCost,
} from '../../../wording/page/files';
import { isLeftOut, tickFile, tickShown } from '../../../wording/page/fileChoice';
import { filesCounted } from '../../../wording/views/files';
import type { Words } from '../../../wording/words';
import { OwnModels, Requests, WorstSample } from './marks';
import { Tick } from './tick';
import { showTokens } from '../../../wording/count';
import { toggled, type Actions } from '../../actions';
import type { PricedFile } from '../../figures/files/entries';
import type { PageState } from '../../state/pageState';
import { useWords } from '../../words';

/** Entries that a folder shows; one line has the number of the others. */
const MAX_ENTRIES = 200;

/** Deepest indentation in the style sheet. */
const MAX_INDENT = 8;

/** An entry, or the number of entries that its folder does not show. */
interface Line {
  readonly node: FileNode;
  readonly depth: number;
  /** Number of entries of the folder `node` that are not shown; 0: the line is the entry `node`. */
  readonly left: number;
}

interface Props {
  /** All files. */
  readonly all: FileNode;
  /** All files, or the folder that the picture shows. */
  readonly root: FileNode;
  /** The models that a file, or requests in it, are priced on; empty: that of the row. @param index of the file. */
  readonly onModels: (index: number) => readonly Model[];
  /** Number of requests in a file; undefined: it is one text. @param index of the file. */
  readonly requestsIn: (index: number) => number | undefined;
  /** @param index of the file. */
  readonly pricedAs: (index: number) => PricedFile | undefined;
  readonly state: PageState;
  readonly actions: Actions;
}

/** Folders and files, most expensive first. */
export function FileTreeView(props: Props): JSX.Element {
  const { all, root, onModels, requestsIn, pricedAs, state, actions } = props;
  const words = useWords();
  const lines = visibleLines(root, state.openFolders);
  return (
    <div class="table-scroll" role="group" aria-labelledby="files-heading" tabIndex={0}>
      <table class="file-tree">
        <Headings all={all} root={root} actions={actions} />
        <tbody>
          {lines.map((line) => (
            <TreeLine
              key={line.left > 0 ? `${line.node.path}/…` : line.node.path}
              line={line}
              all={all}
              root={root}
              onModels={onModels}
              requestsIn={requestsIn}
              pricedAs={pricedAs}
              state={state}
              actions={actions}
            />
          ))}
        </tbody>
        <tfoot>
          <tr class="sum">
            <th scope="row">{filesInSum(words, root)}</th>
            <Figures node={root} root={root} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** "All 12 files", "9 of 12 files". */
function filesInSum(words: Words, { fileCount: files, leftOut }: FileNode): string {
  return leftOut === 0 ? allFiles(words, files) : filesCounted(words, files - leftOut, files);
}

function Headings({ all, root, actions }: Pick<Props, 'all' | 'root' | 'actions'>): JSX.Element {
  const words = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">
          {all.fileCount > 1 && (
            <Tick all={all} node={root} label={tickShown(words)} actions={actions} />
          )}
          {fileColumn(words, 'file')}
        </th>
        {(['tokens', 'cost', 'share'] as const).map((column) => (
          <th key={column} scope="col" class="number">
            {fileColumn(words, column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function TreeLine({
  line: { node, depth, left },
  all,
  root,
  onModels,
  requestsIn,
  pricedAs,
  state,
  actions,
}: Props & { readonly line: Line }): JSX.Element {
  const words = useWords();
  const indent = `depth-${Math.min(depth, MAX_INDENT)}`;
  if (left > 0) {
    return (
      <tr>
        <td colSpan={4} class={`hint ${indent}`}>
          {moreEntries(words, left)}
        </td>
      </tr>
    );
  }
  return (
    <tr class={isIn(node) ? undefined : 'left-out'}>
      <th scope="row" class={indent}>
        {all.fileCount > 1 && (
          <Tick all={all} node={node} label={tickFile(words, nameOfPath(node))} actions={actions} />
        )}
        <NodeName node={node} state={state} actions={actions} />
        {node.index !== undefined && (
          <>
            <OwnModels models={onModels(node.index)} />
            <Requests count={requestsIn(node.index)} />
            <WorstSample file={pricedAs(node.index)} />
          </>
        )}
      </th>
      <Figures node={node} root={root} />
    </tr>
  );
}

function visibleLines(root: FileNode, openFolders: readonly string[]): readonly Line[] {
  const open = new Set(openFolders);
  const lines: Line[] = [];
  const visitChildren = (folder: FileNode, depth: number): void => {
    for (const node of folder.children.slice(0, MAX_ENTRIES)) {
      lines.push({ node, depth, left: 0 });
      if (open.has(node.path)) visitChildren(node, depth + 1);
    }
    const left = folder.children.length - MAX_ENTRIES;
    if (left > 0) lines.push({ node: folder, depth, left });
  };
  visitChildren(root, 0);
  return lines;
}

function NodeName({
  node,
  state,
  actions,
}: {
  readonly node: FileNode;
  readonly state: PageState;
  readonly actions: Actions;
}): JSX.Element {
  const words = useWords();
  const name = visibleText(node.name);
  const { index } = node;
  if (index !== undefined) {
    return (
      <button
        type="button"
        class="link file-name"
        title={openFile(words, visibleText(node.path))}
        onClick={() => actions.openFile(index)}
      >
        <bdi>{name}</bdi>
      </button>
    );
  }
  return (
    <button
      type="button"
      class="open"
      aria-expanded={state.openFolders.includes(node.path)}
      onClick={() => actions.update({ openFolders: toggled(state.openFolders, node.path) })}
    >
      <span class="chevron" aria-hidden="true" />
      <bdi>{name}</bdi>
      <span class="file-count">
        {node.leftOut === 0 ? fileCount(words, node.fileCount) : filesInSum(words, node)}
      </span>
    </button>
  );
}

/** "src/a.ts", "src/". */
function nameOfPath({ path, index }: FileNode): string {
  return index === undefined ? `${path}/` : path;
}

function Figures({
  node,
  root,
}: {
  readonly node: FileNode;
  readonly root: FileNode;
}): JSX.Element {
  const words = useWords();
  return (
    <>
      <td class="number">{showTokens(words, node.count)}</td>
      <td class="number">{isIn(node) ? describeNodeCost(words, node) : isLeftOut(words)}</td>
      <td class="number">{isIn(node) ? shareOfCost(words, node, root) : ''}</td>
    </>
  );
}
