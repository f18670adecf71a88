import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepStatements } from './statement-cache';

/** What the adapter does with a connection: `bind`, then one of these. */
interface Bound {
  readonly reader: boolean;
  run(): { changes: number };
  columns(): { name: string }[];
  raw(): { all(): unknown[][] };
}

let database: Sqlite.Database;
let compiled: string[];

function bound(sql: string, ...values: unknown[]): Bound {
  return (database.prepare(sql) as unknown as { bind(values: unknown[]): Bound }).bind(values);
}
const write = (sql: string, ...values: unknown[]) => bound(sql, ...values).run().changes;
function read(sql: string, ...values: unknown[]) {
  const statement = bound(sql, ...values);
  return { names: statement.columns().map(({ name }) => name), rows: statement.raw().all() };
}

beforeEach(() => {
  database = new Sqlite(':memory:');
  compiled = [];
  const prepare = database.prepare.bind(database);
  database.prepare = ((sql: string) => {
    compiled.push(sql);
    return prepare(sql);
  }) as typeof database.prepare;
  keepStatements(database);
  database.exec('CREATE TABLE answer (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
});
afterEach(() => {
  database.close();
});

it('compiles a statement once and runs it with the values of each call', () => {
  for (const text of ['a', 'b', 'c']) expect(write('INSERT INTO answer (text) VALUES (?)', text)).toBe(1);
  expect(read('SELECT text FROM answer WHERE id > ?', 1).rows).toEqual([['b'], ['c']]);
  expect(read('SELECT text FROM answer WHERE id > ?', 2).rows).toEqual([['c']]);
  expect(compiled).toHaveLength(2);
});

it('keeps the values of two calls of one statement apart', () => {
  write('INSERT INTO answer (text) VALUES (?)', 'a');
  const [one, two] = [bound('SELECT ? FROM answer', 1), bound('SELECT ? FROM answer', 2)];
  expect([two.raw().all(), one.raw().all()]).toEqual([[[2]], [[1]]]);
});

it('can use a statement again that was refused', () => {
  const insert = 'INSERT INTO answer (id, text) VALUES (?, ?)';
  write(insert, 1, 'a');
  expect(() => write(insert, 1, 'b')).toThrow(/UNIQUE/);
  expect(write(insert, 2, 'b')).toBe(1);
});

it('reads what a table has become', () => {
  const all = 'SELECT * FROM answer';
  write('INSERT INTO answer (text) VALUES (?)', 'a');
  expect(read(all).names).toEqual(['id', 'text']);
  database.exec(`ALTER TABLE answer ADD COLUMN slot TEXT DEFAULT 'data'`);
  expect(read(all)).toEqual({ names: ['id', 'text', 'slot'], rows: [[1, 'a', 'data']] });
});

it('lets go of what was used longest ago', () => {
  for (let at = 0; at <= 200; at += 1) {
    read(`SELECT ${at}`);
    read('SELECT -1');
  }
  compiled.length = 0;
  expect([read('SELECT -1').rows, read('SELECT 200').rows, read('SELECT 0').rows]).toEqual([[[-1]], [[200]], [[0]]]);
  expect(compiled).toEqual(['SELECT 0']);
});
