import { ATTEMPT_ROWS } from './access/attempt-rows';
import { GROUP_ROWS } from './access/group-rows';
import { OWN_ROWS } from './access/own-rows';
import { REVIEW_ROWS } from './access/review-rows';
import type { Row } from './access/row';

/**
 * Every call of the API. A route or a method without a line here fails access-walk.test.ts: add one, and say what each
 * actor gets.
 */
export const ROWS: readonly Row[] = [...ATTEMPT_ROWS, ...GROUP_ROWS, ...REVIEW_ROWS, ...OWN_ROWS];
