import { readFileSync } from "node:fs";

export type PublishedSchema = {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  items?: PublishedSchema;
  properties?: Record<string, PublishedSchema>;
  additionalProperties?: PublishedSchema;
};

type PublishedOperation = {
  query: Record<string, PublishedSchema>;
  /** Null where the answer is a file. */
  answer: PublishedSchema | null;
};

type Published = {
  basePath: string;
  paths: Record<string, Partial<Record<"get" | "post", PublishedOperation>>>;
  definitions: Record<string, PublishedSchema>;
};

/** What Gitea 1.27.0 says of itself, reduced to facts by `scripts/reduce-swagger.ts`. */
export const published = JSON.parse(
  readFileSync(new URL("./published/gitea-1.27.0.json", import.meta.url), "utf8"),
) as Published;

/** The published operation that a path belongs to, or null. */
export function findOperation(
  method: string,
  path: string,
): { template: string; operation: PublishedOperation } | null {
  const verb = method === "GET" ? "get" : method === "POST" ? "post" : null;
  const inside = path.startsWith(published.basePath) ? path.slice(published.basePath.length) : path;
  if (!verb) return null;
  // A fixed word wins over a parameter: `issues/comments` is not an issue's index.
  const byFixedWords = Object.entries(published.paths).toSorted(
    ([a], [b]) => a.split("{").length - b.split("{").length,
  );
  for (const [template, operations] of byFixedWords) {
    const operation = operations[verb];
    if (operation && patternOf(template).test(inside)) return { template, operation };
  }
  return null;
}

/**
 * Says what is wrong with a request according to the published description: an unknown path, an
 * unknown query parameter, a value outside its type or enumeration. Null if nothing is.
 */
export function checkRequest(method: string, pathWithQuery: string): string | null {
  const url = new URL(pathWithQuery, "http://fake.invalid");
  const found = findOperation(method, url.pathname);
  if (!found) return `${method} ${url.pathname}: no such operation`;
  for (const [name, value] of url.searchParams) {
    const schema = found.operation.query[name];
    if (!schema) return `${method} ${found.template}: no query parameter ${name}`;
    const problem = valueProblem(schema, value);
    if (problem) return `${method} ${found.template}: ${name}=${value} ${problem}`;
  }
  return null;
}

function valueProblem(schema: PublishedSchema, value: string): string | null {
  if (schema.enum && !schema.enum.includes(value)) return `is none of ${schema.enum.join(", ")}`;
  if (schema.type === "integer" && !/^-?\d+$/.test(value)) return "is not an integer";
  if (schema.type === "boolean" && !/^(true|false)$/.test(value)) return "is not a boolean";
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value);
  if (schema.format === "date-time" && !isMoment) return "is not an RFC 3339 time";
  return null;
}

function patternOf(template: string): RegExp {
  const plain = template.replaceAll(".", "\\.");
  const source = plain.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === "index" || name === "id") return "\\d+";
    if (name === "diffType") return "(diff|patch)";
    return ["filepath", "branch", "ref"].includes(name) ? ".+" : "[^/]+";
  });
  return new RegExp(`^${source}$`);
}
