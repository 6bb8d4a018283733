import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { migrationAdapter } from "./adapter.ts";

/** Runs `work` with Prisma's own schema engine as WebAssembly: no binary to download, the same `_prisma_migrations` table. */
export async function withEngine<Result>(
  url: string,
  work: (engine: engine.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(`schema engine: ${message}`);
      },
    },
  });
  await load();
  const opened: pg.Pool[] = [];
  const adapter = migrationAdapter(connectionOf(url), opened);
  const factory = bindMigrationAwareSqlAdapterFactory(adapter);
  const instance = await engine.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
  try {
    return await work(instance);
  } finally {
    instance.free();
    await Promise.all(opened.filter((pool) => !pool.ended).map((pool) => pool.end()));
  }
}

let loaded = false;
async function load(): Promise<void> {
  if (loaded) return;
  const home = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const code = readFileSync(join(home, "../schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, {
    "./schema_engine_bg.js": {
      ...engine,
      ...withoutWaiting(),
    } as unknown as WebAssembly.ModuleImports,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  loaded = true;
}

// The engine leaves the ten-second timer of its lock behind; it must not keep a finished command alive.
function withoutWaiting() {
  const names = Object.keys(engine).filter((name) => name.startsWith("__wbg_setTimeout"));
  const timer = (call: () => void, ms: number) => {
    const handle = setTimeout(call, ms);
    handle.unref();
    return handle;
  };
  return Object.fromEntries(names.map((name) => [name, timer]));
}

// As separate fields: given one string, the adapter takes the main database for the shadow database.
function connectionOf(url: string): pg.PoolConfig {
  const client = new pg.Client(url);
  return {
    host: client.host,
    port: client.port,
    ...(client.user === undefined ? {} : { user: client.user }),
    ...(client.database === undefined ? {} : { database: client.database }),
    ...(client.password ? { password: client.password } : {}),
    ...(new URL(url).searchParams.has("sslmode") ? { ssl: client.ssl } : {}),
  };
}
