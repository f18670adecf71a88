import { AppError } from '@/lib/core/app-error';

/** What became of something: `ok`, or the code of the refusal. Anything but a refusal is a failure of the test. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
}
