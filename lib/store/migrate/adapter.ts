import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
const CATALOG_CHAR = 18;
const TEXT = 25;

/**
 * The pg adapter made fit for migrations. As it comes, it cuts a file at every `;` (also inside a
 * function body) and runs the pieces apart; here a file is one query, so it applies whole or not at all.
 * Every pool it opens is added to `opened`, for the caller to end: an open one holds Prisma's lock.
 */
export function migrationAdapter(config: pg.PoolConfig, opened: pg.Pool[]): PrismaPg {
  const factory = new PrismaPg({ ...config, max: 1 });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const pool = adapter.underlyingDriver();
    opened.push(pool);
    adapter.executeScript = async (sql: string) => {
      try {
        await pool.query(sql);
      } catch (error) {
        (adapter as unknown as { onError(error: unknown): never }).onError(error);
      }
    };
    readCatalogChars(adapter, pool);
    return adapter;
  };
  factory.connectToShadowDb = () => shadow(config, opened);
  return factory;
}

// The adapter does not know the catalog's one-byte "char" type, which the engine reads as a character.
function readCatalogChars(adapter: Adapter, pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<pg.QueryResult>;
  const raw = adapter.queryRaw.bind(adapter);
  let chars: boolean[] = [];
  pool.query = (async (...input: unknown[]) => {
    const result = await query(...input);
    chars = (result.fields ?? []).map((field) => field.dataTypeID === CATALOG_CHAR);
    result.fields?.forEach((field, i) => {
      if (chars[i]) field.dataTypeID = TEXT;
    });
    return result;
  }) as never;
  adapter.queryRaw = async (input) => {
    const result = await raw(input);
    const columnTypes = result.columnTypes.map((type, i) =>
      chars[i] ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
}

async function shadow(config: pg.PoolConfig, opened: pg.Pool[]): Promise<Adapter> {
  const database = `gateline_shadow_${process.pid}_${Date.now()}`;
  const admin = new pg.Client(config);
  await admin.connect();
  await admin.query(`CREATE DATABASE "${database}"`);
  const adapter = await migrationAdapter({ ...config, database }, opened).connect();
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await admin.query(`DROP DATABASE "${database}" WITH (FORCE)`);
    await admin.end();
  };
  return adapter;
}
