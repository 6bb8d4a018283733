import { afterAll, expect, test } from "vitest";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { db } from "#/lib/store/db.ts";
import { applyPolicy } from "#/lib/workflow/apply-policy.ts";
import { readySample } from "./testing/sample.ts";

const sample = await readySample();
afterAll(() => sample.close());

test("what a program's own rule makes a fix has its patches read by the next sync, and is judged by them", async () => {
  const repositoryId = sample.idOf("core");
  const [policy, excluded] = await Promise.all([
    db.policy.findFirstOrThrow({ where: { programId: sample.programId } }),
    db.pullRequest.findFirstOrThrow({
      where: {
        repositoryId,
        state: "merged",
        title: { startsWith: "feat" },
        files: { some: { path: { endsWith: ".ts" } }, none: { patch: { isNot: null } } },
      },
    }),
  ]);
  const { number, title } = excluded;
  const held = () => db.filePatch.count({ where: { repositoryId, number } });
  expect(await held()).toBe(0);

  const fixRules = [{ when: { titles: [title] }, isFix: true, reason: "It repairs." }];
  const rules = { ...PolicyRules.parse(policy.rules), fixRules };
  const input = { slug: "2615", rules, baseVersion: 1, reason: "It repairs." };
  await applyPolicy({ ctx: sample.ctx, input });
  await sample.sync("core");
  await sample.assess();
  expect(await held()).toBeGreaterThan(0);
  const standing = await db.standing.findFirstOrThrow({
    where: { item: { repositoryId, number } },
  });
  expect(standing.why.at(-1)).toContain("rule 1 of the policy");
  expect(standing.unknownWhy).not.toBe("The patch of this file was not read yet.");
});
