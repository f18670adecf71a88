import { once } from 'node:events';

/**
 * Plain JavaScript: to read TypeScript, Next would load its compiler into the process that serves and keep it there (30 MB).
 *
 * @type {import('next').NextConfig}
 */
const config = {
  // `npm start` builds every state of the sources into a folder of its own, so a running server keeps the files it needs.
  distDir: process.env.WARMSTART_BUILD_FOLDER ?? '.next',
  // Next would look for it, and complain about lock files in the folders above.
  turbopack: { root: process.cwd() },
  // The pages that everybody reads are compressed once, by our server. What is left for Next is made per request.
  compress: true,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  compiler: { runAfterProductionCompile: waitForSmallChunks },
  experimental: {
    // The folder is new for each build: a cache in it would be written (80 MB) and never read. And nothing reads the maps
    // (37 MB). Together they were a quarter of the build.
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: process.env.WARMSTART_BUILD_FOLDER === undefined,
    // It would make each of the server's many equal chunks small; the build does that once for each (docs/decisions/0072).
    turbopackMinify: { client: true, server: process.env.WARMSTART_BUILD_FOLDER === undefined },
    // PostCSS in threads of the build, and not in two processes of 80 MB each that stay until its end.
    turbopackPluginRuntimeStrategy:
      process.env.WARMSTART_BUILD_FOLDER === undefined ? 'childProcesses' : 'workerThreads',
  },
  // `npm test` checks the types; whoever starts the app should not wait for that again.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.build.json' },
};

/** Bundles are written and no page is made yet: `scripts/build/build-app.ts`, if it runs this build, has something to do. */
async function waitForSmallChunks() {
  if (!process.send) return;
  const done = once(process, 'message');
  process.send('bundles are written');
  await done;
  process.disconnect();
}

export default config;
