import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Engine } from '@/lib/settings';
import { SqliteAdapterFactory } from './sqlite-adapter';

/** Tables of the database that Prisma should pretend not to see: none. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

let loading: Promise<typeof SchemaEngine> | undefined;

/**
 * Prisma's schema engine as WebAssembly, in this process: no program to download. The package expects a bundler that
 * imports `.wasm`, so its two halves are tied together here.
 */
function loadEngine(): Promise<typeof SchemaEngine> {
  loading ??= (async () => {
    const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
    const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
    const module = await WebAssembly.compile(readFileSync(join(folder, 'schema_engine_bg.wasm')));
    const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports };
    const { exports } = await WebAssembly.instantiate(module, imports);
    bindings.__wbg_set_wasm(exports);
    (exports.__wbindgen_start as () => void)();
    return bindings.SchemaEngine;
  })();
  return loading;
}

/** Runs `work` with a schema engine connected to that database. */
export function withSchemaEngine<Result>(
  { engine, databaseUrl }: { engine: Engine; databaseUrl: string },
  work: (schemaEngine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const factory =
    engine === 'sqlite'
      ? new SqliteAdapterFactory(databaseUrl)
      : new PrismaPg({ connectionString: databaseUrl, max: 2, connectionTimeoutMillis: 10_000 });
  return run(factory, work);
}

/** Runs `work` with a schema engine that has no database: enough to compare two sets of models. */
export function withOfflineSchemaEngine<Result>(
  engine: Engine,
  work: (schemaEngine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  return run(new NoDatabase(engine), work);
}

async function run<Result>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (schemaEngine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const SchemaEngineClass = await loadEngine();
  const opened: SqlDriverAdapter[] = [];
  const schemaEngine = await SchemaEngineClass.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory({
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: async () => {
        const connection = await factory.connect();
        opened.push(connection);
        return connection;
      },
      connectToShadowDb: () => factory.connectToShadowDb(),
    }),
  );
  try {
    return await work(schemaEngine);
  } finally {
    schemaEngine.free();
    for (const connection of opened) await connection.dispose();
  }
}

/** Answers the one question that the engine asks a PostgreSQL before it compares: is there a schema, which version. */
class NoDatabase implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider: 'sqlite' | 'postgres';
  readonly adapterName = 'warmstart-offline';

  constructor(engine: Engine) {
    this.provider = engine === 'sqlite' ? 'sqlite' : 'postgres';
  }

  async connect(): Promise<SqlDriverAdapter> {
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      queryRaw: async () => ({
        columnNames: ['exists', 'version', 'numeric_version'],
        columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
        rows: [[true, 'PostgreSQL 15.0', 150_000]],
      }),
      executeRaw: async () => 0,
      executeScript: async () => {},
      startTransaction: () => Promise.reject(new Error('There is no database here.')),
      dispose: async () => {},
    };
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return this.connect();
  }
}
