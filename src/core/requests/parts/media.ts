import type { UnseenKind } from '../request';

/** A base64 file needs no more than this to be known. */
const LONGEST_TYPE = 200;

const DATA_URL = /^\s*data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=."-]+)*;base64,/i;

/** Text behind the URL: spaces and line ends do not stand in a base64 URL, but around one. */
const NOT_BASE64 = /[^\w+/=%-]/;

/** Whether the whole text is a base64 data: URL. */
export function isDataUrl(text: string): boolean {
  const head = DATA_URL.exec(text.slice(0, LONGEST_TYPE))?.[0];
  return head !== undefined && !NOT_BASE64.test(text.slice(head.length).trimEnd());
}

export function kindOfDataUrl(url: string): UnseenKind {
  return kindOfType(DATA_URL.exec(url.slice(0, LONGEST_TYPE))?.[1]);
}

/** What a media type is, as `image/png`. */
export function kindOfType(type: unknown): UnseenKind {
  if (typeof type !== 'string') return 'other';
  const [first = ''] = type.toLowerCase().split('/');
  if (first === 'image' || first === 'audio' || first === 'video') return first;
  return first === 'text' || type.toLowerCase() === 'application/pdf' ? 'document' : 'other';
}
