import { afterEach, describe, expect, test } from "vitest";
import type { FakeReview } from "../../store.ts";
import { firstPull, type Rows, servedGithub } from "../testing/served-github.ts";

const running: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function serve(...args: Parameters<typeof servedGithub>) {
  const served = await servedGithub(...args);
  running.push(served.server);
  return served;
}

type Numbered = { number: number; updatedAt: string };
type Pulls = { pullRequests: Rows<Numbered> };

const page = (args: string) =>
  `pullRequests(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { number updatedAt } }`;
const NEWEST_CHANGE = "orderBy: { field: UPDATED_AT, direction: DESC }";

describe("lists", () => {
  test("pages by cursors give each row once, whatever comes or changes meanwhile", async () => {
    const { of, repository } = await serve();
    const all = repository.pulls.map(({ number }) => number);
    const seen: number[] = [];
    for (let after = ""; ; ) {
      const { data } = await of<Pulls>(page(`first: 10, ${NEWEST_CHANGE}${after}`));
      const { nodes, pageInfo, totalCount } = data.pullRequests;
      expect(totalCount).toBe(75);
      seen.push(...nodes.map(({ number }) => number));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
      // What was told already comes to the front again, and moves nothing behind the cursor.
      const told = repository.pulls.find(({ number }) => number === nodes[0]?.number);
      if (told) told.updatedAt = "2026-07-01T00:00:00Z";
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
  });

  test("a change in place is seen by the next answer", async () => {
    const { of, repository } = await serve();
    const pull = firstPull(repository);
    await of<Pulls>(page(`first: 1, ${NEWEST_CHANGE}`));
    pull.updatedAt = "2026-08-01T00:00:00Z";
    const { data } = await of<Pulls>(page(`first: 1, ${NEWEST_CHANGE}`));
    expect(data.pullRequests.nodes).toEqual([
      { number: pull.number, updatedAt: "2026-08-01T00:00:00Z" },
    ]);
  });

  test("states and since filter, and since belongs to what it asks for", async () => {
    const { of, repository } = await serve();
    const open = repository.pulls.filter(({ state }) => state === "open").length;
    expect((await of<Pulls>(page("first: 1, states: [OPEN]"))).data.pullRequests.totalCount).toBe(
      open,
    );
    const at = repository.issues
      .map(({ updatedAt }) => updatedAt)
      .toSorted()
      .at(-1);
    const since = `issues(first: 5, filterBy: { since: "${at}" }) { nodes { updatedAt } }`;
    const { data } = await of<{ issues: Rows<Numbered> }>(since);
    expect(data.issues.nodes).toEqual([{ updatedAt: at }]);
  });

  test("an issue that was transferred is not there any more", async () => {
    const { of, store, repository } = await serve();
    const [issue] = repository.issues.splice(0, 1);
    const other = store.repositories.find((each) => each !== repository);
    repository.moved.set(issue?.number ?? 0, {
      repository: `${other?.owner}/${other?.name}`,
      number: 1,
    });
    const { data, errors } = await of(
      `issueOrPullRequest(number: ${issue?.number}) { __typename }`,
    );
    expect([data, errors[0]?.type]).toEqual([{ issueOrPullRequest: null }, "NOT_FOUND"]);
  });

  test("a cursor that nobody gave out is refused", async () => {
    const { of } = await serve();
    const { errors } = await of(page('first: 1, after: "x"'));
    expect(errors[0]?.type).toBe("INVALID_CURSOR_ARGUMENTS");
  });

  test("a former name finds the repository, and an unknown one says NOT_FOUND", async () => {
    const { ask, repository } = await serve();
    repository.formerNames.push("core-of-old");
    const named = (name: string) =>
      `{ repository(owner: "molecule-ai", name: "${name}") { name } }`;
    expect((await ask(named("core-of-old"))).data).toEqual({
      repository: { name: "molecule-core" },
    });
    const strict = named("core-of-old").replace('") {', '", followRenames: false) {');
    expect((await ask(strict)).errors[0]?.type).toBe("NOT_FOUND");
    const unknown = await ask(named("nothing"));
    expect(unknown.data).toEqual({ repository: null });
    expect(unknown.errors[0]).toMatchObject({ type: "NOT_FOUND", path: ["repository"] });
  });
});

const review = (changed: Partial<FakeReview>): FakeReview => ({
  id: 1,
  number: 0,
  author: "kimi",
  state: "APPROVED",
  body: "",
  commitId: "",
  stale: false,
  official: true,
  dismissed: false,
  submittedAt: "2026-06-01T00:00:00Z",
  updatedAt: "2026-06-01T00:00:00Z",
  ...changed,
});

describe("one pull request", () => {
  test("who is gone is nobody, and an empty body is an empty text", async () => {
    const { of, repository } = await serve();
    const pull = firstPull(repository);
    Object.assign(pull, { author: "gone", body: "" });
    const { data } = await of(`pullRequest(number: ${pull.number}) { author { login } body }`);
    expect(data).toEqual({ pullRequest: { author: null, body: "" } });
  });

  test("a renamed file does not say where it came from, and a changed one is MODIFIED", async () => {
    const { of, repository, ask } = await serve();
    const pull = firstPull(repository);
    const sizes = { additions: 1, deletions: 0 };
    pull.files = [
      { path: "b.ts", previousPath: "a.ts", status: "renamed", ...sizes },
      { path: "c.ts", previousPath: null, status: "changed", ...sizes },
    ];
    const fields = "files(first: 5) { nodes { path changeType } }";
    expect((await of(`pullRequest(number: ${pull.number}) { ${fields} }`)).data).toEqual({
      pullRequest: {
        files: {
          nodes: [
            { path: "b.ts", changeType: "RENAMED" },
            { path: "c.ts", changeType: "MODIFIED" },
          ],
        },
      },
    });
    const asked = await ask("{ nope }");
    expect(asked.errors[0]?.message).toContain("nope");
  });

  test("closing references are empty when the base is not the default branch", async () => {
    const { of, repository } = await serve();
    const [pull, issue] = [firstPull(repository), repository.issues[0]];
    pull.body = `Fixes #${issue?.number}`;
    const closing = `pullRequest(number: ${pull.number}) { closingIssuesReferences(first: 5) { nodes { number } } }`;
    const numbers = { closingIssuesReferences: { nodes: [{ number: issue?.number }] } };
    expect((await of(closing)).data).toEqual({ pullRequest: numbers });
    pull.baseRef = "release";
    const none = { closingIssuesReferences: { nodes: [] } };
    expect((await of(closing)).data).toEqual({ pullRequest: none });
  });

  test("reviews hide what others have not sent, and who is asked again is no latest review", async () => {
    const { of, repository } = await serve();
    const { number } = firstPull(repository);
    repository.reviews = [
      review({ id: 1, number, state: "REQUEST_CHANGES" }),
      review({ id: 2, number, author: "mira", state: "COMMENT", dismissed: true }),
      review({ id: 3, number, author: "mira", state: "PENDING" }),
      review({ id: 4, number, author: "kimi", state: "REQUEST_REVIEW" }),
    ];
    const { data } = await of(`pullRequest(number: ${number}) {
      reviews(first: 9) { nodes { fullDatabaseId state } } latestReviews(first: 9) { nodes { state } }
      reviewRequests(first: 9) { nodes { requestedReviewer { ... on User { login } } } } }`);
    expect(data).toEqual({
      pullRequest: {
        reviews: {
          nodes: [
            { fullDatabaseId: "1", state: "CHANGES_REQUESTED" },
            { fullDatabaseId: "2", state: "DISMISSED" },
          ],
        },
        latestReviews: { nodes: [{ state: "DISMISSED" }] },
        reviewRequests: { nodes: [{ requestedReviewer: { login: "kimi" } }] },
      },
    });
  });

  test("a job is a check run and a status is a context, each required by its exact name", async () => {
    const { of, repository } = await serve();
    const pull = firstPull(repository);
    const status = { state: "success", at: "2026-06-01T00:00:00Z", description: "" } as const;
    const posted = { ...status, targetUrl: "", creator: null };
    repository.statuses.set(pull.headSha, [
      { ...posted, context: "ci / go (pull_request)", workflow: "ci.yml" },
      { ...posted, context: "license", workflow: null, state: "warning" },
    ]);
    const required = `isRequired(pullRequestNumber: ${pull.number})`;
    const { data } = await of(`pullRequest(number: ${pull.number}) { statusCheckRollup { state
      contexts(first: 9) { nodes { __typename ... on CheckRun { name conclusion ${required} }
      ... on StatusContext { context state ${required} } } } } }`);
    const nodes = [
      {
        __typename: "CheckRun",
        name: "ci / go (pull_request)",
        conclusion: "SUCCESS",
        isRequired: true,
      },
      { __typename: "StatusContext", context: "license", state: "FAILURE", isRequired: false },
    ];
    const rollup = { state: "FAILURE", contexts: { nodes } };
    expect(data).toEqual({ pullRequest: { statusCheckRollup: rollup } });
  });
});

describe("commits", () => {
  type Line = { object: { history: Rows<{ oid: string }> } };

  test("a history's cursor names where it set out, so that a push moves nothing", async () => {
    const { of, repository } = await serve();
    const history = (args: string) =>
      `object(expression: "main") { ... on Commit { history(first: 2${args}) { nodes { oid } pageInfo { hasNextPage endCursor } } } }`;
    const first = (await of<Line>(history(""))).data.object.history;
    repository.directCommits.push({
      sha: "f".repeat(40),
      title: "pushed",
      body: "",
      author: "kimi",
      paths: [],
      at: "2026-09-01T00:00:00Z",
    });
    const after = `, after: "${first.pageInfo.endCursor}"`;
    const second = (await of<Line>(history(after))).data.object.history;
    const told = [...first.nodes, ...second.nodes].map(({ oid }) => oid);
    expect(new Set(told).size).toBe(4);
    expect(told).not.toContain("f".repeat(40));
  });

  test("what lies at a ref and a path is a text, a folder or nothing", async () => {
    const { of } = await serve();
    const { data } = await of<
      Record<string, { entries: { name: string; object: { text: string } }[] }>
    >(
      `folder: object(expression: "refs/heads/main:.gitea/workflows") { ... on Tree { entries { name object { ... on Blob { text } } } } }
       none: object(expression: "main:nothing") { __typename }`,
    );
    const ci = data.folder?.entries.find(({ name }) => name === "ci.yml");
    expect(ci?.object.text).toContain("jobs:");
    expect(data.none).toBeNull();
  });
});

describe("ids", () => {
  test("a row is found by its id, and one that is gone is null with an error of its own", async () => {
    const { of, ask, repository } = await serve();
    const { number } = firstPull(repository);
    const { data } = await of<{ pullRequest: { id: string } }>(
      `pullRequest(number: ${number}) { id }`,
    );
    const ids = [data.pullRequest.id, "PR_bm90aGluZw"];
    const found = await ask(
      "query($ids: [ID!]!) { nodes(ids: $ids) { ... on PullRequest { number } } }",
      { ids },
    );
    expect(found.data).toEqual({ nodes: [{ number }, null] });
    expect(found.errors).toMatchObject([{ type: "NOT_FOUND", path: ["nodes", 1] }]);
  });

  test("more than a hundred ids are refused", async () => {
    const { ask } = await serve();
    const query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const { errors } = await ask(query, { ids: Array.from({ length: 101 }, () => "x") });
    expect(errors[0]?.type).toBe("ARGUMENT_LIMIT");
  });
});

describe("what goes wrong", () => {
  test("a field that the fake does not know is an error and never a quiet null", async () => {
    const { of } = await serve();
    const { errors, data } = await of("forkCount");
    expect(errors[0]?.message).toBe("The fake forge does not know Repository.forkCount.");
    expect(data).toBeNull();
  });

  test("points are counted by the published rule, told in headers and in the answer, and given back after an hour", async () => {
    const { ask, skin, store, server } = await serve();
    const query = "{ rateLimit { cost limit remaining used nodeCount resetAt } }";
    skin.graphql.used = 10;
    const { data, headers } = await ask(query);
    const { limit, resetAt } = skin.graphql;
    const rateLimit = { cost: 1, limit, remaining: 4989, used: 11, nodeCount: 0, resetAt };
    expect(data).toEqual({ rateLimit });
    expect(headers.get("x-ratelimit-remaining")).toBe("4989");
    expect(headers.get("x-ratelimit-resource")).toBe("graphql");
    expect(headers.get("x-ratelimit-reset")).toBe(String(Date.parse(resetAt) / 1000));
    store.clock.advance(3600);
    expect((await ask(query)).data).toMatchObject({ rateLimit: { used: 1 } });
    expect([server.requests.points(), server.requests.count("POST /graphql")]).toEqual([2, 2]);
  });

  test.each(["RATE_LIMITED", "RATE_LIMIT"] as const)(
    "without points it says 200 and %s, and what is left is told as nothing",
    async (limitWord) => {
      const { ask, skin } = await serve({ skin: { limitWord } });
      skin.graphql.used = skin.graphql.limit;
      const { status, errors, data, headers } = await ask("{ viewer { login } }");
      expect([status, errors[0]?.type, data]).toEqual([200, limitWord, undefined]);
      expect(headers.get("x-ratelimit-remaining")).toBe("0");
    },
  );

  test("a query that may give more than 500,000 rows is refused, and costs nothing", async () => {
    const { of, skin } = await serve();
    const reactions = "reactions(first: 100) { nodes { id } }";
    const comments = `comments(first: 100) { nodes { ${reactions} } }`;
    const { status, errors } = await of(`issues(first: 100) { nodes { ${comments} } }`);
    expect([status, errors[0]?.type, skin.graphql.used]).toEqual([
      200,
      "MAX_NODE_LIMIT_EXCEEDED",
      0,
    ]);
  });

  test("a query that could give too many rows runs out of time with 502 and is paid for", async () => {
    const { of, skin } = await serve({ skin: { timesOutAboveRows: 25 } });
    expect((await of(page("first: 25"))).status).toBe(200);
    const used = skin.graphql.used;
    const late = await of(page("first: 26"));
    expect([late.status, skin.graphql.used - used]).toEqual([502, 2]);
  });

  test("a query that reads too many rows has a part of its data and RESOURCE_LIMITS_EXCEEDED", async () => {
    const { ask } = await serve({ skin: { rowsMax: 10 } });
    const { data, errors } = await ask(`{ viewer { login }
      repository(owner: "molecule-ai", name: "molecule-core") { ${page("first: 11")} } }`);
    expect(data).toMatchObject({ viewer: { login: expect.any(String) }, repository: null });
    expect(errors[0]?.type).toBe("RESOURCE_LIMITS_EXCEEDED");
  });

  test("a broken field is null where it may be, and else its whole row; the error names the place", async () => {
    const { of, skin, repository } = await serve();
    const { number } = firstPull(repository);
    skin.broken.push({ number, field: "files" });
    const one = `pullRequest(number: ${number}) { number files(first: 1) { totalCount } }`;
    const { data, errors } = await of(one);
    expect(data).toEqual({ pullRequest: { number, files: null } });
    expect(errors[0]?.path).toEqual(["repository", "pullRequest", "files"]);
    skin.broken.push({ number, field: "title" });
    const row = `pullRequests(first: 75) { nodes { title number } }`;
    const { nodes } = (await of<Pulls>(row)).data.pullRequests;
    expect(nodes.filter((each) => each === null)).toHaveLength(1);
  });

  test("a token that may not read checks has null and FORBIDDEN", async () => {
    const { of, repository } = await serve({ skin: { refused: ["checks"] } });
    const { number } = firstPull(repository);
    const asked = await of(`pullRequest(number: ${number}) { statusCheckRollup { state } }`);
    expect(asked.data).toEqual({ pullRequest: { statusCheckRollup: null } });
    expect(asked.errors[0]?.type).toBe("FORBIDDEN");
  });
});
