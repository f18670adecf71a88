import type { Finding, Place } from './finding';

/** A content file as text: UTF-8, without a byte order mark, lines ended by a bare newline. */
export interface SourceFile {
  /** From the root of the project; what findings print. */
  readonly path: string;
  readonly text: string;
}

/** Far more than any page of a case; a file beyond it is a mistake, and would only slow everything down. */
export const MAX_SOURCE_BYTES = 400_000;

export type Decoded =
  | { readonly file: SourceFile; readonly finding?: never }
  | { readonly file?: never; readonly finding: Finding };

/**
 * Turns the bytes of a file into text. A byte order mark and Windows line ends are tolerated; text that is not UTF-8 is
 * not guessed at, since a wrong guess prints garbage without a word.
 */
export function decodeSource(path: string, bytes: Uint8Array): Decoded {
  const refuse = (place: Place, message: string, fix: string): Decoded => ({
    finding: { file: path, ...place, message, fix },
  });
  const start = { line: 1, column: 1 };
  if (bytes.length > MAX_SOURCE_BYTES) {
    return refuse(
      start,
      `The file is ${Math.ceil(bytes.length / 1000)} kB long.`,
      `Keep a file below ${MAX_SOURCE_BYTES / 1000} kB.`,
    );
  }
  const saveAs = 'Save it as UTF-8 (in most editors: Save with encoding, UTF-8).';
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse(start, 'The file is saved as UTF-16.', saveAs);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(firstBadByte(bytes), 'The file is not UTF-8: a character here cannot be read.', saveAs);
  }
  const normalised = text.replace(/\r\n?/g, '\n');
  const control = normalised.search(CONTROL_CHARACTER);
  if (control !== -1) {
    return refuse(
      placeAt(normalised, control),
      'There is an invisible control character here.',
      'Delete it; it often comes in with text copied from another program.',
    );
  }
  return { file: { path, text: normalised } };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to look for.
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Line and column of an offset in normalised text. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

function firstBadByte(bytes: Uint8Array): Place {
  let line = 1;
  let start = 0;
  for (;;) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    const lineBytes = bytes.subarray(start, end);
    if (!isUtf8(lineBytes)) {
      // A decoder that may expect more bytes does not mind a cut character, so the first failure names the bad byte.
      let length = 1;
      while (length < lineBytes.length && isUtf8(lineBytes.subarray(0, length), true)) length += 1;
      const readable = new TextDecoder('utf-8').decode(lineBytes.subarray(0, length - 1), { stream: true });
      return { line, column: readable.length + 1 };
    }
    if (newline === -1) return { line: 1, column: 1 };
    start = newline + 1;
    line += 1;
  }
}

function isUtf8(bytes: Uint8Array, mayBeCut = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayBeCut });
    return true;
  } catch {
    return false;
  }
}
