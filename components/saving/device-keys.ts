/** Where localStorage keeps what belongs to an attempt: deleting an attempt deletes these too. */
export const marksKey = (attemptId: string) => `warmstart:marks:${attemptId}`;
export const selfMarksKey = (attemptId: string) => `warmstart:self-marks:${attemptId}`;
export const numbersKey = (attemptId: string) => `warmstart:numbers:${attemptId}`;
export const timeKey = (attemptId: string) => `warmstart:time:${attemptId}`;

/** The same for what a coach notes about a learner: of each coach at this device by themselves. */
export const learnerNoteKey = (coachId: string, learnerId: string) => `warmstart:learner-note:${coachId}:${learnerId}`;

/** For one visit only: the attempt that was just submitted. */
export const submittedKey = 'warmstart:submitted';
