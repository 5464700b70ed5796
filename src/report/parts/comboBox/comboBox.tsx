import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nextIndex } from './keys';

export interface Option {
  readonly key: string;
  readonly name: string;
  /** Below the name. */
  readonly detail: string;
  /** Beside the name. */
  readonly figure: string;
}

interface Props {
  readonly id: string;
  /** Id of a sentence that says what the choice sets. */
  readonly describedBy: string;
  /** The key and the text of the choice now. */
  readonly chosen: string;
  readonly shown: string;
  /** For what is typed; none of them while the list is closed. */
  readonly options: readonly Option[];
  /** What the list leaves out, or why it is empty. */
  readonly note: string;
  /** How many options there are, for a screen reader. */
  readonly count: string;
  /** What is typed; undefined once the list is closed. */
  readonly query: string | undefined;
  readonly search: (query: string | undefined) => void;
  readonly choose: (key: string) => void;
}

/** A text field with a list of options that are searched for (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). */
export function ComboBox(props: Props): JSX.Element {
  const { id, describedBy, shown, options, query, search, choose, chosen, count } = props;
  const [active, setActive] = useState(0);
  const [typed, setTyped] = useState<string>();
  const isOpen = query !== undefined;
  const open = (): void => {
    setActive(
      Math.max(
        0,
        options.findIndex(({ key }) => key === chosen),
      ),
    );
    search('');
  };
  const close = (): void => {
    setTyped(undefined);
    search(undefined);
  };
  const take = (option: Option | undefined): void => {
    close();
    if (option && option.key !== chosen) choose(option.key);
  };
  const press = (event: KeyboardEvent): void => {
    const moved = nextIndex(event.key, active, options.length);
    if (event.key === 'Tab' || event.isComposing) return;
    if (!isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) open();
    else if (isOpen && moved !== undefined) setActive(moved);
    else if (isOpen && event.key === 'Enter') take(options[active]);
    else if (isOpen && event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return (
    <div class="combo-box">
      <input
        type="text"
        id={id}
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && options[active] ? optionId(id, active) : undefined}
        aria-describedby={describedBy}
        value={typed ?? shown}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onClick={() => !isOpen && open()}
        onInput={({ currentTarget }) => {
          setActive(0);
          setTyped(currentTarget.value);
          search(currentTarget.value);
        }}
        onKeyDown={press}
        onBlur={close}
      />
      <List {...props} active={isOpen ? active : undefined} take={take} />
      <span class="hidden" role="status">
        {isOpen ? count : ''}
      </span>
    </div>
  );
}

function optionId(id: string, index: number): string {
  return `${id}-option-${index}`;
}

interface ListProps extends Props {
  /** Undefined: the list is closed. */
  readonly active: number | undefined;
  readonly take: (option: Option) => void;
}

function List({ id, options, note, chosen, active, take }: ListProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (active !== undefined) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, options]);
  const isOpen = active !== undefined;
  return (
    // Else a press on the list would take the focus, and close it.
    <div class="combo-list" hidden={!isOpen} onMouseDown={(event) => event.preventDefault()}>
      <ul ref={list} id={`${id}-list`} role="listbox" aria-labelledby={`${id}-label`}>
        {isOpen &&
          options.map((option, index) => (
            <li
              key={option.key}
              id={optionId(id, index)}
              role="option"
              aria-selected={option.key === chosen}
              class={index === active ? 'active' : undefined}
              onClick={() => take(option)}
            >
              <bdi class="combo-name">{option.name}</bdi>
              <span class="combo-figure">{option.figure}</span>
              {option.detail !== '' && <bdi class="combo-detail">{option.detail}</bdi>}
            </li>
          ))}
      </ul>
      {isOpen && note !== '' && <p class="hint">{note}</p>}
    </div>
  );
}
