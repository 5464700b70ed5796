import { ENCODINGS } from '../../core/tokens/encodings';
import { wrapText } from '../../core/figures/displayWidth';
import { commas } from '../language/lists';
import { describeOptions } from '../scenario/options';
import type { Words } from '../words';

// The help of the terminal program. Names of commands, options and their values are the same in every language.

/** Columns of a line. */
const LINE_COLUMNS = 100;

/** Where descriptions of options begin. */
const OPTION_COLUMNS = 22;

const COMMAND_COLUMNS = 11;

const SYNOPSIS = `  api-spend estimate FILE|FOLDER... [--model ID]... [--at DAY] [--format FORMAT] [assumptions]
  api-spend count (--model ID | --encoding NAME) [--jsonl]`;

export function usage(words: Words): string {
  const { l10n } = words;
  const options = optionHelp(words).map(([option, meaning]) => entry(option, meaning));
  const assumptions = describeOptions(words).map(([option, meaning]) => entry(option, meaning));
  const commands = commandHelp(words).map(([command, meaning]) =>
    entry(command, meaning, COMMAND_COLUMNS),
  );
  return `${[
    l10n.t('Tokens and cost of a text at every LLM provider.'),
    SYNOPSIS,
    commands.join('\n'),
    options.join('\n'),
    [l10n.t('Assumptions:'), ...assumptions].join('\n'),
    [
      l10n.t('Exit status:'),
      ...exitHelp(words).map(([code, meaning]) => entry(`  ${code}`, meaning, 5)),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

/** The name, and beside or below it what it means. */
function entry(name: string, meaning: string, columns = OPTION_COLUMNS): string {
  const lines = wrapText(meaning, LINE_COLUMNS - columns).map((line) => ' '.repeat(columns) + line);
  return name.length < columns
    ? [name + (lines[0] ?? '').slice(name.length), ...lines.slice(1)].join('\n')
    : [name, ...lines].join('\n');
}

type Help = readonly (readonly [name: string, meaning: string])[];

function commandHelp({ l10n }: Words): Help {
  return [
    [
      'estimate',
      l10n.t(
        'Prices one call with the text of each file, cheapest model first (- is standard input). A folder is all of its files but those that .gitignore and files.exclude leave out. Of a notebook the cells are counted, of a prompt file what is sent. A JSON file of a request, and JSONL of requests or a batch, are priced request by request, by the content of their messages.',
      ),
    ],
    [
      'count',
      l10n.t(
        'Counts the tokens of standard input. With --jsonl, each line is a JSON string and gets its own count. How an estimated count was made, and its range, go to standard error.',
      ),
    ],
  ];
}

function optionHelp(words: Words): Help {
  const { l10n } = words;
  return [
    ['--model ID', l10n.t('Only this model (provider/model, or the model alone if it is unique)')],
    ['--find WORDS', l10n.t('Only the models with these words, such as "llama groq"')],
    [
      '--all',
      l10n.t(
        'Every model in the table, also other hosts and models no longer sold, instead of the ten cheapest of those that vendors sell now',
      ),
    ],
    [
      '--as each|one|text',
      l10n.t(
        'One call with each file, or with each request in a file of requests (standard); one call with all files together; or one call with the text of each file as it is',
      ),
    ],
    [
      '--headers none|path|xml',
      l10n.t(
        'With --as one, what stands between the files: nothing (standard), or what files-to-prompt writes: path and dashes, or the XML of its --cxml',
      ),
    ],
    [
      '--file-models',
      l10n.t(
        'Each prompt file on the model, and with the longest answer, that it names, and each request in files of requests on its model; what names none is priced on the one of --model',
      ),
    ],
    [
      '--values FILE',
      l10n.t(
        'Templates with the values of a JSON file: an object by the names of placeholders, or a list of them, of which each is priced: the mean is shown, the most expensive told; over what is found beside a template',
      ),
    ],
    [
      '--no-samples',
      l10n.t('Without the values in NAME.sample.json and in the front matter of templates'),
    ],
    [
      '--stdin-filepath PATH',
      l10n.t(
        'With -: the text is sent as that of this file, which need not exist: without the front matter of a prompt file, and with the values beside a template',
      ),
    ],
    [
      '--no-stated',
      l10n.t('Without the model, the longest answers and the batch that requests state'),
    ],
    [
      '--cache-break-even',
      l10n.t(
        'From how many calls, or turns of a conversation, writing the prompt to the cache pays, and from which hit rate; also told where a cache is assumed',
      ),
    ],
    [
      '--stable-beginning',
      l10n.t(
        'As the cached share: a template up to its first placeholder, or the tools and the system prompt of one request',
      ),
    ],
    [
      '--at DAY',
      l10n.t(
        'At the prices of a day (2025-01-27) or an instant in UTC (2025-02-26T16:30:00Z); default now',
      ),
    ],
    [
      '--prices FILE',
      l10n.t('With a newer price table; prices that the bundled one checked later stay'),
    ],
    ['--settings FILE', l10n.t('With the prices and the currency of a VS Code settings.json')],
    [
      '--config FILE',
      l10n.t(
        'With the prices, assumptions, budgets and pinned models of this file, instead of the .api-spend.json that is found upwards from the files; options and --settings take precedence over it',
      ),
    ],
    ['--no-config', l10n.t('Without any .api-spend.json')],
    ['--encoding NAME', l10n.t('One of the encodings {0}', commas(words, ENCODINGS))],
    [
      '--format FORMAT',
      l10n.t('A report as csv, json or markdown instead of a table (docs/exports.md)'),
    ],
    [
      '--json',
      l10n.t(
        'The estimates alone as JSON, amounts in US dollars as decimal strings; each file is written as soon as it is counted (docs/exports.md)',
      ),
    ],
    [
      '--language TAG',
      l10n.t(
        'The language of tables and messages, such as de or ja; default API_SPEND_LANGUAGE, then the language of the terminal (LC_ALL, LC_MESSAGES, LANG). Reports by --format and --json are the same in every language.',
      ),
    ],
  ];
}

function exitHelp({ l10n }: Words): Help {
  return [
    ['0', l10n.t('Standard output is complete, or what reads it has closed it.')],
    [
      '2',
      l10n.t(
        'An option is wrong, or a file cannot be counted: the last line on standard error says which. Standard output is empty, or with --json ends within the document.',
      ),
    ],
  ];
}
