import { expect, test } from "vitest";
import type { RunView } from "#/lib/contract/sources.ts";
import { alarm, announce, NO_ALARM, SILENCE } from "./announce.ts";
import { repository, run, source, view } from "./testing/views.ts";

const with1 = (given: Partial<RunView>) =>
  view(source({ repositories: [repository({ run: run({ total: 100, ...given }) })] }));
const opened = announce(SILENCE, with1({ done: 5 }), 100_000);

test("what was so when the page was opened is not said", () => {
  expect(opened.text).toBe("");
});

test("the first tenth is said as soon as it is there, and nothing in between", () => {
  expect(announce(opened, with1({ done: 9 }), 101_000)).toBe(opened);
  expect(announce(opened, with1({ done: 10 }), 102_000).text).toBe("acme/shop: Pull requests 10 %");
});

test("what comes within 15 seconds is said at their end, as it stands then", () => {
  const said = announce(opened, with1({ done: 10 }), 102_000);
  expect(announce(said, with1({ done: 20 }), 116_999)).toBe(said);
  expect(announce(said, with1({ done: 35 }), 117_000).text).toBe("acme/shop: Pull requests 30 %");
});

test.each<[Partial<RunView>, string]>([
  [{ phase: "runs", total: null }, "acme/shop: Runs"],
  [{ state: "done" }, "acme/shop: done"],
  [{ state: "failed" }, "acme/shop: failed"],
  [{ state: "waiting" }, "acme/shop: waits for a limit"],
])("a run that is %o is said", (given, text) => {
  expect(announce(opened, with1(given), 120_000).text).toBe(text);
});

test("of many at once three are said", () => {
  const many = (done: number) =>
    view(
      source({
        repositories: [1, 2, 3, 4].map((id) =>
          repository({ id, fullName: `acme/${id}`, run: run({ done, total: 100 }) }),
        ),
      }),
    );
  const before = announce(SILENCE, many(0), 1);
  expect(announce(before, many(50), 20_000).text.split(". ")).toHaveLength(3);
});

test("a source that comes into trouble is said once, and not what was so when the page was opened", () => {
  const standing = (state: "ok" | "failed" | "refused") =>
    view(source({ id: 1, name: "old", state: "failed" }), source({ id: 2, name: "forge", state }));
  const first = alarm(NO_ALARM, standing("ok"));
  expect(first.text).toBe("");
  expect(alarm(first, standing("ok"))).toBe(first);
  const failed = alarm(first, standing("failed"));
  expect(failed.text).toBe("forge: syncing fails");
  expect(alarm(failed, standing("failed"))).toBe(failed);
  expect(alarm(failed, standing("ok")).text).toBe("");
  expect(alarm(first, standing("refused")).text).toBe("forge: the forge refuses the token");
});
