// Reduces a forge's published Swagger file to the facts that our checks need, without its prose.
// node scripts/reduce-swagger.ts gitea-1.27.0.swagger.json.gz > lib/fake/published/gitea-1.27.0.json
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

type Json = { [key: string]: unknown };

const inRepository = "/repos/{owner}/{repo}";

const endpoints: readonly (readonly ["get" | "post", string])[] = [
  ["get", "/version"],
  ["get", "/settings/api"],
  ["get", "/user"],
  ["get", "/repositories/{id}"],
  ["get", "/repos/search"],
  ["get", "/repos/issues/search"],
  ["get", inRepository],
  ["get", `${inRepository}/issues`],
  ["get", `${inRepository}/issues/{index}`],
  ["get", `${inRepository}/issues/comments`],
  ["get", `${inRepository}/issues/{index}/comments`],
  ["get", `${inRepository}/pulls`],
  ["get", `${inRepository}/pulls/{index}`],
  ["get", `${inRepository}/pulls/{index}/files`],
  ["get", `${inRepository}/pulls/{index}.{diffType}`],
  ["get", `${inRepository}/labels`],
  ["get", `${inRepository}/branches/{branch}`],
  ["get", `${inRepository}/branch_protections`],
  ["get", `${inRepository}/git/trees/{sha}`],
  ["get", `${inRepository}/contents`],
  ["get", `${inRepository}/contents/{filepath}`],
  ["get", `${inRepository}/raw/{filepath}`],
  ["get", `${inRepository}/file-contents`],
  ["post", `${inRepository}/file-contents`],
  ["get", `${inRepository}/commits`],
  ["get", `${inRepository}/commits/{ref}/status`],
  ["get", `${inRepository}/commits/{ref}/statuses`],
  ["get", `${inRepository}/statuses/{sha}`],
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
    const operation = asObject(asObject(asObject(swagger.paths)[path])[method]);
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
  const schema = asObject(resolved.schema);
  return schema.type === "file" ? null : schema;
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
