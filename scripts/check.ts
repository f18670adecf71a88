/** `npm run check`: the fast part of `npm test`, for while you work. */
process.argv.push('--only', 'generate,format and lint,types,unit,content');
await import('./test');

export {};
