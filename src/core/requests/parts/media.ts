import type { MediaKind, MediaPart } from '../../media/part';

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

export function mediaOfUrl(url: string): MediaPart | undefined {
  return mediaOfType(DATA_URL.exec(url.slice(0, LONGEST_TYPE))?.[1]);
}

/** @param type as `image/png`; undefined if that is nothing that models take. */
export function mediaOfType(type: unknown): MediaPart | undefined {
  const kind = kindOfType(type);
  return kind && { kind };
}

function kindOfType(type: unknown): MediaKind | undefined {
  if (typeof type !== 'string') return undefined;
  const [first = ''] = type.toLowerCase().split('/');
  if (first === 'image' || first === 'audio' || first === 'video') return first;
  return first === 'text' || type.toLowerCase() === 'application/pdf' ? 'document' : undefined;
}
