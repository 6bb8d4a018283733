import { test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { generatedForge, SKINS } from "./testing/generated-forge.ts";

test.each(SKINS)("explore %s", async (name, version) => {
  await using forge = await generatedForge(version, { pulls: 500, issues: 60 });
  const { store, repository } = forge;
  for (let i = 0; i < 5; i += 1) console.log(name, "pass", i, JSON.stringify(await forge.pass()));
  store.clock.advance(60);
  console.log(name, "idle", JSON.stringify(await forge.pass()));
  const open = repository.pulls.find((p) => p.state === "open" && p.mergedAt === null);
  const place = { store, repository, number: open?.number ?? 0 };
  const steps: Record<string, () => void> = {
    edit: () => change.retitle(place, "fix(core): another title"),
    comment: () => void change.comment(place, { author: "auditor", body: "hello" }),
    push: () => void change.pushToPull(place, { changes: [{ path: "src/new.ts", text: "export const a = 1;\n" }] as never }),
    review: () => void change.review(place, { author: "fleet-one", state: "APPROVED", body: "" } as never),
    merge: () => change.merge(place, "auditor"),
  };
  for (const [what, step] of Object.entries(steps)) {
    store.clock.advance(60);
    step();
    console.log(name, what, JSON.stringify(await forge.pass()));
    store.clock.advance(60);
    console.log(name, what, "then", JSON.stringify(await forge.pass()));
  }
  store.clock.advance(3600 * 2);
  console.log(name, "timers", JSON.stringify(await forge.pass()));
}, 300_000);
