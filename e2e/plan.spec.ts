import type { Page } from "@playwright/test";
import { expect, ready, test } from "./support/fixtures.ts";
import { newPlace, startServer } from "./support/server.ts";

// The story that decides starts a server of its own: the figures of the others stay.
test.setTimeout(180_000);

const HARNESS = /^One new gate for workflows, deploy-pipeline and scripts/;
const PROVISIONER = /^One new gate for provision\/provisioner/;

const order = (page: Page) => page.getByRole("region", { name: "Dispatch order" });
const entry = (page: Page, title: RegExp) =>
  order(page)
    .locator("li[data-plan-key]")
    .filter({ has: page.getByRole("heading", { level: 3, name: title }) });
const titles = (page: Page) => order(page).getByRole("heading", { level: 3 }).allTextContents();

test("S35 S36 S39 S51 a CTO reads that the harness comes first of the work with 24 gaps, in whose hands it is, and that the provisioner waits for a sign-off", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/p/2615`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Plan" })).toBeVisible();
  await page
    .getByRole("navigation", { name: "Measure" })
    .getByRole("link", { name: "Test-shipped" })
    .click();
  await expect(page.getByText("102 of 154, 66.2 %")).toBeVisible();

  const harness = entry(page, HARNESS);
  await expect(harness).toContainText("Closes 24 of cp’s 41 gaps.");
  await expect(harness).toContainText("59.8 % (61/102)");
  await expect(harness).toContainText("83.3 % (85/102)");
  await expect(harness).toContainText("dispatching");
  await expect(harness).toContainText("with Kimi + MiniMax");
  // Above it stands only what the text itself puts first.
  const declared = order(page).locator("li[data-plan-key]").first();
  await expect(declared).toContainText("secret-rotation-propagation");
  await expect(order(page).locator("li[data-plan-key]").nth(1)).toContainText(
    "Closes 24 of cp’s 41 gaps",
  );
  await harness.getByText(/^24 gaps of One/).click();
  await expect(harness.getByRole("link", { name: /^GAP-\d+$/ })).toHaveCount(24);

  await expect(entry(page, PROVISIONER)).toContainText(
    "blocked by the CTO’s sign-off: none recorded",
  );
  const waits = page.getByRole("region", { name: "Waits for a sign-off" });
  await expect(waits.getByRole("definition")).toHaveCount(1);
  await expect(waits).toContainText("One new gate for provision/provisioner");
  const lanes = page.getByRole("region", { name: "Who has what" });
  await expect(lanes.getByRole("heading", { level: 3 }).first()).toContainText("Kimi + MiniMax");
  await expect(lanes.getByRole("heading", { level: 3 }).last()).toContainText("nobody");
});

test("S39 a program manager takes the plan along as Markdown", async ({ page, address }) => {
  await page.goto(`${address}/p/2615/plan?measure=has_test@1`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.getByText("The plan is copied as Markdown")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const answer = await page.request.get(
    `${address}/api/v1/programs/2615/plan.md?measure=has_test@1`,
  );
  expect(answer.headers()["content-type"]).toBe("text/markdown; charset=utf-8");
  expect(copied).toBe(await answer.text());
  expect(copied).toContain("24 of cp’s 41 gaps");
  expect(copied).toContain("blocked by the CTO’s sign-off");
});

async function named(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog").filter({ has: page.getByLabel("Name") });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Save name" }).click();
}

test("S22 S39 S52 a program manager moves the provisioner’s work up by keyboard, gives the harness to an agent and marks it P1; after a reload it is still so, and going back to the order by rule restores it", async ({
  page,
}) => {
  const place = await newPlace();
  const server = startServer(place);
  await ready(server);
  const plan = `${server.url}/p/2615/plan?measure=has_test@1`;
  await page.goto(plan);
  await expect(entry(page, HARNESS)).toContainText("Kimi + MiniMax");
  const byRule = await titles(page);
  const from = byRule.findIndex((title) => PROVISIONER.test(title));
  const said = order(page).getByRole("status");

  const up = entry(page, PROVISIONER).getByRole("button", { name: /^Move up/ });
  await up.focus();
  await page.keyboard.press("Enter");
  await named(page, "Program manager");
  await expect(said).toHaveText(new RegExp(`place ${from} of ${byRule.length}$`));
  await expect(order(page)).toContainText("Ordered by hand by Program manager");
  await expect(up).toBeFocused();
  // The other way round: from now on with the keys alone, several in a row.
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(said).toHaveText(new RegExp(`place ${from - 1} of ${byRule.length}$`));
  await expect(up).toBeFocused();
  const moved = byRule.toSpliced(from, 1).toSpliced(from - 2, 0, byRule[from] ?? "");
  await expect.poll(() => titles(page)).toEqual(moved);

  await entry(page, HARNESS)
    .getByRole("button", { name: /^Assign/ })
    .click();
  const assign = page.getByRole("dialog", { name: /^Who does/ });
  await assign.getByLabel("Name").fill("Kimi");
  await assign.getByRole("button", { name: "Give it", exact: true }).click();
  await expect(entry(page, HARNESS)).toContainText("with Kimi");
  const priority = entry(page, HARNESS).getByLabel(/^Priority of/);
  await priority.selectOption("P1");
  await expect(priority).toContainText("take back what Program manager said");
  await page.waitForLoadState("networkidle");

  await page.reload();
  expect(await titles(page)).toEqual(moved);
  await expect(entry(page, HARNESS)).toContainText("with Kimi");
  await expect(priority).toHaveValue("P1");
  const lanes = page.getByRole("region", { name: "Who has what" });
  await expect(lanes.getByRole("heading", { level: 3, name: /^Kimi/ })).toBeVisible();

  await page.getByRole("button", { name: "Back to the order by rule" }).click();
  await expect(order(page)).toContainText("By rule:");
  await expect.poll(() => titles(page)).toEqual(byRule);
  await priority.selectOption({ label: "take back what Program manager said" });
  await expect(priority).toHaveValue("P2");
  await entry(page, HARNESS)
    .getByRole("button", { name: /^Assign/ })
    .click();
  await assign.getByLabel("Name").fill("Kimi + MiniMax");
  await assign.getByRole("button", { name: "Give it", exact: true }).click();
  await expect(entry(page, HARNESS)).toContainText("with Kimi + MiniMax");
  await server.stop("SIGTERM");
});

test("a program manager with a mouse drags the last entry to the top, and of two who order at once the later one is told", async ({
  page,
}) => {
  const place = await newPlace();
  const server = startServer(place);
  await ready(server);
  await page.request.put(`${server.url}/api/v1/operator`, { data: { name: "Program manager" } });
  // Nothing scrolls under the mouse while it holds an entry.
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.goto(`${server.url}/p/2615/plan?measure=has_test@1`);
  const rows = order(page).locator("li[data-plan-key]");
  const byRule = await titles(page);
  await rows.last().getByTitle("Drag to another place").dragTo(rows.first());
  const dragged = [byRule.at(-1) ?? "", ...byRule.slice(0, -1)];
  await expect.poll(() => titles(page)).toEqual(dragged);
  await expect(order(page)).toContainText("Ordered by hand by Program manager");

  const words = `${server.url}/api/v1/programs/2615/plan/words`;
  const key = (await rows.nth(2).getAttribute("data-plan-key")) ?? "";
  const other = await page.request.post(words, {
    data: { said: { verb: "order", value: [key] } },
  });
  expect(other.status()).toBe(201);
  await rows
    .first()
    .getByRole("button", { name: /^Move down/ })
    .click();
  await expect(page.getByText("The plan could not be ordered")).toBeVisible();
  await expect(page.getByText(/ordered the plan in the meantime/)).toBeVisible();
  // What the other one said stands: of the rest the rule decides.
  await expect.poll(() => titles(page)).toEqual(byRule);

  await page.getByRole("button", { name: "Back to the order by rule" }).click();
  await expect(order(page)).toContainText("By rule:");
  await server.stop("SIGTERM");
});
