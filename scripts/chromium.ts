import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Arguments for every Chromium that a script starts: nothing phones home, and text is measured alike on every
 * machine (no hinting, no sub-pixel smoothing, one device pixel per CSS pixel).
 */
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  // Chromium refuses to start its sandbox as root, and most containers are root.
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-device-scale-factor=1',
];

/** Where the system's Chromium or Chrome is, or null. */
export function findSystemChromium(path = process.env.PATH ?? ''): string | null {
  const onPath = path.split(delimiter).flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...onPath, ...APPLICATIONS].find(isExecutable) ?? null;
}

/**
 * The path of a Chromium that can be started: the system's, else the one that Playwright has downloaded, else one that
 * is installed now (Debian's package as root, else Playwright's download).
 *
 * @throws Error that says what to install, when none of these worked.
 */
export function findChromium(say: (line: string) => void = console.log): string {
  const found = findSystemChromium() ?? playwrightChromium();
  if (found !== null) return found;

  if (process.getuid?.() === 0 && run('apt-get', ['--version'])) {
    say('No Chromium here. Installing Debian’s package (apt-get install chromium).');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const installed = findSystemChromium();
    if (installed !== null) return installed;
  }

  say('No Chromium here. Downloading Playwright’s (npx playwright install chromium).');
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const downloaded = playwrightChromium();
  if (downloaded !== null) return downloaded;

  throw new Error(
    'No Chromium was found and none could be installed. Install one with your package manager (Debian, Ubuntu: ' +
      '"apt-get install chromium"; macOS: "brew install --cask chromium"), or run "npx playwright install chromium".',
  );
}

function playwrightChromium(): string | null {
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : null;
}

function run(command: string, commandArguments: readonly string[]): boolean {
  const result = spawnSync(command, commandArguments, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
