import { afterAll, afterEach, describe, expect, test } from "vitest";
import { chatGate } from "#/lib/assess/testing/chat-gate.ts";
import { db } from "#/lib/store/db.ts";
import type { Measure } from "../measure.ts";

const chat = await chatGate();
afterEach(() => chat.restore());
afterAll(() => chat.sample.close());

const KEY = `core:${chat.gate}`;

/** The items that a piece of work says it closes by itself; null where there is no such piece. */
async function promised(key: string, measure: Measure): Promise<readonly string[] | null> {
  const row = await db.work.findFirst({ where: { measure, key } });
  if (row === null) return null;
  const items = await db.item.findMany({ where: { id: { in: row.items } } });
  return items.map(({ naturalKey }) => naturalKey).toSorted();
}

const standing = async (measure: Measure, verdict: "covered" | "gap") => {
  const rows = await db.verdict.findMany({
    where: { measure, verdict, population: "fix" },
    include: { item: true },
  });
  return rows.map(({ item }) => item.naturalKey);
};

describe("what a piece of work says it closes is closed once it is done", () => {
  const filtered = chat.text.replace("branches: [main]", "branches: [main], paths: [nowhere/**]");
  const pushed = chat.text.replace("pull_request: { branches: [main] }", "workflow_dispatch:");
  test.each<[string, string, Measure, () => void]>([
    ["a mask is taken away", "unmask", "blocking", () => chat.write(chat.masked)],
    ["a mask is taken away", "unmask", "gated", () => chat.write(chat.masked)],
    ["a filter lets the files start it", "unfilter", "gated", () => chat.write(filtered)],
    ["it runs on pull requests", "trigger", "gated", () => chat.write(pushed)],
    ["it is required", "require", "blocking", () => chat.isRequired(false)],
  ])("%s: %s at %s", async (_what, kind, measure, spoil) => {
    spoil();
    await chat.judge();
    const closes = await promised(`${kind}:${KEY}`, measure);
    expect(closes?.length).toBeGreaterThan(0);
    const gaps = await standing(measure, "gap");
    expect(gaps).toEqual(expect.arrayContaining([...(closes ?? [])]));

    chat.write(chat.text);
    chat.isRequired(true);
    await chat.judge();
    const covered = await standing(measure, "covered");
    expect(covered).toEqual(expect.arrayContaining([...(closes ?? [])]));
    expect(await promised(`${kind}:${KEY}`, measure)).toBeNull();
  });

  test("a filter is no piece at blocking: what did not run before the merge held nothing up", async () => {
    chat.write(filtered);
    await chat.judge();
    expect(await promised(`unfilter:${KEY}`, "gated")).not.toBeNull();
    expect(await promised(`unfilter:${KEY}`, "blocking")).toBeNull();
  });
});
