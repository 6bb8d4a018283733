import { expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { Faults } from "#/lib/fake/faults.ts";
import { db } from "#/lib/store/db.ts";
import { smallForge } from "../testing/small-forge.ts";

// The oldest comment: in a list by age it stands before those that were left.
const FIRST = 24_001;

test.each([
  { what: "what changed", path: /\/pulls$/ },
  { what: "new comments", path: /\/issues\/comments$/ },
])(
  "a pass over $what that was killed goes on, and what changed since it set out comes with it",
  async ({ path }) => {
    const state = { dies: false, isDead: false };
    const faults: Faults = (request) => {
      const isSecond = path.test(request.path) && request.query.get("page") === "2";
      state.isDead ||= state.dies && isSecond;
      return state.isDead ? { kind: "status", status: 502 } : null;
    };
    await using small = await smallForge({ faults });
    const { store, core, repositoryId } = small;
    const ground = { store, repository: core };
    await small.sync();
    store.clock.advance(3600);
    const touched = core.pulls.slice(0, 7);
    for (const { number } of touched)
      change.comment({ ...ground, number }, { author: "kimi", body: `again ${number}` });
    state.dies = true;
    expect(await small.sync()).toBe("failed");
    store.clock.advance(3600);
    const number = core.issues[0]?.number ?? 0;
    change.retitle({ ...ground, number }, "changed while nobody looked");
    change.editComment(ground, { id: FIRST, body: "edited while nobody looked" });
    Object.assign(state, { dies: false, isDead: false });
    expect(await small.sync()).toBe("done");
    const key = { repositoryId_number: { repositoryId, number } };
    expect(await db.issue.findUnique({ where: key })).toMatchObject({
      title: "changed while nobody looked",
    });
    const comment = { repositoryId_externalId: { repositoryId, externalId: String(FIRST) } };
    expect(await db.comment.findUnique({ where: comment })).toMatchObject({
      body: "edited while nobody looked",
    });
  },
);
