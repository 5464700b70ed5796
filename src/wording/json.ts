import type { Words } from './words';

/** "a value is missing in line 2". @param error the name of an error, as in `JsonResult`. */
export function describeJsonError(words: Words, error: string, line: number): string {
  const { l10n } = words;
  if (error === 'TooDeep') return l10n.t('lists or objects are nested too deeply');
  return l10n.t('{0} in line {1}', jsonError(words, error), line);
}

function jsonError({ l10n }: Words, error: string): string {
  switch (error) {
    case 'InvalidSymbol':
      return l10n.t('an unknown word');
    case 'InvalidNumberFormat':
      return l10n.t('a malformed number');
    case 'PropertyNameExpected':
      return l10n.t('a key is missing');
    case 'ValueExpected':
      return l10n.t('a value is missing');
    case 'ColonExpected':
      return l10n.t('a colon is missing');
    case 'CommaExpected':
      return l10n.t('a comma is missing');
    case 'CloseBraceExpected':
      return l10n.t('a closing brace is missing');
    case 'CloseBracketExpected':
      return l10n.t('a closing bracket is missing');
    case 'EndOfFileExpected':
      return l10n.t('more text after the value');
    case 'InvalidCommentToken':
      return l10n.t('a comment');
    case 'UnexpectedEndOfComment':
      return l10n.t('a comment without an end');
    case 'UnexpectedEndOfString':
      return l10n.t('a string without an end');
    case 'UnexpectedEndOfNumber':
      return l10n.t('a number without an end');
    case 'InvalidUnicode':
      return l10n.t('a malformed \\u escape');
    case 'InvalidEscapeCharacter':
      return l10n.t('an unknown escape');
    case 'InvalidCharacter':
      return l10n.t('a character that is not allowed');
    default:
      return l10n.t('an error');
  }
}
