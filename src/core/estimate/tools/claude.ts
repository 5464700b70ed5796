import { exactTokens, tokensBetween } from '../../media/sum';
import type { MediaTokens } from '../../media/part';

/** Tokens of the system prompt that Anthropic adds to a request with tools, by what the model may do. */
interface ToolPrompt {
  /** `auto` and `none`. */
  readonly free: number;
  /** `any` and `tool`. */
  readonly forced: number;
}

function prompt(free: number, forced: number): ToolPrompt {
  return { free, forced };
}

/**
 * https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview, "Pricing", as of 2026; the models of series 3,
 * which it has no longer, as https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-tool-use.html
 * has them.
 */
const PROMPTS: ReadonlyMap<string, ToolPrompt> = new Map<string, ToolPrompt>([
  ['opus 5', prompt(286, 406)],
  ['opus 4.8', prompt(290, 410)],
  ['opus 4.7', prompt(675, 804)],
  ['opus 4.6', prompt(497, 589)],
  ['opus 4.5', prompt(496, 588)],
  ['opus 4.1', prompt(313, 315)],
  ['opus 4', prompt(313, 315)],
  ['opus 3', prompt(530, 281)],
  ['sonnet 5', prompt(354, 474)],
  ['sonnet 4.6', prompt(497, 589)],
  ['sonnet 4.5', prompt(496, 588)],
  ['sonnet 4', prompt(313, 315)],
  ['sonnet 3.7', prompt(346, 313)],
  ['sonnet 3.5', prompt(346, 313)],
  ['sonnet 3.5 20240620', prompt(294, 261)],
  ['sonnet 3', prompt(159, 235)],
  ['haiku 4.5', prompt(496, 588)],
  ['haiku 3.5', prompt(264, 355)],
  ['haiku 3', prompt(264, 340)],
]);

/** The least and the most of the models of series 4 and later: one that the page lacks has a number between. */
const LEAST = prompt(286, 315);
const MOST = prompt(675, 804);

/** Names of two orders, as "claude-opus-4-5" and "claude-3-5-sonnet". */
const NAME =
  /claude[-. ](?:v?(\d)(?:[-.](\d))?-)?(opus|sonnet|haiku|fable|mythos)(?:-(\d)(?!\d)(?:[-.](\d)(?!\d))?)?/i;

/** Which model of Claude an id means, as "opus 4.5"; undefined: none. */
export function claudeOf(id: string): string | undefined {
  const found = NAME.exec(id);
  if (!found) return undefined;
  const [, before, minorBefore, name = '', after, minorAfter] = found;
  const [major, minor] = before === undefined ? [after, minorAfter] : [before, minorBefore];
  const version = minor === undefined ? major : `${major}.${minor}`;
  const snapshot = id.includes('20240620') ? ' 20240620' : '';
  return `${name.toLowerCase()} ${version ?? ''}${snapshot}`.trim();
}

/**
 * Worked example: with tools and `tool_choice` auto, claude-opus-4-5 has 496 tokens more; a model that the page lacks
 * from 286 to 675.
 */
export function claudeToolPrompt(claude: string, isForced: boolean): MediaTokens {
  const choice = isForced ? 'forced' : 'free';
  const known = PROMPTS.get(claude);
  return known ? exactTokens(known[choice]) : tokensBetween(LEAST[choice], MOST[choice]);
}
