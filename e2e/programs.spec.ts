import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, ready, test } from "./support/fixtures.ts";
import { newPlace, startServer } from "./support/server.ts";

const JUDGED = { timeout: 30_000 };

// Each of these decides something, so each starts a server of its own.
test.setTimeout(180_000);

async function named(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog").filter({ has: page.getByLabel("Name") });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Save name" }).click();
}

/** What is wrong with the page for people who cannot see or click as others do. */
async function broken(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(" ")}`);
}

test("S15 S16 a program manager declares a gap, sees it in the list as P0 on top, and withdraws it", async ({
  page,
}) => {
  const server = startServer(await newPlace());
  await ready(server);
  await page.goto(`${server.url}/p/2615/gaps?verdict=gap`);
  await page.getByRole("link", { name: "Issues and declared gaps" }).click();
  const rows = page.locator("tbody tr");
  // Of the three that the text names two are closed, and the third is open.
  await expect(rows.first()).toContainText("P0");
  await expect(rows.first()).toContainText("agents-team-llm-secret-sync smoke test");

  await page.getByRole("button", { name: "Declare a gap" }).click();
  await named(page, "Program manager");
  const dialog = page.getByRole("dialog", { name: "Declare a gap" });
  await dialog.getByLabel("Title").fill("Nobody restarts an agent behind a new proxy");
  await dialog.getByLabel("Repository").selectOption("core");
  await dialog.getByLabel("Priority").selectOption("P0");
  await dialog.getByLabel("Where it was said").fill("The review of the wedge");
  expect(await broken(page)).toEqual([]);
  await dialog.getByLabel("Closed by").fill("736");
  await dialog.getByRole("button", { name: "Declare the gap" }).click();
  await expect(dialog.getByRole("alert")).toContainText("“736” names no pull request");
  await dialog.getByLabel("Closed by").fill("cp#99999");
  await dialog.getByRole("button", { name: "Declare the gap" }).click();

  const link = page.getByRole("link", { name: "Nobody restarts an agent behind a new proxy" });
  await expect(link).toBeVisible(JUDGED);
  await expect(page.getByRole("status").filter({ hasText: "19 open items" })).toBeVisible();
  // Behind those that were declared as P0 before, above every other.
  await expect(rows.nth(3)).toContainText("Nobody restarts an agent behind a new proxy");
  await expect(rows.nth(3)).toContainText("P0");
  await expect(rows.nth(4)).not.toContainText("P0");

  await link.click();
  const declared = page.getByRole("region", { name: "Declared gap" });
  await expect(declared).toContainText("The review of the wedge");
  await expect(declared).toContainText("cp#99999 · not there");
  await expect(page.getByText("at blocking, policy")).toContainText("OPEN");
  expect(await broken(page)).toEqual([]);
  await declared.getByRole("button", { name: "Withdraw…" }).click();
  const withdraw = page.getByRole("dialog", { name: /Withdraw GAP-/ });
  await withdraw.getByLabel("Reason").fill("another team has it");
  await withdraw.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(page).toHaveURL(/gaps\?population=issue/);
  await expect(page.getByRole("status").filter({ hasText: "18 open items" })).toBeVisible(JUDGED);
  await page.getByText("1 declared gap withdrawn").click();
  await expect(page.getByText("another team has it")).toBeVisible();
  expect(await broken(page)).toEqual([]);
  await page.getByRole("button", { name: /^Put back/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "19 open items" })).toBeVisible(JUDGED);
  await server.stop("SIGTERM");
});

test("a program manager archives a program, finds it in the archive, reads it there and restores it", async ({
  page,
}) => {
  const server = startServer(await newPlace());
  await ready(server);
  await page.goto(`${server.url}/p/2615/settings`);
  await page.getByRole("button", { name: "Archive the program" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Archive the program" }).click();
  await named(page, "Program manager");
  await expect(page).toHaveURL(/\/settings\/programs/);
  const archive = page.getByRole("region", { name: "Archive" });
  await expect(archive.getByRole("row", { name: /Every issue wired/ })).toContainText("16.2 %");
  await expect(archive).toContainText("archived on");
  expect(await broken(page)).toEqual([]);

  await archive.getByRole("link", { name: "Every issue wired to CI/CD e2e", exact: true }).click();
  const mark = page.getByRole("complementary", { name: "Archived program" });
  await expect(mark).toContainText("Archived on");
  await expect(page.getByText("66.2 %").first()).toBeVisible();
  expect(await broken(page)).toEqual([]);
  await page.getByRole("button", { name: "Every issue wired to CI/CD e2e", exact: true }).click();
  const switcher = page.getByRole("navigation", { name: "Programs" });
  await expect(switcher.getByRole("link", { name: /Every issue wired.*archived/ })).toBeVisible();
  await page.keyboard.press("Escape");

  await mark.getByRole("button", { name: "Restore" }).click();
  await expect(mark).toBeHidden();
  await page.goto(`${server.url}/settings/programs`);
  await expect(
    page
      .getByRole("table", { name: "Programs at work" })
      .getByRole("row", { name: /Every issue wired/ }),
  ).toContainText("2 of 5");
  await server.stop("SIGTERM");
});

test("leadership reads two programs side by side, changes between them on the same page, and takes a repository out of one's scope", async ({
  page,
}) => {
  const server = startServer(await newPlace());
  await ready(server);
  await page.goto(`${server.url}/settings/programs`);
  await page.getByLabel("Name", { exact: true }).fill("Core alone");
  await page.getByLabel("Short name").fill("core-alone");
  await page.getByLabel("Fixes since").fill("2026-05-15");
  await page.getByLabel("Time zone").fill("Europe/Berlin");
  await page.getByLabel("Policy").selectOption({ value: "gated" });
  await page.getByRole("button", { name: /Add.*program/i }).click();
  await named(page, "Program manager");
  await expect(page).toHaveURL(/\/p\/core-alone/);
  await page.goto(`${server.url}/p/core-alone/settings`);
  await page.getByLabel("Repository", { exact: true }).fill("molecule-ai/molecule-core");
  await page.getByLabel("Alias", { exact: true }).fill("kernel");
  await page.getByRole("button", { name: "Put in scope" }).click();
  await expect(page.getByRole("rowheader", { name: "kernel" })).toBeVisible();

  const table = page.getByRole("table", { name: "Programs at work" });
  await expect(async () => {
    await page.goto(`${server.url}/settings/programs`);
    const own = table.getByRole("row", { name: /Core alone/ });
    await expect(own).toContainText("1 of 1", { timeout: 500 });
    await expect(own).toContainText("gated");
    await expect(own).toContainText("15 May 2026; days of Europe/Berlin");
  }).toPass(JUDGED);
  await expect(table.getByRole("row", { name: /Every issue wired/ })).toContainText("16.2 %");

  await page.goto(`${server.url}/p/core-alone/gates`);
  await page.getByRole("button", { name: "Core alone" }).click();
  await page.getByRole("link", { name: /Every issue wired/ }).click();
  await expect(page).toHaveURL(/\/p\/2615\/gates$/);

  await page.goto(`${server.url}/p/2615/settings`);
  await page.getByRole("button", { name: "Take out… cp" }).click();
  const dialog = page.getByRole("dialog", { name: "Take cp out of scope" });
  await dialog.getByLabel("Reason").fill("another program has it");
  await dialog.getByRole("button", { name: "Take out of scope" }).click();
  await expect(page.getByRole("button", { name: "Take out… cp" })).toBeHidden();
  await expect(async () => {
    await page.goto(`${server.url}/settings/programs`);
    const sample = table.getByRole("row", { name: /Every issue wired/ });
    await expect(sample).toContainText("1 of 4", { timeout: 500 });
    // 13 of the 52 fixes that are left.
    await expect(sample).toContainText("25.0 %", { timeout: 500 });
  }).toPass(JUDGED);
  await server.stop("SIGTERM");
});
