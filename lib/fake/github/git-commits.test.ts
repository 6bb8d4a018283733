import { afterEach, expect, test } from "vitest";
import { change } from "../change.ts";
import { pushToPull } from "../git/push-to-pull.ts";
import { placeWithGit } from "../git/testing/place-with-git.ts";
import { serveFake } from "../serve.ts";
import { githubSkin } from "./skin.ts";

const running: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

type Shown = { sha: string; parents: { sha: string }[]; commit: { message: string } };

/** A repository with git, where one pull request was merged with a commit of its own. */
async function mergedInGit() {
  const place = placeWithGit();
  const { store, repository } = place;
  repository.branches.push({ name: "main", files: new Map(), protection: null });
  const [first = ""] = repository.git?.refs.values() ?? [];
  store.clock.advance(60);
  const changes = [{ kind: "write", path: "src/b.ts", content: "export const b = 2;\n" }] as const;
  const pull = change.openPull(place, { author: "kimi", title: "feat: b", changes });
  store.clock.advance(60);
  change.merge({ ...place, number: pull.number }, "kimi", "merge");
  store.github = githubSkin(store.clock.now());
  const server = await serveFake({ store });
  running.push(server);
  const read = async <Body>(path: string) =>
    (await (await fetch(`${server.url}/repos/fleet/core${path}`)).json()) as Body;
  const ask = async (query: string) => {
    const body = JSON.stringify({ query });
    return (await (
      await fetch(`${server.url}/graphql`, { method: "POST", body })
    ).json()) as unknown;
  };
  return { pull, first, read, ask };
}

test("commits are those of git, and behind a merge stand both of its parents", async () => {
  const { pull, first, read } = await mergedInGit();
  const [merge, side, root, ...more] = await read<Shown[]>("/commits");
  expect(more).toEqual([]);
  expect(merge).toMatchObject({
    sha: pull.mergeSha,
    parents: [{ sha: first }, { sha: pull.headSha }],
  });
  expect([side?.sha, side?.commit.message, root?.sha]).toEqual([pull.headSha, "feat: b", first]);
  expect(await read(`/commits/${pull.mergeSha}`)).toMatchObject({
    files: [{ filename: "src/b.ts", status: "added", additions: 1 }],
  });
});

test("a history in GraphQL is the same, with the pull request that each commit brought", async () => {
  const { pull, first, ask } = await mergedInGit();
  const told = await ask(`{ repository(owner: "fleet", name: "core") { defaultBranchRef { target {
    ... on Commit { history(first: 9) { nodes { oid parents(first: 2) { nodes { oid } }
    associatedPullRequests(first: 1) { nodes { number } } } } } } } } }`);
  const commit = (oid: string | null, parents: string[], pulls: number[]) => ({
    oid,
    parents: { nodes: parents.map((parent) => ({ oid: parent })) },
    associatedPullRequests: { nodes: pulls.map((number) => ({ number })) },
  });
  const nodes = [
    commit(pull.mergeSha, [first, pull.headSha], [pull.number]),
    commit(pull.headSha, [first], [pull.number]),
    commit(first, [], []),
  ];
  const target = { history: { nodes } };
  expect(told).toEqual({ data: { repository: { defaultBranchRef: { target } } } });
});

test("files are told as of the commit that is asked for, with git's own ids", async () => {
  const { first, read } = await mergedInGit();
  const paths = async (sha: string) => {
    const { tree } = await read<{ tree: { path: string; type: string; sha: string }[] }>(
      `/git/trees/${sha}?recursive=1`,
    );
    return tree.filter(({ type }) => type === "blob");
  };
  expect((await paths(first)).map(({ path }) => path)).toEqual(["README.md", "src/a.ts"]);
  const now = await paths("main");
  expect(now.map(({ path }) => path)).toEqual(["README.md", "src/a.ts", "src/b.ts"]);
  const blob = await read<{ content: string }>(`/git/blobs/${now[2]?.sha}`);
  expect(Buffer.from(blob.content, "base64").toString()).toBe("export const b = 2;\n");
});

test("all commits of a rebase name the pull request, which lists those that it had before", async () => {
  const place = placeWithGit();
  const { store } = place;
  const write = (path: string, content: string) => [{ kind: "write", path, content }] as const;
  const pull = change.openPull(place, {
    author: "kimi",
    title: "feat: b",
    changes: write("b", "1"),
  });
  const at = { ...place, number: pull.number };
  store.clock.advance(60);
  const more = { author: "kimi", message: "feat: more b", changes: write("b", "2") };
  pushToPull(place, { number: pull.number, ...more });
  store.clock.advance(60);
  change.push(place, { author: "kimi", title: "chore: c", changes: write("c", "1") });
  store.clock.advance(60);
  change.merge(at, "kimi", "rebase");
  store.github = githubSkin(store.clock.now());
  const server = await serveFake({ store });
  running.push(server);
  const query = `{ repository(owner: "fleet", name: "core") {
    defaultBranchRef { target { ... on Commit { history(first: 9) { nodes {
      message associatedPullRequests(first: 1) { nodes { number } } } } } } }
    pullRequest(number: ${pull.number}) { commits(first: 9) { totalCount nodes { commit { message } } } }
  } }`;
  const body = JSON.stringify({ query });
  const told = await (await fetch(`${server.url}/graphql`, { method: "POST", body })).json();
  const of = (message: string, pulls: number[]) => ({
    message,
    associatedPullRequests: { nodes: pulls.map((number) => ({ number })) },
  });
  const { number } = pull;
  const commits = ["feat: b", "feat: more b"];
  expect(told).toMatchObject({
    data: {
      repository: {
        defaultBranchRef: {
          target: {
            history: {
              nodes: [
                of("feat: more b", [number]),
                of("feat: b", [number]),
                of("chore: c", []),
                of("feat: begin", []),
              ],
            },
          },
        },
        pullRequest: {
          commits: { totalCount: 2, nodes: commits.map((message) => ({ commit: { message } })) },
        },
      },
    },
  });
  const listed = await fetch(`${server.url}/repos/fleet/core/pulls/${number}/commits`);
  const rows = (await listed.json()) as Shown[];
  expect(rows.map(({ commit }) => commit.message)).toEqual(commits);
});
