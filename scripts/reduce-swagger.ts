// Reduces a forge's published Swagger file to the facts that our checks need, without its prose.
// node scripts/reduce-swagger.ts gitea-1.27.0.swagger.json.gz > lib/fake/published/gitea-1.27.0.json
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

type Json = { [key: string]: unknown };

const inRepository = "/repos/{owner}/{repo}";

const reads: readonly string[] = [
  "/version",
  "/settings/api",
  "/user",
  "/repositories/{id}",
  "/repos/search",
  "/repos/issues/search",
  "/orgs/{org}/labels",
  inRepository,
  ...[
    "/issues",
    "/issues/{index}",
    "/issues/comments",
    "/issues/comments/{id}",
    "/issues/{index}/comments",
    "/pulls",
    "/pulls/{index}",
    "/pulls/{index}/files",
    "/pulls/{index}/commits",
    "/pulls/{index}/reviews",
    "/pulls/{index}.{diffType}",
    "/labels",
    "/branches",
    "/branches/{branch}",
    "/branch_protections",
    "/git/trees/{sha}",
    "/contents",
    "/contents/{filepath}",
    "/raw/{filepath}",
    "/file-contents",
    "/commits",
    "/commits/{ref}/status",
    "/commits/{ref}/statuses",
    "/statuses/{sha}",
    "/actions/runs",
    "/actions/runs/{run}",
    "/actions/runs/{run}/jobs",
    "/actions/runs/{run_id}",
    "/actions/runs/{run_id}/jobs",
    "/actions/jobs",
    "/actions/tasks",
  ].map((rest) => `${inRepository}${rest}`),
];

const endpoints: readonly (readonly ["get" | "post", string])[] = [
  ...reads.map((path) => ["get", path] as const),
  ["post", `${inRepository}/file-contents`],
];

const schemaKeys = [
  "$ref",
  "type",
  "format",
  "enum",
  "items",
  "properties",
  "additionalProperties",
];

/** The reduced document: paths with query parameters and answer schema, and the definitions used. */
export function reduceSwagger(swagger: Json): Json {
  const allDefinitions = asObject(swagger.definitions);
  const definitions: Json = {};
  const keep = (schema: Json): Json => {
    for (const name of refsOf(schema)) {
      if (name in definitions) continue;
      definitions[name] = null;
      definitions[name] = keep(reduceSchema(asObject(allDefinitions[name])));
    }
    return schema;
  };
  const paths: Json = {};
  for (const [method, path] of endpoints) {
    // No version has all of them.
    const published = asObject(swagger.paths)[path];
    if (!isObject(published) || !isObject(published[method])) continue;
    const operation = published[method];
    const schema = answerSchema(swagger, operation);
    const reduced = { query: queryOf(operation), answer: schema && keep(reduceSchema(schema)) };
    paths[path] = { ...asObject(paths[path] ?? {}), [method]: reduced };
  }
  return { basePath: swagger.basePath, paths, definitions };
}

function answerSchema(swagger: Json, operation: Json): Json | null {
  const answer = asObject(asObject(operation.responses)["200"]);
  const name = typeof answer.$ref === "string" ? answer.$ref.split("/").at(-1) : undefined;
  const resolved = name === undefined ? answer : asObject(asObject(swagger.responses)[name]);
  // Older descriptions say nothing of what a file's own text looks like.
  const schema = isObject(resolved.schema) ? resolved.schema : null;
  return schema?.type === "file" ? null : schema;
}

function queryOf(operation: Json): Json {
  const query: Json = {};
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
  for (const parameter of parameters.map(asObject)) {
    if (parameter.in !== "query" || typeof parameter.name !== "string") continue;
    query[parameter.name] = reduceSchema(parameter);
  }
  return query;
}

function reduceSchema(schema: Json): Json {
  const reduced: Json = {};
  for (const key of schemaKeys) {
    const value = schema[key];
    if (value === undefined) continue;
    if (key === "properties") {
      const entries = Object.entries(asObject(value));
      reduced[key] = Object.fromEntries(
        entries.map(([name, property]) => [name, reduceSchema(asObject(property))]),
      );
    } else {
      reduced[key] = isObject(value) ? reduceSchema(value) : value;
    }
  }
  return reduced;
}

function refsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsOf);
  if (!isObject(value)) return [];
  const own = typeof value.$ref === "string" ? [value.$ref.split("/").at(-1) ?? ""] : [];
  return [...own, ...Object.values(value).flatMap(refsOf)];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asObject(value: unknown): Json {
  if (!isObject(value)) throw new Error("The Swagger file has no object where one is expected.");
  return value;
}

if (import.meta.main) {
  const file = process.argv[2];
  if (!file) {
    console.error("Usage: node scripts/reduce-swagger.ts SWAGGER.json.gz > REDUCED.json");
    process.exit(2);
  }
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  console.log(JSON.stringify(reduceSwagger(asObject(JSON.parse(text)))));
}
