/** Headings that take the focus when what was under them is gone. */
export const ASSIGNMENTS_ID = 'assignments';
export const PEOPLE_ID = 'people';
