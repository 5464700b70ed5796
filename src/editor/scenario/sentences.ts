import { hasNoText } from '../../core/estimate/textShare';
import { plainText } from '../../core/figures/plainText';
import type { FullScenario } from '../../core/scenario/scenario';
import {
  describeEffect,
  describeScenarioChange,
  describeScenarioCost,
  type CurrentEstimate,
} from '../../wording/scenario/sentences';
import { nameWithoutText } from '../../wording/subject';
import type { ReadyReadout } from '../live/nextReady';
import { subjectText } from '../subject/named';
import { wordsOf } from '../words';

/** "prompt.md on OpenAI o1: $0.0412 per call (now $0.0392), $1.24 a month (now $1.18)". */
export function effectOf(ready: ReadyReadout, scenario: FullScenario): string {
  const { subject, result } = ready;
  const words = wordsOf(result.settings);
  const text = subjectText(words, subject);
  const isEmpty = hasNoText(result.estimate(result.model));
  const name = plainText(isEmpty ? nameWithoutText(words, text) : text);
  return describeEffect(words, name, plainText(result.model.name), changeOf(ready, scenario));
}

/** "$0.0412 per call (now $0.0392), $1.24 a month (now $1.18)", or why there is no price. */
export function changeOf(ready: ReadyReadout, scenario: FullScenario): string {
  return describeScenarioChange(wordsOf(ready.result.settings), currentOf(ready), scenario);
}

/** "$0.0412 per call, $1.24 a month", or why there is no price. */
export function costOf(ready: ReadyReadout, scenario: FullScenario): string {
  return describeScenarioCost(wordsOf(ready.result.settings), currentOf(ready), scenario);
}

function currentOf({ result }: ReadyReadout): CurrentEstimate {
  return { estimate: result.current(), scenario: result.settings.scenario };
}
