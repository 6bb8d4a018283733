import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, ready, test } from "./support/fixtures.ts";
import { newPlace, type Place, type Server, startServer } from "./support/server.ts";

const root = join(import.meta.dirname, "..");
const JUDGED = { timeout: 30_000 };
const MANAGER = "Program manager";
const BOOT = "provision/provisioner";
const CORE = "core security/governance (lighter)";
const MERGED = "Boot and governance";

// Stories that decide start a server of their own: the figures of the others stay.
test.setTimeout(240_000);

const gateline = (place: Place, ...args: string[]) =>
  promisify(execFile)(process.execPath, ["bin/gateline.mjs", ...args], {
    cwd: root,
    env: { ...process.env, GATELINE_DATA: join(place.folder, "data") },
  });

async function openClusters(page: Page, server: Server): Promise<void> {
  await page.goto(`${server.url}/p/2615/clusters?measure=has_test@1`);
}

const lineOf = (page: Page, name: string) =>
  page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
const gapsOf = (page: Page, name: string) =>
  lineOf(page, name).getByRole("link", { name: /: open the list$/ });
const words = (page: Page) => page.getByRole("region", { name: "What people decided about clus" });

/** Every cluster with its gaps, and the sum below them. */
async function figures(page: Page): Promise<readonly string[]> {
  const sum = page.getByRole("region", { name: "Every gap once" });
  const names = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  const gaps = await page.getByRole("link", { name: /: open the list$/ }).allInnerTexts();
  return [...names, ...gaps, await sum.innerText()];
}

/** Reads every source anew, and waits until that is through and judged. */
async function syncAgain(server: Server): Promise<void> {
  type Run = { startedAt: string; state: string } | null;
  type Sources = { syncing: boolean; sources: { id: number; repositories: { run: Run }[] }[] };
  const api = async (path: string, method = "GET"): Promise<unknown> =>
    (await fetch(`${server.url}/api/v1${path}`, { method })).json();
  const since = new Date().toISOString();
  const { sources } = (await api("/sources")) as Sources;
  for (const { id } of sources) await api(`/sources/${id}/sync`, "POST");
  await expect(async () => {
    const now = (await api("/sources")) as Sources;
    const runs = now.sources.flatMap(({ repositories }) => repositories.map(({ run }) => run));
    expect(runs.some((run) => run !== null && run.startedAt > since)).toBe(true);
    expect(now.syncing).toBe(false);
  }).toPass({ timeout: 60_000 });
}

async function named(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog").filter({ has: page.getByLabel("Name", { exact: true }) });
  await dialog.getByLabel("Name", { exact: true }).fill(MANAGER);
  await dialog.getByRole("button", { name: "Save name" }).click();
}

