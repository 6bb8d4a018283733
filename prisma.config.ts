import { defineConfig } from "prisma/config";

// `generate` needs no engine, yet the command would first try to download one: name a file that exists.
if (process.argv.includes("generate")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://gateline@localhost/gateline" },
});
