import { describe, expect, test } from "vitest";
import { repositoryOrThrow } from "../store.ts";
import { sample2615 } from "./sample-2615.ts";

const sample = sample2615();
const core = repositoryOrThrow(sample, "molecule-core");
const controlplane = repositoryOrThrow(sample, "molecule-controlplane");
const tracking = core.issues.find((issue) => issue.number === 2615);
const comments = core.comments.filter((comment) => comment.number === 2615);

describe("the tracking issue", () => {
  test("S01 has its title, opener, instant and state, no due date and no label", () => {
    expect(tracking).toMatchObject({
      title: "[Program] Every issue wired to CI/CD e2e — full coverage sweep",
      author: "claude-ceo-assistant",
      createdAt: "2026-06-12T00:29:32Z",
      state: "open",
      dueAt: null,
      labels: [],
    });
  });

  test("S01 has 3 comments, all by its author, who is the only participant", () => {
    expect(comments).toHaveLength(3);
    const people = [tracking?.author, ...comments.map((comment) => comment.author)];
    expect(new Set(people)).toEqual(new Set(["claude-ceo-assistant"]));
  });

  test("S02 quotes the mandate in the customer's words", () => {
    expect(tracking?.body).toContain("## Mandate (CTO 2026-06-12)");
    expect(tracking?.body).toContain("\n> every issue should be wired to CICD e2e\n");
    expect(tracking?.body).toContain("(~13% real CI-gated today -> target full coverage)");
  });

  test("S17 S20 lists the existing surface", () => {
    expect(tracking?.body).toContain("- core: tests/e2e, local-e2e, canvas/e2e; workflows boot-to");
    expect(tracking?.body).toContain("cross-cloud-*, e2e-tunnel-reboot, stage-c-workspace-backup");
  });

  test("S28 S29 the audit comment has the table", () => {
    expect(comments[0]?.body).toContain("| molecule-core | 52 | 41 | 11 | **78.8%** |");
    expect(comments[0]?.body).toContain("| molecule-controlplane | 102 | 61 | 41 | **59.8%** |");
  });

  test("S55 the comments come in order: audit, 7 closed, 12 closed", () => {
    expect(comments.map((comment) => comment.createdAt)).toEqual([
      "2026-06-12T01:10:00Z",
      "2026-06-12T06:40:00Z",
      "2026-06-12T13:05:00Z",
    ]);
    expect(comments[0]?.body).toMatch(/^## Coverage audit/);
    expect(comments[1]?.body).toMatch(/^Progress 2026-06-12: \*\*7 gaps closed\*\*/);
    expect(comments[2]?.body).toMatch(/^Progress 2026-06-12: \*\*12 gaps closed\.\*\*/);
    const ids = comments.map((comment) => comment.id);
    expect(ids).toEqual([...ids].toSorted((a, b) => a - b));
  });
});

describe("the repositories around it", () => {
  test("S12 S13 five repositories are in scope", () => {
    expect(sample.repositories.map((repository) => repository.name)).toEqual([
      "molecule-core",
      "molecule-controlplane",
      "molecule-ci",
      "molecule-app",
      "landingpage",
    ]);
    for (const { owner, defaultBranch, issues, pulls } of sample.repositories) {
      expect([owner, defaultBranch]).toEqual(["molecule-ai", "main"]);
      expect(issues.length * pulls.length).toBeGreaterThan(0);
    }
    expect(sample.clock.now()).toBe("2026-06-12T18:00:00Z");
  });

  test("S12 beside the tracking issue 9 issues are open in core and 6 in controlplane, 3 are closed", () => {
    const others = core.issues.filter((issue) => issue !== tracking);
    expect(others.filter((issue) => issue.state === "open")).toHaveLength(9);
    expect(controlplane.issues.filter((issue) => issue.state === "open")).toHaveLength(6);
    const closed = [...others, ...controlplane.issues].filter((issue) => issue.state === "closed");
    expect(closed).toHaveLength(3);
  });

  test("S07 the MiniMax wedge of 2026-06-11 is an open incident of about 10 h", () => {
    const incidents = core.issues.filter((issue) => issue.labels.includes("incident"));
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({ title: "Incident: MiniMax wedge", state: "open" });
    expect(incidents[0]?.createdAt).toMatch(/^2026-06-11T/);
    expect(incidents[0]?.body).toContain("about 10 h");
  });

  test("S22 S26 only the roles' logins appear, and 25 merged changes are neither fix nor gate", () => {
    const logins = new Set(sample.users.map((user) => user.login));
    const pulls = [...core.pulls, ...controlplane.pulls];
    const people = pulls.flatMap(({ author, mergedBy }) =>
      mergedBy ? [author, mergedBy] : [author],
    );
    expect([...logins]).toEqual(expect.arrayContaining(people));
    const merged = pulls.filter((pull) => pull.mergedAt !== null);
    const rest = merged.filter((pull) => !/^(fix|test|ci)\(/.test(pull.title));
    expect(rest).toHaveLength(25);
    expect(pulls.filter((pull) => pull.state === "open")).toHaveLength(3);
    expect(pulls.filter((pull) => pull.state === "closed" && !pull.mergedAt)).toHaveLength(1);
  });
});
