import { config } from 'zod/v4/core';

// Next runs this before any other code of a page. Zod tries at its first schema whether it may compile checks with
// `new Function`; our policy forbids that, and the attempt alone counts as a violation. The server keeps the faster checks.
config({ jitless: true });
