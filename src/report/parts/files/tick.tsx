import type { JSX } from 'preact';
import { isIn, type FileNode } from '../../../core/charts/fileTree';
import type { Actions } from '../../actions';
import { withEntry } from '../../figures/files/leftOut';

interface Props {
  /** All files. */
  readonly all: FileNode;
  readonly node: FileNode;
  readonly label: string;
  readonly actions: Actions;
}

/** Whether a file is sent; of a folder, also whether only some of its files are. */
export function Tick({ all, node, label, actions }: Props): JSX.Element {
  const isAll = node.leftOut === 0;
  // What is ticked in part is ticked as a whole.
  const change = (): void => actions.update({ leftOut: [...withEntry(all, node, !isAll)] });
  return (
    <input
      type="checkbox"
      class="tick"
      aria-label={label}
      checked={isAll}
      indeterminate={!isAll && isIn(node)}
      onChange={change}
    />
  );
}
