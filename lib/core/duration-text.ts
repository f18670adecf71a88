const MS_PER_MINUTE = 60_000;

/** A time as a clock shows it, minutes and seconds: `7:05`, `61:30`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A time worked against what was meant for it: `31 of 45 min`. */
export function shareText(milliseconds: number, budgetMinutes: number): string {
  const minutes = Math.round(milliseconds / MS_PER_MINUTE);
  return `${milliseconds > 0 && minutes === 0 ? 'under 1' : minutes} of ${budgetMinutes} min`;
}
