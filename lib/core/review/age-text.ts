const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How long something has waited, in the largest unit that says it: `under an hour`, `5 hours`, `3 days`. */
export function ageText(milliseconds: number): string {
  const count = (number: number, unit: string) => `${number} ${unit}${number === 1 ? '' : 's'}`;
  if (milliseconds < HOUR_MS) return 'under an hour';
  if (milliseconds < 2 * DAY_MS) return count(Math.floor(milliseconds / HOUR_MS), 'hour');
  return count(Math.floor(milliseconds / DAY_MS), 'day');
}
