import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildSchema, type GraphQLSchema } from "graphql";

const PACKAGE = "@octokit/graphql-schema";

let built: GraphQLSchema | null = null;

/** The published schema; built once, because that takes a third of a second. */
export function publishedSchema(): GraphQLSchema {
  built ??= buildSchema(readFileSync(schemaFile(), "utf8"), { assumeValidSDL: true });
  return built;
}

// The package's own entry reads a second copy of the schema, five times as large.
function schemaFile(): string {
  const folders = createRequire(import.meta.url).resolve.paths(PACKAGE) ?? [];
  const files = folders.map((folder) => join(folder, PACKAGE, "schema.graphql"));
  const found = files.find((file) => existsSync(file));
  if (found === undefined) throw new Error(`Install ${PACKAGE} to serve GraphQL.`);
  return found;
}
