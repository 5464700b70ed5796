import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FileNode } from '../../../core/charts/fileTree';
import { isRest, restFolder } from '../../../core/charts/restFolder';
import {
  isAtLeast,
  layOutTreemap,
  type Area,
  type Picture,
  type Tile,
} from '../../../core/charts/treemap';
import { visibleText } from '../../../core/figures/visibleText';
import {
  describeFile,
  describeNodeCost,
  filesLabel,
  moreFiles,
  restOfFiles,
} from '../../../wording/page/files';
import type { Actions } from '../../actions';
import type { Words } from '../../../wording/words';
import { useWords } from '../../words';

const HEIGHT = 260;
/** A pointer hits it. Smaller targets than 24 pixels need another way to the same (WCAG 2.2, 2.5.8): the table. */
const LEAST = { width: 16, height: 16 };
/** Room for a name and an amount. */
const NAMED = { width: 72, height: 40 };

export function pictureOf(width: number): Picture {
  return { width, height: HEIGHT, least: LEAST, named: NAMED };
}

interface Props {
  /** From the one of all files to the shown one. */
  readonly folders: readonly FileNode[];
  readonly shown: FileNode;
  /** Measures the width of the picture. */
  readonly measure: RefObject<HTMLDivElement | null>;
  readonly width: number;
  readonly actions: Actions;
}

/** Areas by cost. A file opens in the editor, a folder fills the picture; the table below has the same content. */
export function TreemapView({ folders, shown, measure, width, actions }: Props): JSX.Element {
  const words = useWords();
  const figure = useFocusAfterZoom(shown.path);
  const { tiles, rest } = layOutTreemap(shown, pictureOf(width));
  return (
    <figure class="treemap" aria-label={filesLabel(words, 'treemap')} ref={figure}>
      {folders.length > 1 && <Folders folders={folders} actions={actions} />}
      <div class="tiles" ref={measure}>
        {width > 0 &&
          tiles.map((tile) => (
            <TileView key={tile.node.path} tile={tile} shown={shown} actions={actions} />
          ))}
        {width > 0 && rest && (
          <RestView rest={restFolder(shown, rest.nodes)} area={rest.area} actions={actions} />
        )}
      </div>
    </figure>
  );
}

/** The pressed tile is gone after a zoom: the focus goes to the way back, or to the first tile. */
function useFocusAfterZoom(path: string) {
  const ref = useRef<HTMLElement>(null);
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    ref.current?.querySelector('button')?.focus();
  }, [path]);
  return ref;
}

interface FoldersProps {
  readonly folders: readonly FileNode[];
  readonly actions: Actions;
}

/** The way back: each folder above the shown one. */
function Folders({ folders, actions }: FoldersProps): JSX.Element {
  const words = useWords();
  return (
    <nav class="folders" aria-label={filesLabel(words, 'folders')}>
      {folders.slice(0, -1).map((folder) => (
        <span key={folder.path}>
          <button
            type="button"
            class="link"
            onClick={() => actions.update({ zoomedFolder: folder.path })}
          >
            <bdi>{nameOf(words, folder)}</bdi>
          </button>
          <span aria-hidden="true"> / </span>
        </span>
      ))}
      {folders.slice(-1).map((folder) => (
        <bdi key={folder.path} aria-current="location">
          {nameOf(words, folder)}
        </bdi>
      ))}
    </nav>
  );
}

function nameOf(words: Words, folder: FileNode): string {
  return isRest(folder) ? moreFiles(words, folder.fileCount) : visibleText(folder.name);
}

interface TileProps {
  readonly tile: Tile;
  readonly shown: FileNode;
  readonly actions: Actions;
}

function TileView({ tile, shown, actions }: TileProps): JSX.Element {
  const words = useWords();
  const { node } = tile;
  const isFolder = node.index === undefined;
  const isNamed = isAtLeast(tile, NAMED);
  const description = describeFile(words, node, shown);
  return (
    <button
      type="button"
      class={isFolder ? 'tile folder' : 'tile'}
      style={placed(tile)}
      title={description}
      aria-label={description}
      // The table has each of them, too: Tab need not go through a hundred.
      tabIndex={isNamed ? 0 : -1}
      onClick={() => {
        if (node.index === undefined) actions.update({ zoomedFolder: node.path });
        else actions.openFile(node.index);
      }}
    >
      {isNamed && (
        <>
          <bdi class="tile-name">{visibleText(isFolder ? `${node.name}/` : node.name)}</bdi>
          <span class="tile-cost">{describeNodeCost(words, node)}</span>
        </>
      )}
    </button>
  );
}

interface RestProps {
  readonly rest: FileNode;
  readonly area: Area | undefined;
  readonly actions: Actions;
}

/** What has no tiles of its own fills the picture on a click. A tile without room for that has it below the picture. */
function RestView({ rest, area, actions }: RestProps): JSX.Element {
  const words = useWords();
  const text = restOfFiles(words, rest);
  const zoom = (): void => actions.update({ zoomedFolder: rest.path });
  if (area && isAtLeast(area, NAMED)) {
    return (
      <button type="button" class="tile rest" style={placed(area)} title={text} onClick={zoom}>
        {text}
      </button>
    );
  }
  return (
    <>
      {area && <div class="tile rest" style={placed(area)} title={text} aria-hidden="true" />}
      <button type="button" class="link rest-note" onClick={zoom}>
        {text}
      </button>
    </>
  );
}

function placed({
  x,
  y,
  width,
  height,
}: Area): Readonly<Record<'left' | 'top' | 'width' | 'height', string>> {
  return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
}
