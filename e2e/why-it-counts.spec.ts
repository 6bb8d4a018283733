import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { scratchClone } from "../lib/forge/git/testing/scratch-clone.ts";
import { expect, ready, test } from "./support/fixtures.ts";
import { newPlace, type Place, type Server, startServer } from "./support/server.ts";

const root = join(import.meta.dirname, "..");
const MANAGER = "Program manager";
const JUDGED = { timeout: 30_000 };

// Each story starts a server and half a dozen processes of the command line.
test.setTimeout(180_000);
const TEST = `package list

import "testing"

func TestKeepsTheOrder(t *testing.T) {
	if got := Keep([]int{2, 1}); got[0] != 2 {
		t.Fatal(got)
	}
}
`;

const gateline = (place: Place, ...args: string[]) =>
  promisify(execFile)(process.execPath, ["bin/gateline.mjs", ...args], {
    cwd: root,
    env: { ...process.env, GATELINE_DATA: join(place.folder, "data") },
  });

type Clone = ReturnType<typeof scratchClone>;
type Shop = { readonly clone: Clone; readonly place: Place; readonly server: Server };

/** Three merged fixes, one with a test, in a program of their own on a server of its own. */
async function openShop(clone: Clone): Promise<Shop> {
  clone.write("list/list.go", "package list\n\nfunc Keep(all []int) []int { return nil }\n");
  clone.commit("feat: lists (#1)");
  clone.write("list/list.go", "package list\n\nfunc Keep(all []int) []int { return all }\n");
  clone.write("list/list_test.go", TEST);
  clone.commit("fix: keep the order (#2)");
  clone.write("pay.go", "package shop // once\n");
  clone.commit("fix(pay): charge once (#3)");
  clone.write("show.go", "package shop // all\n");
  clone.commit("fix: show the last row (#4)");
  const place = await newPlace();
  const server = startServer(place, { args: ["--no-sample"] });
  await ready(server);
  await fetch(`${server.url}/api/v1/operator`, {
    method: "PUT",
    body: JSON.stringify({ name: MANAGER }),
  });
  await gateline(place, "source", "add", "shop", clone.directory);
  await gateline(place, "program", "add", "shop", "Shop", "--fixes-since", "2020-01-01");
  await gateline(place, "program", "scope", "shop", "1", "shop", "--alias", "shop");
  await gateline(place, "sync");
  return { clone, place, server };
}

const repository = (page: Page) =>
  page
    .getByRole("region", { name: "Repositories", exact: true })
    .getByRole("row", { name: /merged:/ });

/** The figures of the overview, once it says what is expected of it. */
async function figures(page: Page, server: Server, merged: string): Promise<string> {
  await expect(async () => {
    await page.goto(`${server.url}/p/shop`);
    await expect(repository(page)).toContainText(merged, { timeout: 500 });
  }).toPass(JUDGED);
  return page.getByRole("region", { name: "Every measure, side by side", exact: true }).innerText();
}

