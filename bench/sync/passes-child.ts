// Counts what passes over a repository ask that is held already: nothing changed, one pull request changed, timers are due.
import { z } from "zod";
import type { Place } from "../../lib/fake/change/place.ts";
import { change } from "../../lib/fake/change.ts";
import { db } from "../../lib/store/db.ts";
import { generatedForge } from "../../lib/sync/testing/generated-forge.ts";

const Input = z.object({ version: z.string().nullable(), pulls: z.int() });
const MINUTE = 60;

const CHANGES: Readonly<Record<string, (place: Place) => void>> = {
  "another title": (place) => change.retitle(place, "fix(core): another title"),
  "a comment": (place) => void change.comment(place, { author: "auditor", body: "seen" }),
  "a push": (place) => {
    const content = "export const more = 1;\n";
    change.pushToPull(place, { changes: [{ kind: "write", path: "src/more.ts", content }] });
  },
  "an approval": (place) => void change.review(place, { author: "auditor", state: "APPROVED" }),
  "a merge": (place) => change.merge(place, "auditor"),
};

const { version, pulls } = Input.parse(JSON.parse(process.argv[2] ?? ""));
const forge = await generatedForge(version, { pulls });
const { store, repository } = forge;
const content = "export const own = 1;\n";
const { number } = change.openPull(
  { store, repository },
  {
    author: "auditor",
    title: "fix(core): a wrong sum",
    changes: [{ kind: "write", path: "src/own.ts", content }],
  },
);
await forge.pass();
await forge.settle();
const { api: idle, byEndpoint: always } = await forge.pass();
const later: Record<string, Readonly<Record<string, number>>> = {};
for (const minutes of [15, 30, 60]) {
  await forge.settle();
  store.clock.advance(minutes * MINUTE);
  const { byEndpoint } = await forge.pass();
  const more = Object.entries(byEndpoint).filter(([endpoint]) => always[endpoint] === undefined);
  later[`after ${minutes} minutes`] = Object.fromEntries(more);
}
const changed: Record<string, number> = {};
for (const [what, make] of Object.entries(CHANGES)) {
  await forge.settle();
  make({ store, repository, number });
  changed[what] = (await forge.pass()).api;
}
process.send?.({ idle, always, later, changed });
await forge[Symbol.asyncDispose]();
await db.$disconnect();
