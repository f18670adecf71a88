const FORMATS = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  minute: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  second: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', second: '2-digit' },
  clock: { hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** How much of a moment is said. */
export type TimeFormat = keyof typeof FORMATS;

/** Of twelve hours none has a leading zero, of twenty-four every one that is short: 6:05 PM, 08:05. Some languages leave that open. */
function hourOf(language: string | undefined): 'numeric' | '2-digit' {
  return new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit';
}

/**
 * A moment in the words of a reader.
 *
 * @param reader their language and time zone; the browser's where they are left out.
 */
export function localTimeText(
  iso: string,
  show: TimeFormat,
  reader: { readonly language?: string; readonly timeZone?: string } = {},
): string {
  const { language, timeZone } = reader;
  const format: Intl.DateTimeFormatOptions = { ...FORMATS[show], ...(timeZone && { timeZone }) };
  if (format.hour) format.hour = hourOf(language);
  return new Intl.DateTimeFormat(language, format).format(new Date(iso));
}
