import type { Database, Statement } from 'better-sqlite3';

/** Prisma writes a few dozen statements again and again; what names a list of ids has a text for each length. */
const MAX_STATEMENTS = 200;
/** Scripts that change no table. */
const CHANGES_NO_TABLE = /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|PRAGMA)\b/;

type Prepare = Database['prepare'];

/**
 * Makes a connection keep its statements, the least used one going first. The stock adapter compiles the text anew for each
 * call, and each compiled statement lives until the next full garbage collection.
 *
 * What `prepare` returns can be used as the adapter does: `bind` once, then `run`, or `columns` and `raw().all()`, at once. Values are
 * handed over when it runs, because better-sqlite3 binds a statement only once in its life. A script may change tables, and a
 * statement would go on naming the columns it was compiled for: then all go.
 */
export function keepStatements(database: Database): void {
  const prepare = database.prepare.bind(database) as (source: string) => Statement<unknown[]>;
  const kept = new Map<string, Statement<unknown[]>>();
  const take = (source: string) => {
    const statement = kept.get(source) ?? prepare(source);
    kept.delete(source);
    kept.set(source, statement);
    if (kept.size > MAX_STATEMENTS) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
    return statement;
  };
  database.prepare = ((source: string) => {
    const statement = take(source);
    return { bind: (values: unknown[]) => new BoundStatement(statement, values) };
  }) as unknown as Prepare;
  const exec = database.exec.bind(database);
  database.exec = (source) => {
    if (!CHANGES_NO_TABLE.test(source)) kept.clear();
    return exec(source);
  };
}

/** A kept statement with the values of one call. */
class BoundStatement {
  readonly #statement: Statement<unknown[]>;
  readonly #values: unknown[];

  constructor(statement: Statement<unknown[]>, values: unknown[]) {
    this.#statement = statement;
    this.#values = values;
  }

  get reader(): boolean {
    return this.#statement.reader;
  }

  run() {
    return this.#statement.run(this.#values);
  }

  columns() {
    return this.#statement.columns();
  }

  raw() {
    this.#statement.raw();
    return { all: () => this.#statement.all(this.#values) };
  }
}
