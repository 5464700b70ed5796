import type { Problem } from './problem';

/** Names that a price table and custom models may use. */
export interface KnownTokenizers {
  readonly encodings: readonly string[];
  /** From a calibration to its base encoding; undefined: any name is accepted. */
  readonly calibrations: Readonly<Record<string, string>> | undefined;
}

interface NamedTokenizer {
  readonly encoding: string;
  readonly calibration?: string | undefined;
}

/**
 * Rejects unknown names, and a calibration with an encoding that is not its base: 1.4 × the tokens of cl100k_base is
 * a wrong number if 1.4 was measured on o200k_base.
 *
 * @param path of the object that holds both fields; empty for the root.
 */
export function tokenizerProblems(
  { encoding, calibration }: NamedTokenizer,
  path: string,
  { encodings, calibrations }: KnownTokenizers,
): readonly Problem[] {
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
  const problems: Problem[] = [];
  if (!encodings.includes(encoding)) {
    const code = 'unknownEncoding';
    problems.push({ path: at('encoding'), code, names: encodings, value: encoding });
  }
  if (calibration === undefined || !calibrations) return problems;
  if (!Object.hasOwn(calibrations, calibration)) {
    const names = Object.keys(calibrations);
    const code = 'unknownCalibration';
    return [...problems, { path: at('calibration'), code, names, value: calibration }];
  }
  const base = calibrations[calibration];
  if (problems.length > 0 || base === undefined || base === encoding) return problems;
  const names = [base, calibration];
  return [{ path: at('encoding'), code: 'otherBaseEncoding', names, value: encoding }];
}
