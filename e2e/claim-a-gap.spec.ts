import type { Page } from "@playwright/test";
import { expect, ready, test } from "./support/fixtures.ts";
import { startServer } from "./support/server.ts";

test("S28 S29 S30 a CTO reads 78.8 % and 59.8 % on the overview, and 66.2 % in all", async ({
  page,
  address,
}) => {
  await page.goto(address);
  await expect(page).toHaveURL(/\/p\/2615$/);
  const repositories = page.getByRole("region", { name: "Repositories", exact: true });
  await expect(repositories.getByRole("row", { name: /molecule-core/ })).toContainText("78.8 %");
  await expect(repositories.getByRole("row", { name: /molecule-controlplane/ })).toContainText(
    "59.8 %",
  );
  await expect(repositories.getByRole("row", { name: /Total/ })).toContainText("66.2 %");
});

test("S13 a CTO sees that 2 of 5 repositories were audited and the others are no figure", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/p/2615`);
  const repositories = page.getByRole("region", { name: "Repositories", exact: true });
  await expect(repositories).toContainText("2 of 5 repositories");
  for (const name of ["molecule-ci", "molecule-app", "landingpage"]) {
    const row = repositories.getByRole("row", { name: new RegExp(name) });
    await expect(row).toContainText("NOT AUDITED");
    await expect(row).not.toContainText("%");
  }
});

test("S02 S06 a CTO reads the mandate verbatim and the asserted baseline apart from every figure", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/p/2615`);
  await expect(page.getByText("every issue should be wired to CICD e2e")).toBeVisible();
  await expect(page.getByText("about 13 % really CI-gated")).toBeVisible();
  await expect(page.getByText("as of 12 June 2026").first()).toBeVisible();
});

test("S29 S32 an engineer follows 59.8 % to its 102 rows, narrows to the 24 deploy gaps and claims one, which survives a restart", async ({
  page,
  place,
  sample,
}) => {
  await page.goto(`${sample.server.url}/p/2615`);
  await page.getByRole("link", { name: /59\.8 %/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "102" })).toBeVisible();
  expect(await rowsOnAllPages(page)).toBe(102);

  await page.getByLabel("Filter by cluster").selectOption({ label: "CP deploy/CI-gate family" });
  await expect(page).toHaveURL(/cluster=deploy-gate/);
  await page
    .getByRole("navigation", { name: "Verdict" })
    .getByRole("link", { name: /^Gap/ })
    .click();
  await expect(page.getByRole("status").filter({ hasText: "24 gaps" })).toBeVisible();
  await expect(page.locator("tbody tr")).toHaveCount(24);

  const claim = page.getByRole("button", { name: /^Claim GAP-/ }).first();
  const gap = (await claim.getAttribute("aria-label"))?.replace("Claim ", "") ?? "";
  await claim.click();
  await page.getByLabel("Name", { exact: true }).fill("Fleet engineer");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("button", { name: `Release ${gap}` })).toBeVisible();

  await sample.server.stop("SIGTERM");
  sample.server = startServer(place);
  await ready(sample.server);
  await page.goto(`${sample.server.url}/gaps/${gap}`);
  await expect(page.getByText("claimed it")).toBeVisible();
  await page.getByRole("button", { name: /Release/ }).click();
  await expect(page.getByRole("button", { name: /Claim/ })).toBeVisible();
});

async function rowsOnAllPages(page: Page): Promise<number> {
  let rows = 0;
  for (;;) {
    await expect(page.locator("tbody tr").first()).toBeVisible();
    rows += await page.locator("tbody tr").count();
    const next = page
      .getByRole("navigation", { name: "Pages" })
      .getByRole("link", { name: /Next/ });
    if ((await next.count()) === 0) break;
    const before = page.url();
    await next.click();
    await expect(page).not.toHaveURL(before);
  }
  await page.goBack({ waitUntil: "load" });
  return rows;
}
