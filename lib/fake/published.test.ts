import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { asking, CORE as core, skinnedStore } from "./gitea/testing/skinned.ts";
import {
  checkRequest,
  findOperation,
  type Published,
  type PublishedSchema,
  publishedOf,
  publishedVersions,
} from "./published.ts";

type Json = Record<string, unknown>;

const NEWEST = "1.27.0";
const twoFiles = JSON.stringify({ files: [".gitea/workflows/ci.yml", "none.yml"] });
const requests: readonly (readonly [method: string, path: string])[] = [
  ["GET", "/version"],
  ["GET", "/settings/api"],
  ["GET", "/user"],
  ["GET", "/repositories/11"],
  ["GET", "/repos/search?limit=1"],
  ["GET", "/repos/issues/search?limit=5&state=all"],
  ["GET", "/orgs/molecule-ai/labels?limit=5"],
  ["GET", core],
  ["GET", "/repos/molecule-ai/landingpage"],
  ["GET", `${core}/issues?state=all&limit=50`],
  ["GET", `${core}/issues?state=all&type=issues&limit=50`],
  ["GET", `${core}/issues?state=all&type=pulls&since=2026-06-01T00:00:00Z&page=1&limit=50`],
  ["GET", `${core}/issues/2615`],
  ["GET", `${core}/issues/2605`],
  ["GET", `${core}/issues/comments?since=2026-06-01T00:00:00Z&page=1&limit=50`],
  ["GET", `${core}/issues/comments/25000`],
  ["GET", `${core}/issues/2615/comments`],
  ["GET", `${core}/pulls?state=all&sort=recentupdate&limit=50`],
  ["GET", `${core}/pulls?state=all&sort=oldest&page=2&limit=50`],
  ["GET", "/repos/molecule-ai/molecule-controlplane/pulls?state=all&limit=50"],
  ["GET", `${core}/pulls/2568`],
  ["GET", `${core}/pulls/2613`],
  ["GET", `${core}/pulls/2568/files?limit=50`],
  ["GET", `${core}/pulls/2568/commits?limit=50`],
  ["GET", `${core}/pulls/2613/reviews?limit=50`],
  ["GET", `${core}/pulls/2568.diff`],
  ["GET", `${core}/labels`],
  ["GET", `${core}/branches?limit=5`],
  ["GET", `${core}/branches/main`],
  ["GET", `${core}/branch_protections`],
  ["GET", `${core}/commits/main/status?page=1&limit=50`],
  ["GET", `${core}/commits/${"c".repeat(40)}/status`],
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
  ["GET", `${core}/actions/runs?limit=50&head_sha=${"b".repeat(40)}`],
  ["GET", `${core}/actions/runs?page=1&limit=2`],
  ["GET", `${core}/actions/runs/103`],
  ["GET", `${core}/actions/runs/103/jobs`],
  ["GET", `${core}/actions/jobs?limit=50`],
  ["GET", `${core}/actions/tasks?limit=50`],
];

const forges = new Map(publishedVersions.map((version) => [version, serve(version)]));

function serve(version: string) {
  const forge = asking(skinnedStore(version));
  const [pull] = forge.core.pulls;
  // One commit on which nobody has posted.
  if (pull) pull.headSha = "c".repeat(40);
  return forge;
}

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
  // One that is only a number or a word has no fields.
  if (!schema.properties && schema.type !== "object") return nullable(schema);
  const properties = Object.entries(schema.properties ?? {});
  return {
    type: "object",
    properties: Object.fromEntries(properties.map(([name, value]) => [name, nullable(value)])),
    additionalProperties: false,
  };
}

const validators = new Map<string, ValidateFunction>();

function validatorOf({ definitions }: Published, answer: PublishedSchema): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
  ajv.addFormat("email", /^\S+@\S+$/);
  const all = Object.entries(definitions).map(([name, each]) => [name, closed(each)]);
  return ajv.compile({
    ...(answer.$ref ? { $ref: answer.$ref } : nullable(answer)),
    definitions: Object.fromEntries(all),
  });
}

