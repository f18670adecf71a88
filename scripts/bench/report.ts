import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/** A number that the product is held to. */
export interface Bar {
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  readonly met: boolean;
}

export interface Table {
  readonly caption: string;
  /** The first column is text, the others are numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What one part of the bench found out. */
export interface Findings {
  readonly tables: readonly Table[];
  readonly bars: readonly Bar[];
  /** Every single value, for whoever wants to look closer. */
  readonly raw: unknown;
}

/** Load averages of the last minute: above 2.5 on two cores, somebody else was working and the numbers say little. */
export interface Load {
  readonly before: number;
  readonly after: number;
}

export const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

export function printFindings(name: string, { tables, bars }: Findings, load: Load): void {
  for (const table of tables) console.log(`\n${table.caption}\n\n${formatTable(table)}`);
  const rows = bars.map(({ what, measured, bar, met }) => [what, measured, bar, met ? 'met' : 'MISSED']);
  if (rows.length > 0)
    console.log(`\n${formatTable({ caption: '', columns: ['held to', 'measured', 'bar', ''], rows })}`);
  console.log(`\n${name}: load average ${load.before} before, ${load.after} after`);
}

/** A table in Markdown, its columns aligned. */
export function formatTable({ columns, rows }: Table): string {
  const widths = columns.map((column, at) => Math.max(3, column.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (at === 0 ? (cells[at] ?? '').padEnd(width) : (cells[at] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(columns), rule, ...rows.map(line)].join('\n');
}

/** Writes everything about one part to `.tmp/bench/<name>.json`, and gives the file's path. */
export function writeFindings(folder: string, name: string, findings: Findings, load: Load): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  const machine = {
    date: new Date().toISOString(),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model,
    cores: cpus().length,
    memoryBytes: totalmem(),
    loadAverage: load,
  };
  writeFileSync(file, `${JSON.stringify({ machine, ...findings }, null, 2)}\n`);
  return file;
}
