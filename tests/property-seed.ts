import fc from 'fast-check';

/*
 * On a developer's machine properties try new cases each time, and find what nobody thought of. CI says whether a change is
 * sound, and must say the same of the same change twice: there the cases are always the same ones.
 */
if (process.env.CI) fc.configureGlobal({ seed: 20_261_120 });
