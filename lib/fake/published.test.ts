import { Ajv, type ValidateFunction } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkRequest, findOperation, type PublishedSchema, published } from "./published.ts";
import { sample2615 } from "./sample-2615/sample-2615.ts";
import { type FakeServer, serveFake } from "./serve.ts";

type Json = Record<string, unknown>;

const core = "/repos/molecule-ai/molecule-core";
const twoFiles = JSON.stringify({ files: [".gitea/workflows/ci.yml", "none.yml"] });
const requests: readonly (readonly [method: string, path: string])[] = [
  ["GET", "/version"],
  ["GET", "/settings/api"],
  ["GET", "/user"],
  ["GET", "/repositories/11"],
  ["GET", "/repos/search?limit=1"],
  ["GET", "/repos/issues/search?limit=1&state=all"],
  ["GET", core],
  ["GET", "/repos/molecule-ai/landingpage"],
  ["GET", `${core}/issues?state=all&type=issues&limit=50`],
  ["GET", `${core}/issues?state=all&type=pulls&since=2026-06-01T00:00:00Z&page=1&limit=50`],
  ["GET", `${core}/issues/2615`],
  ["GET", `${core}/issues/2605`],
  ["GET", `${core}/issues/comments?since=2026-06-01T00:00:00Z&page=1&limit=50`],
  ["GET", `${core}/issues/2615/comments`],
  ["GET", `${core}/pulls?state=all&sort=recentupdate&limit=50`],
  ["GET", `${core}/pulls?state=all&sort=oldest&page=2&limit=50`],
  ["GET", "/repos/molecule-ai/molecule-controlplane/pulls?state=all&limit=50"],
  ["GET", `${core}/pulls/2568`],
  ["GET", `${core}/pulls/2608`],
  ["GET", `${core}/pulls/2568/files?limit=50`],
  ["GET", `${core}/pulls/2568.diff`],
  ["GET", `${core}/labels`],
  ["GET", `${core}/branches/main`],
  ["GET", `${core}/branch_protections`],
  ["GET", `${core}/commits/main/status?page=1&limit=50`],
  ["GET", `${core}/commits/main/statuses?sort=oldest&state=success`],
  ["GET", `${core}/statuses/${"0".repeat(40)}?page=1&limit=50`],
  ["GET", `${core}/git/trees/main?recursive=true&page=1&per_page=1000`],
  ["GET", `${core}/contents?ref=main`],
  ["GET", `${core}/contents/.gitea/workflows?ref=main`],
  ["GET", `${core}/contents/.gitea/workflows/ci.yml`],
  ["GET", `${core}/raw/.gitea/workflows/ci.yml?ref=main`],
  ["GET", `${core}/file-contents?ref=main&body=${encodeURIComponent(twoFiles)}`],
  ["POST", `${core}/file-contents?ref=main`],
  ["GET", `${core}/commits?sha=main&stat=false&verification=false&files=true&limit=50`],
  ["GET", `${core}/commits?sha=main&limit=50&page=2`],
  ["GET", "/repos/molecule-ai/molecule-controlplane/commits?sha=main&limit=50"],
];

let forge: FakeServer;
beforeAll(async () => {
  forge = await serveFake({ store: sample2615() });
});
afterAll(() => forge.close());

// The description marks nothing as nullable, while real answers are full of nulls.
function nullable(schema: PublishedSchema): Json {
  if (schema.$ref) return { anyOf: [{ $ref: schema.$ref }, { type: "null" }] };
  if (schema.type === "array") {
    return { type: ["array", "null"], items: nullable(schema.items ?? {}) };
  }
  if (schema.type === "string") {
    const { format } = schema;
    const limits = {
      ...(schema.enum && { enum: [...schema.enum, null] }),
      ...(format && { format }),
    };
    return { type: ["string", "null"], ...limits };
  }
  return schema.properties ? closed(schema) : { type: schema.type ?? "object" };
}

function closed(schema: PublishedSchema): Json {
  const properties = Object.entries(schema.properties ?? {});
  return {
    type: "object",
    properties: Object.fromEntries(properties.map(([name, value]) => [name, nullable(value)])),
    additionalProperties: false,
  };
}

function validatorOf(answer: PublishedSchema): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  ajv.addFormat("email", /^\S+@\S+$/);
  const definitions = Object.entries(published.definitions);
  return ajv.compile({
    ...(answer.$ref ? { $ref: answer.$ref } : nullable(answer)),
    definitions: Object.fromEntries(definitions.map(([name, each]) => [name, closed(each)])),
  });
}

