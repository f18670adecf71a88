import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly residentBytes: number;
}

/** Resident memory of a process and of everything that it has started. What they share counts for each. */
export function treeBytes(root: number): number {
  const all = processes();
  const family = new Set([root]);
  // A child may be listed before its parent, so until nobody is added any more.
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.reduce((sum, { pid, residentBytes }) => (family.has(pid) ? sum + residentBytes : sum), 0);
}

/** Watches a process and everything that it starts; `stop` gives the most memory that they had at once. */
export function watchPeak(pid: number, sampleMs = 100): { stop: () => number } {
  let peakBytes = treeBytes(pid);
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, treeBytes(pid));
  }, sampleMs);
  return {
    stop() {
      clearInterval(timer);
      return peakBytes;
    },
  };
}

/** Every process of the machine. Linux tells it in files, which costs less than asking `ps` ten times a second. */
function processes(): ProcessEntry[] {
  return existsSync('/proc/self/status') ? fromFiles() : fromCommand();
}

function fromFiles(): ProcessEntry[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const status = readFileSync(`/proc/${name}/status`, 'latin1');
      const number = (field: string) => Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      return [{ pid: Number(name), parent: number('PPid'), residentBytes: number('VmRSS') * 1024 }];
    } catch {
      // It has ended since the folder was listed.
      return [];
    }
  });
}

function fromCommand(): ProcessEntry[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, parent, residentBytes: kilobytes * 1024 };
    });
}