/** Null if the body is what the description says, else what is wrong with it. */
function problemOf(version: string, [method, path]: readonly [string, string], body: unknown) {
  const found = findOperation(version, method, new URL(path, "http://fake.invalid").pathname);
  if (!found) return `${path}: no published answer`;
  const { answer } = found.operation;
  if (!answer) return typeof body === "string" ? null : `${path}: not a file`;
  // A folder is answered as a list, which the description of this one path leaves out.
  const isFolder = found.template.endsWith("/contents/{filepath}") && Array.isArray(body);
  const key = `${version} ${method} ${found.template} ${isFolder}`;
  const asked: PublishedSchema = isFolder ? { type: "array", items: answer } : answer;
  const validate = validators.get(key) ?? validatorOf(publishedOf(version), asked);
  validators.set(key, validate);
  // Where there is no status an older server says an empty word.
  const told = Object(body).state === "" ? { ...Object(body), state: null } : body;
  return validate(told) ? null : JSON.stringify(validate.errors?.slice(0, 3));
}

function ask(version: string, method: string, path: string): Response {
  const body = method === "POST" ? twoFiles : "";
  const response = forges.get(version)?.ask(path, { method, body });
  if (!response) throw new Error(`Nobody serves ${version}.`);
  return response;
}

async function read(version: string, method: string, path: string): Promise<unknown> {
  const response = ask(version, method, path);
  expect(response.status).toBe(200);
  return /\/raw\/|\.diff$/.test(path) ? response.text() : response.json();
}

describe.each(publishedVersions)("%s", (version) => {
  const isPublished = ([method, path]: readonly [string, string]): boolean =>
    findOperation(version, method, path.replace(/\?.*/, "")) !== null;

  test.each(requests.filter(isPublished))("answers %s %s as it published", async (method, path) => {
    expect(checkRequest(version, method, `/api/v1${path}`)).toBeNull();
    expect(problemOf(version, [method, path], await read(version, method, path))).toBeNull();
  });

  test("does not know what it did not publish", () => {
    for (const [method, path] of requests.filter((each) => !isPublished(each))) {
      expect([path, ask(version, method, path).status]).toEqual([path, 404]);
    }
  });

  test("writes its own time zone into every moment but those of jobs and those that never came", async () => {
    const store = skinnedStore(version);
    store.utcOffsetMinutes = 120;
    const { ask: askAbroad } = asking(store);
    for (const [method, path] of requests.filter(isPublished)) {
      const text = await askAbroad(path, { method, body: twoFiles }).text();
      const moments = text.matchAll(/"\w+":"(?!0001|1970)\d{4}-\d\d-\d\dT[\d:]+Z"/g);
      const isOfJobs = /\/jobs/.test(path) && !version.includes("+gitea-");
      expect([path, isOfJobs ? [] : [...moments].map(([moment]) => moment)]).toEqual([path, []]);
    }
  });

  test("was asked for every published operation that we keep", () => {
    const templates = requests.filter(isPublished).map(([method, path]) => {
      const found = findOperation(version, method, path.replace(/\?.*/, ""));
      return `${method} ${found?.template}`;
    });
    const all = Object.entries(publishedOf(version).paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...new Set(templates)].toSorted()).toEqual(all.toSorted());
  });
});

const SIZES = ["additions", "changed_files", "deletions"];
const TRACKERS = ["external_tracker", "external_wiki", "parent"];
const LFS = ["last_commit_message", "lfs_oid", "lfs_size"];
const FORKED = ["head_repository", "repository_id"];

/** What an answer leaves out, by version; where a version is not named it is the first. */
const left: readonly (readonly [string, string, string[], Record<string, string[]>?])[] = [
  ["Issue", `${core}/issues/2615`, [], { "1.27.0": ["projects"] }],
  ["Comment", `${core}/issues/2615/comments`, []],
  ["PullRequest", `${core}/pulls/2568`, []],
  ["PullRequest", `${core}/pulls?state=all`, [], { "1.25.5": SIZES, "1.27.0": SIZES }],
  ["ChangedFile", `${core}/pulls/2104/files`, ["previous_filename"]],
  ["PullReview", `${core}/pulls/2613/reviews`, []],
  ["Repository", core, TRACKERS, { "1.27.0": [...TRACKERS, "mirror_last_sync_at"].toSorted() }],
  ["Label", `${core}/labels`, []],
  ["User", "/user", []],
  ["GeneralAPISettings", "/settings/api", []],
  ["Commit", `${core}/commits`, []],
  ["Branch", `${core}/branches/main`, []],
  ["BranchProtection", `${core}/branch_protections`, []],
  ["CombinedStatus", `${core}/commits/main/status`, []],
  ["CommitStatus", `${core}/commits/main/statuses`, []],
  ["GitTreeResponse", `${core}/git/trees/main`, []],
  ["ContentsResponse", `${core}/contents/README.md`, [], { "1.25.5": LFS, "1.27.0": LFS }],
  ["ActionWorkflowRun", `${core}/actions/runs`, FORKED],
  ["ActionWorkflowJob", `${core}/actions/jobs?status=failure`, []],
  ["ActionTask", `${core}/actions/tasks`, []],
  ["ActionRun", `${core}/actions/runs`, []],
  ["ActionRunJob", `${core}/actions/runs/103/jobs`, []],
];

