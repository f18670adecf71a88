/** The bundled worker, in the folder of a build, or in `.generated` for development and scripts. */
export const WORKER_FILE = 'matching-worker.mjs';
