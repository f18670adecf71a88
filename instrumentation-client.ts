/*
 * Next runs this before any other code of a page. Zod tries at its first schema whether it may compile checks with
 * `new Function`; our policy forbids that, and the attempt alone is a violation. This is what `z.config({ jitless: true })`
 * sets, said without loading zod on the many pages that need none of it. A browser test holds it.
 */
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };
