import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Engine } from '@/lib/settings';

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

/** Runs `work` with a schema engine on that connection. */
export async function withSchemaEngine<Result>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (schemaEngine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const SchemaEngineClass = await loadEngine();
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  const schemaEngine = await SchemaEngineClass.new({ datamodels: undefined }, () => {}, bound);
  try {
    return await work(schemaEngine);
  } finally {
    schemaEngine.free();
  }
}

/**
 * The SQL that leads from one set of models to another, without a database. Empty when nothing has to change.
 *
 * @param from the text of the models, null for an empty database.
 */
export async function sqlBetween(engine: Engine, from: string | null, to: string): Promise<string> {
  const datasource = { path: 'schema.prisma', content: `datasource db {\n  provider = "${engine}"\n}\n` };
  const models = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [datasource, { path: 'models.prisma', content }],
  });
  const { stdout } = await withSchemaEngine(new NoDatabase(engine), (schemaEngine) =>
    schemaEngine.diff({
      from: from === null ? { tag: 'empty' } : models(from),
      to: models(to),
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  );
  const sql = (stdout ?? '')
    // The schema `public` is there, and a careful database owner has not let the app create another.
    .replace(/-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n/, '')
    .trim();
  return sql === '' || sql.startsWith('-- This is an empty migration') ? '' : `${sql}\n`;
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
