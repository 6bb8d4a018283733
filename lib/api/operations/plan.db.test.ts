import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ORDER_MAX, PlanView } from "#/lib/contract/plan.ts";
import { db } from "#/lib/store/db.ts";
import { readySample } from "#/lib/sync/testing/sample.ts";
import { wholeDatabase } from "#/lib/workflow/testing/whole-database.ts";
import { request, send } from "../testing/request.ts";

const sample = await readySample();
afterAll(() => sample.close());

const PLAN = "/programs/2615/plan";
const HARNESS = "new_gate:deploy-gate";
const say = (said: unknown) => request(`POST ${PLAN}/words`, { said });

describe("the plan, before anybody is named", () => {
  test("answers as its contract says, and nothing changes", async () => {
    const before = await wholeDatabase();
    const { status, body } = await request(`GET ${PLAN}?measure=has_test@1`);
    expect([status, PlanView.parse(body).now]).toEqual([200, { covered: 102, of: 154 }]);
    expect((await request(`GET ${PLAN}?measure=best`)).status).toBe(422);
    expect((await request("GET /programs/none/plan")).status).toBe(404);
    expect((await send("GET /programs/none/plan.md")).status).toBe(404);
    expect(await wholeDatabase()).toEqual(before);
  });

  test("as Markdown it is a file of text with the same figures", async () => {
    const answer = await send(`GET ${PLAN}.md?measure=has_test@1`);
    expect(answer.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    expect(await answer.text()).toContain("covered now 102 of 154, 66.2 %");
  });

  test("a word without a name behind it is refused", async () => {
    const { status } = await say({ verb: "assign", subject: HARNESS, value: "Kim" });
    expect(status).toBe(403);
  });
});

describe("a word on the plan", () => {
  beforeAll(() => request("PUT /operator", { name: "Kim" }));

  test("answers with its number, by which the next order can be made", async () => {
    const first = await say({ verb: "order", value: [HARNESS], instead: null });
    expect([first.status, first.body]).toEqual([201, { word: expect.any(Number) }]);
    const again = await say({ verb: "order", value: null, instead: null });
    expect([again.status, again.body["code"]]).toEqual([409, "conflict"]);
    const back = await say({ verb: "order", value: null, instead: first.body["word"] });
    expect(back.status).toBe(201);
  });

  test.each([
    ["a name of spaces", { verb: "assign", subject: HARNESS, value: "  " }, /name who has it/],
    [
      "a name that is too long",
      { verb: "assign", subject: HARNESS, value: "x".repeat(61) },
      /at most 60 signs/,
    ],
    ["an order of nothing", { verb: "order", value: [] }, /null goes back to the order by rule/],
    [
      "an order that is too long",
      { verb: "order", value: Array.from({ length: ORDER_MAX + 1 }, (_, at) => `k${at}`) },
      /1000 pieces of work at most/,
    ],
    ["a priority that is none", { verb: "priority", subject: HARNESS, value: "P9" }, /priority|P0/],
    ["a verb that is none", { verb: "sign", subject: HARNESS, value: "x" }, /verb/],
    ["nothing", undefined, /said/],
  ])("%s is refused with what to do, and leaves nothing", async (_what, said, message) => {
    const words = await db.planWord.count();
    const { status, body } = await say(said);
    expect([status, body["message"]]).toEqual([422, expect.stringMatching(message)]);
    expect(await db.planWord.count()).toBe(words);
  });

  test("a name of sixty signs is taken, without the spaces around it", async () => {
    const value = `  ${"x".repeat(60)}  `;
    expect((await say({ verb: "assign", subject: HARNESS, value })).status).toBe(201);
    const { body } = await request(`GET ${PLAN}`);
    const entry = PlanView.parse(body).entries.find(({ key }) => key === HARNESS);
    expect(entry?.assignee?.name).toBe("x".repeat(60));
  });

  test("what somebody called himself takes no effect in Markdown", async () => {
    const value = "| @all\n<img> [x](y)";
    await say({ verb: "assign", subject: HARNESS, value });
    const text = await (await send(`GET ${PLAN}.md`)).text();
    expect(text).toContain("\\| @\u200ball \\<img\\> \\[x\\](y)");
  });
});
