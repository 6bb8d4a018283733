import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";

const JUDGED = { timeout: 30_000 };
// Several assessments and a trial of them each, on a machine that does other things too.
test.setTimeout(180_000);

const change = (page: Page) => page.getByRole("region", { name: "Change the rules" });

async function nameOperator(address: string): Promise<void> {
  await fetch(`${address}/api/v1/operator`, {
    method: "PUT",
    body: JSON.stringify({ name: "CTO" }),
  });
}

/** The policy's own figure, as the overview, the API and the CSV say it, with the version that each names. */
async function figures(page: Page, address: string) {
  await page.goto(`${address}/p/2615`);
  const main = page.getByRole("main");
  const overview = (await main.innerText()).replaceAll(/\s+/g, " ");
  const answer = await fetch(`${address}/api/v1/programs/2615/overview`);
  const { program, measures } = (await answer.json()) as {
    program: { measure: string; policyVersion: number };
    measures: { measure: string; tally: { covered: number; inScope: number } }[];
  };
  const tally = measures.find(({ measure }) => measure === program.measure)?.tally;
  const csv = await fetch(
    `${address}/api/v1/programs/2615/gaps.csv?population=fix&verdict=covered`,
  );
  const [head = "", ...rows] = (await csv.text()).trimEnd().split("\n");
  expect(head.trimEnd().split(",").at(-1)).toBe("policy");
  return {
    overview,
    api: [program.policyVersion, tally?.covered, tally?.inScope],
    csv: [rows.length, [...new Set(rows.map((row) => row.trimEnd().split(",").at(-1)))]],
  };
}

/** Tries the rung that is chosen, and gives what would change. */
async function tryRung(page: Page, rung: string): Promise<Locator> {
  const region = change(page);
  await region.getByLabel("Covered from the rung").selectOption(rung);
  await region.getByRole("button", { name: "Try these rules" }).click();
  await expect(region.getByRole("status")).toContainText("would change", JUDGED);
  return region;
}

/** Puts a rung in force and waits until everything is judged by it. */
async function applyRung(page: Page, rung: string, reason: string): Promise<void> {
  const region = await tryRung(page, rung);
  await region.getByRole("button", { name: "Apply…" }).click();
  const dialog = page.getByRole("dialog", { name: /^Put version \d+ in force/ });
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("table", { name: /^Versions of the policy/ })).toContainText(reason);
  await expect(page.getByText("Judging again…")).toBeHidden(JUDGED);
}