test("S38 a program manager merges two clusters and renames one: it holds through a reload, a sync and a rebuild, every gap is still counted once, and taken back all is as it was", async ({
  page,
}) => {
  const place = await newPlace();
  const server = startServer(place);
  await ready(server);
  await openClusters(page, server);
  const before = await figures(page);
  const sum = before.at(-1) ?? "";
  expect(sum).toMatch(/= 52\s/);
  await expect(gapsOf(page, BOOT)).toHaveText(/^5 /);
  await expect(gapsOf(page, CORE)).toHaveText(/^3 /);
  await expect(lineOf(page, BOOT)).toContainText("rule of the policy");

  const merge = page.getByRole("button", { name: "Merge…" });
  await page.getByRole("checkbox", { name: `Choose ${BOOT}` }).check();
  await page.getByRole("link", { name: CORE, exact: true }).focus();
  await page.keyboard.press("x");
  await expect(page.getByText("2 chosen")).toBeVisible();
  await merge.click();
  await named(page);
  const dialog = page.getByRole("dialog", { name: "Merge 2 clusters" });
  await dialog.getByRole("radio", { name: /^core security/ }).check();
  await dialog.getByLabel("New name (optional)").fill(MERGED);
  await dialog.getByLabel("Reason (optional)").fill("one harness closes both");
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(gapsOf(page, MERGED)).toHaveText(/^8 /, JUDGED);
  await expect(merge).toBeFocused();

  const asMerged = await figures(page);
  expect(asMerged.at(-1)).toBe(sum);
  const again = [
    () => page.reload(),
    () => syncAgain(server),
    () => gateline(place, "rebuild"),
    () => gateline(place, "sync"),
  ];
  for (const each of again) {
    await each();
    await openClusters(page, server);
    await expect(page.getByText("Judging again…")).toHaveCount(0, JUDGED);
    expect(await figures(page)).toEqual(asMerged);
  }
  await expect(words(page).getByRole("listitem")).toHaveCount(2);
  await expect(words(page)).toContainText(`“${BOOT}” merged into “${CORE}”`);
  await expect(words(page)).toContainText(MANAGER);
  await expect(words(page)).not.toContainText("without effect here");

  await takeBackByKeyboard(page, `“${CORE}” is called “${MERGED}”`);
  await takeBackByKeyboard(page, `“${BOOT}” merged into “${CORE}”`);
  await expect(words(page)).toContainText("Nobody has said anything.");
  await expect(gapsOf(page, BOOT)).toHaveText(/^5 /, JUDGED);
  expect(await figures(page)).toEqual(before);
  await server.stop("SIGTERM");
});

/** No mouse: a dialog that Escape closes and that gives the focus back, and then one that decides. */
async function takeBackByKeyboard(page: Page, said: string): Promise<void> {
  const open = words(page).getByRole("button", { name: `Take back… ${said}` });
  const dialog = page.getByRole("dialog", { name: "Take it back" });
  await open.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Reason (optional)")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(open).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Reason (optional)")).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Take it back" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(open).toHaveCount(0, JUDGED);
  // The focus was on what is gone; it stays with the list.
  await expect(page.getByRole("region", { name: "Words on clusters" })).toBeFocused(JUDGED);
}

test("a program manager splits members off a cluster, moves one back, and takes the split back, with which the page of the new cluster goes", async ({
  page,
}) => {
  const place = await newPlace();
  const server = startServer(place);
  await ready(server);
  await fetch(`${server.url}/api/v1/operator`, {
    method: "PUT",
    body: JSON.stringify({ name: MANAGER }),
  });
  await page.goto(`${server.url}/p/2615/clusters/provisioner?measure=has_test@1`);
  const members = page.getByRole("region", { name: "Members", exact: true });
  const all = await members.getByRole("row").count();
  const boxes = members.getByRole("checkbox", { name: /^Choose GAP-/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: "Split off…" }).click();
  const split = page.getByRole("dialog", { name: `Split from “${BOOT}”` });
  await split.getByLabel("Name of the new cluster").fill("Boot path");
  await split.getByRole("button", { name: "Split off" }).click();
  await expect(members.getByRole("row")).toHaveCount(all - 2, JUDGED);

  await page.goto(`${server.url}/p/2615/clusters/boot-path?measure=has_test@1`);
  await expect(page.getByText("by a person", { exact: true })).toBeVisible();
  await expect(members.getByRole("row")).toHaveCount(1 + 2);
  await boxes.nth(0).check();
  await page.getByRole("button", { name: "Move to…" }).click();
  const move = page.getByRole("dialog", { name: "Move 1 member" });
  await move.getByLabel("To").selectOption({ label: BOOT });
  await move.getByRole("button", { name: "Move" }).click();
  await expect(members.getByRole("row")).toHaveCount(1 + 1, JUDGED);

  // With the cluster that a person made goes the page about it.
  await words(page)
    .getByRole("button", { name: /^Take back… .* split from/ })
    .click();
  const back = page.getByRole("dialog", { name: "Take it back" });
  await back.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("This cluster is no longer there")).toBeVisible(JUDGED);
  await page.getByRole("link", { name: "All clusters" }).click();
  await expect(gapsOf(page, BOOT)).toHaveText(/^5 /, JUDGED);
  await server.stop("SIGTERM");
});
