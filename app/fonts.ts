import localFont from 'next/font/local';

/*
 * Made by `npm run fonts:subset`: western European letters and the weights that are used here. A reader whose text needs
 * more gets the system's font for those letters. Next wants every argument written out.
 */

export const reading = localFont({
  src: './fonts/newsreader.woff2',
  weight: '400 600',
  display: 'swap',
  variable: '--font-newsreader',
  fallback: ['Georgia', 'serif'],
  adjustFontFallback: 'Times New Roman',
});

export const readingItalic = localFont({
  src: './fonts/newsreader-italic.woff2',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--font-newsreader-italic',
  fallback: ['Georgia', 'serif'],
  adjustFontFallback: 'Times New Roman',
});

export const interfaceFont = localFont({
  src: './fonts/inter.woff2',
  weight: '400 600',
  display: 'swap',
  variable: '--font-inter',
  fallback: ['system-ui', 'sans-serif'],
  adjustFontFallback: 'Arial',
});

export const code = localFont({
  src: './fonts/jetbrains-mono.woff2',
  weight: '400',
  display: 'swap',
  preload: false,
  variable: '--font-jetbrains-mono',
  fallback: ['ui-monospace', 'monospace'],
  adjustFontFallback: false,
});

/* Fetched only by a page that has one of these letters. They stand before the others, whose last resort has them too. */

export const readingAccented = localFont({
  src: './fonts/newsreader-accented.woff2',
  weight: '400 600',
  display: 'swap',
  preload: false,
  variable: '--font-newsreader-accented',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+AA, U+BA, U+C0-D6, U+D8-F6, U+F8-FF, U+131, U+152-153' }],
});

export const readingItalicAccented = localFont({
  src: './fonts/newsreader-italic-accented.woff2',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--font-newsreader-italic-accented',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+AA, U+BA, U+C0-D6, U+D8-F6, U+F8-FF, U+131, U+152-153' }],
});

export const interfaceAccented = localFont({
  src: './fonts/inter-accented.woff2',
  weight: '400 600',
  display: 'swap',
  preload: false,
  variable: '--font-inter-accented',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+AA, U+BA, U+C0-D6, U+D8-F6, U+F8-FF, U+131, U+152-153' }],
});

export const codeAccented = localFont({
  src: './fonts/jetbrains-mono-accented.woff2',
  weight: '400',
  display: 'swap',
  preload: false,
  variable: '--font-jetbrains-mono-accented',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+AA, U+BA, U+C0-D6, U+D8-F6, U+F8-FF, U+131, U+152-153' }],
});

/** Class names that define the variables of all of them. */
export const fontVariables = [
  reading,
  readingItalic,
  interfaceFont,
  code,
  readingAccented,
  readingItalicAccented,
  interfaceAccented,
  codeAccented,
]
  .map(({ variable }) => variable)
  .join(' ');
