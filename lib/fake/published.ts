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

export type Published = {
  basePath: string;
  paths: Record<string, Partial<Record<"get" | "post", PublishedOperation>>>;
  definitions: Record<string, PublishedSchema>;
};

/** The versions whose description we keep, by what they answer to `/version`. */
const FILES: Readonly<Record<string, string>> = {
  "1.22.6": "gitea-1.22.6",
  "1.25.5": "gitea-1.25.5",
  "1.27.0": "gitea-1.27.0",
  "16.0.1+gitea-1.22.0": "forgejo-16.0.1",
  // Of its line only the description of an earlier release was at hand.
  "11.0.3+gitea-1.22.0": "forgejo-11.0.1",
};

export const publishedVersions: readonly string[] = Object.keys(FILES);

type Loaded = Published & { byFixedWords: readonly Template[] };
type Template = {
  template: string;
  pattern: RegExp;
  operations: Published["paths"][string];
};

const loaded = new Map<string, Loaded>();

/** What a version says of itself, reduced to facts by `scripts/reduce-swagger.ts`; throws where we have it not. */
export function publishedOf(version: string): Loaded {
  const known = loaded.get(version) ?? load(version);
  loaded.set(version, known);
  return known;
}

function load(version: string): Loaded {
  const file = FILES[version];
  if (file === undefined) {
    const known = publishedVersions.join(", ");
    throw new Error(`There is no published description of ${version} here; there are ${known}.`);
  }
  const text = readFileSync(new URL(`./published/${file}.json`, import.meta.url), "utf8");
  const published = JSON.parse(text) as Published;
  // A fixed word wins over a parameter: `issues/comments` is not an issue's index.
  const byFixedWords = Object.entries(published.paths)
    .toSorted(([a], [b]) => a.split("{").length - b.split("{").length)
    .map(([template, operations]) => ({ template, pattern: patternOf(template), operations }));
  return { ...published, byFixedWords };
}

/** The published operation that a path belongs to, or null. */
export function findOperation(
  version: string,
  method: string,
  path: string,
): { template: string; operation: PublishedOperation } | null {
  const { basePath, byFixedWords } = publishedOf(version);
  const verb = method === "GET" ? "get" : method === "POST" ? "post" : null;
  const inside = path.startsWith(basePath) ? path.slice(basePath.length) : path;
  if (!verb) return null;
  for (const { template, pattern, operations } of byFixedWords) {
    const operation = operations[verb];
    if (operation && pattern.test(inside)) return { template, operation };
  }
  return null;
}

/**
 * Says what is wrong with a request according to the description that a version published: an unknown
 * path, an unknown query parameter, a value outside its type or enumeration. Null if nothing is.
 */
export function checkRequest(
  ...asked:
    | [version: string, method: string, pathWithQuery: string]
    | [method: string, pathWithQuery: string]
): string | null {
  const [version, method, pathWithQuery] = asked.length === 3 ? asked : ["1.27.0", ...asked];
  const url = new URL(pathWithQuery, "http://fake.invalid");
  const found = findOperation(version, method, url.pathname);
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
  if (schema.type === "array" && schema.items) return valueProblem(schema.items, value);
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
    if (/^(index|id|run|run_id)$/.test(name)) return "\\d+";
    if (name === "diffType") return "(diff|patch)";
    return ["filepath", "branch", "ref"].includes(name) ? ".+" : "[^/]+";
  });
  return new RegExp(`^${source}$`);
}
