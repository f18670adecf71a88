/** For `vi.waitFor`: on a machine with other work a second may pass before something that was begun is done. */
export const PATIENT = { timeout: 60_000, interval: 20 } as const;