/** Null if the body is what the description says, else what is wrong with it. */
function problemOf(method: string, path: string, body: unknown): string | null {
  const found = findOperation(method, new URL(path, "http://fake.invalid").pathname);
  if (!found) return `${path}: no published answer`;
  if (!found.operation.answer) return typeof body === "string" ? null : `${path}: not a file`;
  // A folder is answered as a list, which the description of this one path leaves out.
  const isFolder = found.template.endsWith("/contents/{filepath}") && Array.isArray(body);
  const answer = found.operation.answer;
  const validate = validatorOf(isFolder ? { type: "array", items: answer } : answer);
  return validate(body) ? null : JSON.stringify(validate.errors?.slice(0, 3));
}

async function ask(method: string, path: string): Promise<unknown> {
  const body = method === "POST" ? { body: twoFiles } : {};
  const response = await fetch(`${forge.url}/api/v1${path}`, { method, ...body });
  expect(response.status).toBe(200);
  return /\/raw\/|\.diff$/.test(path) ? response.text() : response.json();
}

describe("the fake answers as the published description says", () => {
  test.each(requests)("%s %s", async (method, path) => {
    expect(checkRequest(method, `/api/v1${path}`)).toBeNull();
    const answer = await ask(method, path);
    expect(problemOf(method, path, answer)).toBeNull();
  });

  test("every published operation that we keep was asked", () => {
    const templates = requests.map(
      ([method, path]) =>
        `${method} ${findOperation(method, path.replace(/\?.*/, ""))?.template ?? path}`,
    );
    const all = Object.entries(published.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...new Set(templates)].toSorted()).toEqual(all.toSorted());
  });

  test.each([
    ["Issue", `${core}/issues/2615`, ["projects"]],
    ["Comment", `${core}/issues/2615/comments`, []],
    ["PullRequest", `${core}/pulls/2568`, []],
    ["PullRequest", `${core}/pulls?state=all`, ["additions", "changed_files", "deletions"]],
    ["ChangedFile", `${core}/pulls/2104/files`, ["previous_filename"]],
    ["Repository", core, ["external_tracker", "external_wiki", "mirror_last_sync_at", "parent"]],
    ["Commit", `${core}/commits`, []],
    ["Branch", `${core}/branches/main`, []],
    ["BranchProtection", `${core}/branch_protections`, []],
    ["CombinedStatus", `${core}/commits/main/status`, []],
    ["CommitStatus", `${core}/commits/main/statuses`, []],
    ["GitTreeResponse", `${core}/git/trees/main`, []],
  ])("%s of %s leaves out %j and nothing else", async (name, path, left) => {
    const answer = await ask("GET", path);
    const first: unknown = Array.isArray(answer) ? answer[0] : answer;
    const properties = Object.keys(published.definitions[name]?.properties ?? {});
    const missing = properties.filter((property) => !(property in Object(first)));
    expect(missing.toSorted()).toEqual(left);
  });
});

describe("the check catches", () => {
  test("a wrong field, a wrong type, a wrong state and a fraction of a second", async () => {
    const path = `${core}/issues/2615`;
    const issue = Object(await ask("GET", path));
    expect(problemOf("GET", path, issue)).toBeNull();
    expect(problemOf("GET", path, { ...issue, createdAt: "" })).toContain("additional properties");
    expect(problemOf("GET", path, { ...issue, number: "2615" })).toContain("must be integer");
    expect(problemOf("GET", path, { ...issue, state: "merged" })).toContain("allowed values");
    const fraction = { ...issue, created_at: "2026-06-12T00:29:32.000Z" };
    expect(problemOf("GET", path, fraction)).toContain("date-time");
    const nested = { ...issue, user: { ...issue.user, name: "x" } };
    expect(problemOf("GET", path, nested)).toContain("additional properties");
  });

  test.each([
    ["GET", `/api/v1${core}/issues?sort=updated`, "no query parameter sort"],
    ["GET", `/api/v1${core}/pulls?per_page=50`, "no query parameter per_page"],
    ["GET", `/api/v1${core}/pulls?sort=newest`, "is none of"],
    ["GET", `/api/v1${core}/pulls?limit=all`, "is not an integer"],
    ["GET", `/api/v1${core}/issues?since=2026-06-12T00:00:00.000Z`, "is not an RFC 3339 time"],
    ["GET", `/api/v1${core}/git/trees/main?recursive=yes`, "is not a boolean"],
    ["GET", `/api/v1${core}/pulls/2104/reviewers`, "no such operation"],
    ["DELETE", `/api/v1${core}/issues/2615`, "no such operation"],
  ])("%s %s: %s", (method, path, problem) => {
    expect(checkRequest(method, path)).toContain(problem);
  });

  test("and the kept description has no prose", () => {
    const texts = JSON.stringify(published).match(/"[^"]* [^"]*"/g) ?? [];
    expect(texts).toEqual([]);
  });
});
