/** Where localStorage keeps what belongs to an attempt: deleting an attempt deletes these too. */
export const marksKey = (attemptId: string) => `warmstart:marks:${attemptId}`;
export const selfMarksKey = (attemptId: string) => `warmstart:self-marks:${attemptId}`;
export const timeKey = (attemptId: string) => `warmstart:time:${attemptId}`;