async function openItem(page: Page, server: Server, title: string): Promise<void> {
  await page.goto(`${server.url}/p/shop/gaps`);
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

test("an engineer reads on an item's page which rule, file and line made it tested", async ({
  page,
}) => {
  using clone = scratchClone();
  const { server } = await openShop(clone);
  await openItem(page, server, "fix: keep the order");
  const why = page.getByRole("region", { name: "Why it is judged so" });
  await expect(why.getByRole("region", { name: "Is it a fix" })).toContainText("title-type");
  const added = why
    .getByRole("region", { name: "Did it bring a test" })
    .getByRole("listitem")
    .filter({ hasText: "TestKeepsTheOrder" });
  await expect(added).toContainText("case-added");
  await expect(added.getByText("list/list_test.go:5")).toBeVisible();
  await expect(why.getByRole("region", { name: "Does the test reach the fix" })).toContainText(
    "Keep",
  );
  await expect(why.getByRole("region", { name: "How far the evidence climbs" })).toContainText(
    "reaches the rung tested",
  );
  await server.stop("SIGTERM");
});

test("S12 a program manager says that a fix is none: it leaves the figures with name and reason, stays out after a rebuild and a sync, and comes back", async ({
  page,
}) => {
  using clone = scratchClone();
  const { server, place } = await openShop(clone);
  const before = await figures(page, server, "4 merged: 3 fixes, 1 excluded");
  await openItem(page, server, "fix: show the last row");
  const item = page.url();
  await page.getByRole("button", { name: /^Not a fix/ }).click();
  const dialog = page.getByRole("dialog", { name: "Not a fix: shop#4" });
  await expect(dialog).toContainText("its gap closes with the reason");
  await dialog.getByLabel("Reason").fill("only the wording changed");
  await dialog.getByRole("button", { name: "Not a fix" }).click();
  await expect(page.getByText("It left the program’s scope")).toBeVisible(JUDGED);
  expect(await figures(page, server, "4 merged: 2 fixes, 2 excluded")).not.toBe(before);

  clone.write("notes.md", "notes\n");
  clone.commit("docs: notes (#5)");
  await gateline(place, "rebuild");
  await gateline(place, "sync");
  const without = await figures(page, server, "5 merged: 2 fixes, 3 excluded");
  expect(without).not.toBe(before);
  await page.goto(item);
  await expect(page.getByRole("heading", { name: /in no program’s scope/ })).toBeVisible();
  await page.goto(`${server.url}/p/shop`);
  await repository(page)
    .getByRole("link", { name: /3 excluded/ })
    .click();
  const row = page.getByRole("listitem").filter({ hasText: "fix: show the last row" });
  await expect(row).toContainText(`${MANAGER} decided: not a fix. only the wording changed`);

  await takeBackByKeyboard(page, "the wording was the defect");
  await expect(row).toHaveCount(0, JUDGED);
  expect(await figures(page, server, "5 merged: 3 fixes, 2 excluded")).toBe(before);
  await server.stop("SIGTERM");
});

/** No mouse: a dialog that Escape closes and that gives the focus back, and then one that decides. */
async function takeBackByKeyboard(page: Page, reason: string): Promise<void> {
  const open = page.getByRole("button", { name: /^Let the rules decide… ?shop#4/ });
  const dialog = page.getByRole("dialog", { name: /^Let the rules decide/ });
  await open.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Reason")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Reason")).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.type(reason);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Let the rules decide" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

test("an engineer says that the tests of a folder are end to end, sees it told as a person's word, and takes it back", async ({
  page,
}) => {
  using clone = scratchClone();
  const { server } = await openShop(clone);
  await openItem(page, server, "fix: keep the order");
  const tests = page.getByRole("region", { name: "Did it bring a test" });
  await expect(tests).toContainText("Kind unit");
  await tests.getByRole("button", { name: /^Another kind/ }).click();
  const dialog = page.getByRole("dialog", { name: "Another kind of tests in shop" });
  await expect(dialog.getByLabel("Tests")).toHaveValue("list/**");
  await dialog.getByLabel("Are of the kind").selectOption("e2e");
  await dialog.getByLabel("Reason").fill("they drive the shop from outside");
  await dialog.getByRole("button", { name: "Decide the kind" }).click();
  await expect(tests).toContainText(
    `Kind e2e: ${MANAGER} decided so: they drive the shop from outside`,
  );

  await page.goto(`${server.url}/p/shop/merged`);
  const words = page.getByRole("table", { name: "Kinds of tests decided by people" });
  await expect(words.getByRole("row", { name: /list\/\*\*/ })).toContainText(MANAGER);
  await words.getByRole("button", { name: /^Take back/ }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("they do not");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("Nobody has decided the kind of any test.")).toBeVisible();
  await openItem(page, server, "fix: keep the order");
  await expect(async () => {
    await page.reload();
    await expect(tests).toContainText("Kind unit", { timeout: 500 });
  }).toPass(JUDGED);
  await server.stop("SIGTERM");
});
