/** The id that stands in a stored picture wherever an id is needed; the reader puts a prefix of the page in its place. */
export const STORED_ID = 'dg';