const leftByVersion = publishedVersions.flatMap((version) =>
  left
    .filter(([name]) => publishedOf(version).definitions[name])
    .map(([name, path, all, some]) => [version, name, path, some?.[version] ?? all] as const),
);

test.each(leftByVersion)("%s: %s of %s leaves out %j and nothing else", async (...row) => {
  const [version, name, path, expected] = row;
  const answer = Object(await read(version, "GET", path));
  const rows = answer.workflow_runs ?? answer.jobs ?? answer;
  const first: unknown = Array.isArray(rows) ? rows[0] : rows;
  const properties = Object.keys(publishedOf(version).definitions[name]?.properties ?? {});
  const missing = properties.filter((property) => !(property in Object(first)));
  expect(missing.toSorted()).toEqual(expected);
});

describe("the check catches", () => {
  test("a wrong field, a wrong type, a wrong state and a fraction of a second", async () => {
    const path = ["GET", `${core}/issues/2615`] as const;
    const issue = Object(await read(NEWEST, ...path));
    const problem = (body: object) => problemOf(NEWEST, path, body);
    expect(problem(issue)).toBeNull();
    expect(problem({ ...issue, createdAt: "" })).toContain("additional properties");
    expect(problem({ ...issue, number: "2615" })).toContain("must be integer");
    expect(problem({ ...issue, state: "merged" })).toContain("allowed values");
    const fraction = { ...issue, created_at: "2026-06-12T00:29:32.000Z" };
    expect(problem(fraction)).toContain("date-time");
    const nested = { ...issue, user: { ...issue.user, name: "x" } };
    expect(problem(nested)).toContain("additional properties");
  });

  test.each([
    [NEWEST, "GET", `${core}/issues?sort=recentupdate`, "no query parameter sort"],
    ["16.0.1+gitea-1.22.0", "GET", `${core}/issues?sort=updated`, "is none of"],
    ["16.0.1+gitea-1.22.0", "GET", `${core}/pulls?base_branch=main`, "no query parameter"],
    ["16.0.1+gitea-1.22.0", "GET", `${core}/actions/runs?status=completed`, "is none of"],
    ["16.0.1+gitea-1.22.0", "GET", `${core}/actions/jobs`, "no such operation"],
    ["11.0.3+gitea-1.22.0", "GET", `${core}/actions/runs`, "no such operation"],
    ["1.22.6", "GET", `${core}/actions/tasks`, "no such operation"],
    ["1.22.6", "GET", `${core}/file-contents?ref=main`, "no such operation"],
    ["1.22.6", "GET", `${core}/pulls?sort=recentclose`, "is none of"],
    ["1.25.5", "GET", `${core}/actions/jobs?order=desc`, "no query parameter order"],
    [NEWEST, "GET", `${core}/pulls?per_page=50`, "no query parameter per_page"],
    [NEWEST, "GET", `${core}/pulls?sort=newest`, "is none of"],
    [NEWEST, "GET", `${core}/pulls?limit=all`, "is not an integer"],
    [NEWEST, "GET", `${core}/issues?since=2026-06-12T00:00:00.000Z`, "is not an RFC 3339 time"],
    [NEWEST, "GET", `${core}/git/trees/main?recursive=yes`, "is not a boolean"],
    [NEWEST, "GET", `${core}/pulls/2104/reviewers`, "no such operation"],
    [NEWEST, "DELETE", `${core}/issues/2615`, "no such operation"],
  ])("%s %s %s: %s", (version, method, path, problem) => {
    expect(checkRequest(version, method, `/api/v1${path}`)).toContain(problem);
  });

  test("and a version whose description we do not keep is an error that names those we do", () => {
    expect(() => publishedOf("1.19.4")).toThrow(/no published description of 1\.19\.4.*1\.22\.6/);
  });

  test.each(publishedVersions)("and the kept description of %s has no prose", (version) => {
    const { basePath, paths, definitions } = publishedOf(version);
    const texts = JSON.stringify({ basePath, paths, definitions }).match(/"[^"]* [^"]*"/g) ?? [];
    expect(texts).toEqual([]);
  });
});