test("S02 S05 S09 S10 S22 S25 everybody reads on one page what was promised, by whom, and the rules in words", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/p/2615`);
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Policy" })
    .click();
  // The first page of a server that was just started.
  await expect(page.getByRole("heading", { level: 1, name: "Policy" })).toBeVisible(JUDGED);
  const promised = page.getByRole("region", { name: "What was promised" });
  for (const text of [
    "every issue should be wired to CICD e2e",
    "CTO, 12 June 2026",
    "patch + (operational guard) + e2e regression gate.",
    "internal/runbooks/dev-sop.md",
    "merge-blocking section",
    "a fix PR must add/extend an e2e gate that would catch the bug; reviewers reject fixes without one; real e2e preferred over unit mocks.",
    "no-flakes rule",
    "A flaky gate does not count as coverage.",
    "regression-coverage audit",
    "governs + signs off",
    "How far it is was not told, so its state is unknown.",
  ])
    await expect(promised.getByText(text, { exact: false }).first()).toBeVisible();
  await expect(promised.getByRole("listitem").filter({ hasText: "CR2 review" })).toContainText(
    "(unknown)",
  );
  await promised.getByRole("link", { name: "Test-shipped (has_test@1)" }).click();
  await expect(page).toHaveURL(/measure=has_test/);
  await page.goBack();
  await expect(page.getByRole("region", { name: "The rules in force, in words" })).toContainText(
    "From the rung gated on, end-to-end tests count and no others.",
  );
});

test("the CTO lowers the rung in a dry run, sees the 82 items that would change and cancels: nothing changed; applied, overview, API and CSV say the same new figure with the new version", async ({
  page,
  address,
}) => {
  await nameOperator(address);
  const before = await figures(page, address);
  expect(before.api).toEqual([expect.any(Number), 25, 154]);
  expect(before.csv).toEqual([25, [`blocking@${before.api[0]}`]]);
  const version = Number(before.api[0]);

  await page.goto(`${address}/p/2615/policy`);
  const region = await tryRung(page, "gated");
  await expect(region.getByRole("status")).toHaveText("No item would change. Nothing counts yet.");
  await tryRung(page, "tested");
  await expect(region.getByRole("status")).toHaveText("82 items would change. Nothing counts yet.");
  const figuresTable = region.getByRole("table", { name: "Figures before and after" });
  await expect(figuresTable.getByRole("row", { name: /^Fixes/ })).toContainText(
    "25 covered, 129 gaps at blocking",
  );
  await expect(figuresTable.getByRole("row", { name: /^Fixes/ })).toContainText(
    "107 covered, 47 gaps at tested",
  );
  const flips = region.getByRole("table", { name: "Items that would change" });
  await expect(flips.locator("tbody tr")).toHaveCount(82);
  await expect(flips.locator("tbody tr").first()).toContainText(
    /GAP-\d+.*Gap.*Covered.*Its evidence/,
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await region.getByRole("button", { name: /^Cancel/ }).click();
  await expect(flips).toBeHidden();
  expect(await figures(page, address)).toEqual(before);

  await page.goto(`${address}/p/2615/policy`);
  await applyRung(page, "tested", "Tests first, gates next.");
  const after = await figures(page, address);
  expect(after.api).toEqual([version + 1, 107, 154]);
  expect(after.csv).toEqual([107, [`tested@${version + 1}`]]);
  expect(after.overview).toContain(`the policy’s measure, version ${version + 1}`);
  expect(after.overview).toContain("69.5 %");

  await page.goto(`${address}/p/2615/policy`);
  const versions = page.getByRole("table", { name: /^Versions of the policy/ });
  await expect(versions.getByRole("row", { name: /Tests first/ })).toContainText(
    "107 of 154 at tested",
  );
  await expect(versions.getByRole("row", { name: /The first one/ })).toContainText(
    "25 of 154 at blocking",
  );
  // The stories after this one count on it.
  await applyRung(page, "blocking", "Back to what the mandate asks for.");
  expect((await figures(page, address)).api).toEqual([version + 2, 25, 154]);
});

test("rules that are wrong are told with their place and tried by nobody; a program manager holds one pull request against a rule before it counts", async ({
  page,
  address,
}) => {
  await nameOperator(address);
  await page.goto(`${address}/p/2615/policy`);
  const region = change(page);
  await region.getByText("Rules on fixes, kinds of tests and clusters…").click();
  const fixRules = region.getByLabel("Rules on what counts as a fix");
  await fixRules.fill('[{ "when": { "label": ["x"] }, "isFix": false, "reason": "because" }]');
  await region.getByRole("button", { name: "Try these rules" }).click();
  await expect(region.getByRole("alert").first()).toContainText(
    'Rules on what counts as a fix [0].when: there is no field "label"',
  );
  await fixRules.fill('[{ "when": { "titles": ["login"] }, "isFix": false, "reason": "A demo." }]');

  const bench = page.getByRole("region", { name: "Try a pull request" });
  await expect(bench.getByText("which are not in force")).toBeVisible();
  await bench.getByLabel("Which").selectOption("pasted");
  await bench.getByLabel("Title").fill("fix(login): a crash");
  await bench.getByLabel("Difference").fill("no difference");
  await bench.getByRole("button", { name: "Judge it" }).click();
  await expect(bench.getByRole("alert")).toContainText("Paste what `git diff` prints");
  await bench
    .getByLabel("Difference")
    .fill("diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-a = 1\n+a = 2\n");
  await bench.getByRole("button", { name: "Judge it" }).click();
  const answer = bench.getByRole("region", { name: "What it counts as" });
  await expect(answer).toContainText("It is no fix");
  await expect(answer).toContainText("Rule 1 of the policy says that it is no fix: A demo.");
  await region.getByRole("button", { name: /^Back to version/ }).click();
  await bench.getByRole("button", { name: "Judge it" }).click();
  await expect(answer).toContainText("It counts as a fix.");
});
