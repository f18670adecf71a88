import { AppError } from '@/lib/core/app-error';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * Reads the body of a request as JSON, and stops reading when it is longer than allowed.
 *
 * @throws AppError `unsupported-type` (so that no form of another site can send it), `too-large`, or `malformed` when it is
 * not UTF-8 or not JSON.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  checkType(request);
  return parse(await readBytes(request, maxBytes));
}

/** The same of a request that may come without a body, whatever its headers say: undefined then. */
export async function readOptionalJson(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  if (bytes.byteLength === 0) return undefined;
  checkType(request);
  return parse(bytes);
}

function checkType(request: Request): void {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) throw new AppError('unsupported-type');
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('malformed', 'The body is not JSON in UTF-8.');
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read().catch(brokenOff)) ?? { done: true, value: undefined };
    if (done || value === undefined) return Buffer.concat(chunks);
    length += value.byteLength;
    // The header may be missing or wrong. The rest is left unread: cancelling it would cut the connection off before
    // the answer is out.
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(value);
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('too-large', `This is longer than the ${Math.floor(maxBytes / 1024)} kB that fit.`);
}

/** The sender went away: nothing of ours is wrong. */
function brokenOff(): never {
  throw new AppError('malformed', 'The request ended before its body did.');
}
