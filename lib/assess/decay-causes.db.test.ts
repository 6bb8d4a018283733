import { afterAll, afterEach, describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { chatGate } from "./testing/chat-gate.ts";
import { decayRows } from "./testing/standing-rows.ts";

const chat = await chatGate();
const { sample } = chat;
afterAll(() => sample.close());
afterEach(() => chat.restore());

describe("a gate that held up five fixes", () => {
  test.each<[string, () => unknown, string, number | null, RegExp]>([
    ["is masked by || true", () => chat.write(chat.masked), "masked", 6, /\|\| true/],
    [
      "is masked by continue-on-error",
      () =>
        chat.write(
          chat.text.replace(
            `- run: ${chat.run}`,
            `- continue-on-error: true\n        run: ${chat.run}`,
          ),
        ),
      "masked",
      6,
      /continue-on-error/,
    ],
    [
      "always exits with 0",
      () => chat.write(chat.text.replace(chat.run, `${chat.run}; exit 0`)),
      "always_exits_zero",
      6,
      /exit 0/,
    ],
    [
      "is filtered away",
      () =>
        chat.write(chat.text.replace("pull_request: { ", "pull_request: { paths: ['docs/**'], ")),
      "filtered_away",
      3,
      /docs/,
    ],
    [
      "has its trigger removed",
      () => chat.write(chat.text.replace(/ {2}pull_request: .*\n/, "")),
      "trigger_removed",
      5,
      /does not run on pull requests/,
    ],
    [
      "is disabled",
      () => chat.write(chat.text.replace("    name: chat", "    if: false\n    name: chat")),
      "disabled",
      6,
      /never|false|not run/,
    ],
    ["is deleted", () => change.deleteFile(chat.place, chat.path), "deleted", null, /is gone/],
    [
      "runs other tests",
      () =>
        chat.write(chat.text.replace(chat.run, "npx playwright test canvas/e2e/staging.spec.ts")),
      "other_tests",
      6,
      /No step of it runs/,
    ],
    [
      "gets another name",
      () => chat.write(chat.text.replace("    name: chat", "    name: talk")),
      "renamed",
      6,
      /was called chat and is now talk/,
    ],
    [
      "gets another name of its workflow",
      () => chat.write(chat.text.replace("name: e2e-chat", "name: talks")),
      "renamed",
      6,
      /was called e2e-chat and is now talks/,
    ],
    [
      "moves to a file of other names",
      () => {
        change.renameFile(chat.place, { from: chat.path, to: ".gitea/workflows/not-e2e-chat.yml" });
        chat.write(
          chat.text.replace("name: e2e-chat", "name: talks"),
          ".gitea/workflows/not-e2e-chat.yml",
        );
      },
      "renamed",
      6,
      /is now .*not-e2e-chat.yml:chat/,
    ],
    [
      "is required no more",
      () => chat.isRequired(false),
      "not_required",
      null,
      /does not require chat/,
    ],
  ])(
    "that %s lets exactly those fall, with the cause, and mending it brings them back",
    async (_, spoil, cause, line, why) => {
      spoil();
      await chat.judge();
      const found = (await decayRows()).filter(({ gate }) => gate === chat.gate);
      expect(found).toEqual([
        {
          gate: chat.gate,
          cause,
          line,
          why: expect.stringMatching(why),
          items: chat.held.map((key) => ({ key, rung: "blocking", mended: false })),
        },
      ]);
      expect(await chat.moved()).toEqual(chat.held);
    },
  );

  test("that is required no more, as no other is, falls with them, each by its own cause", async () => {
    change.protect(sample.core, { checksRequired: false });
    await chat.judge();
    const told = await decayRows();
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told.map(({ cause, why }) => `${cause}: ${why}`))).toEqual(
      new Set(["not_required: The default branch requires no check."]),
    );
    const fell = told.flatMap(({ items }) => items.map(({ key }) => key));
    expect([...new Set(fell)].toSorted()).toEqual(await chat.moved());
  });
});
