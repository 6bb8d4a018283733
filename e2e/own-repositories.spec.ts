import { scratchClone } from "../lib/forge/git/testing/scratch-clone.ts";
import { expect, ready, test } from "./support/fixtures.ts";
import { newPlace, startServer } from "./support/server.ts";

const WORKFLOW = `on: [pull_request]
jobs:
  smoke:
    runs-on: ubuntu-latest
    steps:
      - run: go test ./e2e/...
`;

const product = (name: string, result: number) =>
  `package shop\n\nfunc ${name}() int {\n\treturn ${result}\n}\n`;
const testOf = (name: string) =>
  `package shop\n\nfunc Test${name}(t *testing.T) {\n\tif ${name}() != 1 {\n\t\tt.Fatal()\n\t}\n}\n`;

/** Three merged fixes: one with a gated test, one with a test that no job runs, one with none. */
function writeHistory(clone: ReturnType<typeof scratchClone>): void {
  clone.write(".gitea/workflows/e2e.yml", WORKFLOW);
  clone.commit("ci: run the end-to-end tests (#1)");
  clone.write("pay.go", product("ChargeOnce", 1));
  clone.write("e2e/pay_test.go", testOf("ChargeOnce"));
  clone.commit("fix(pay): charge once (#2)");
  clone.write("list.go", product("KeepOrder", 1));
  clone.write("list_test.go", testOf("KeepOrder"));
  clone.commit("fix(list): keep the order (#3)");
  clone.write("list.go", product("KeepOrder", 2));
  clone.commit("fix(list): show the last row (#4)");
}

test("a program manager without the sample adds a clone, a program and its scope, and reads the figures", async ({
  page,
}) => {
  using clone = scratchClone();
  writeHistory(clone);
  const place = await newPlace();
  const server = startServer(place, { args: ["--no-sample"] });
  await ready(server);

  await page.goto(`${server.url}/settings/sources`);
  await page.getByLabel("Kind").selectOption({ value: "git" });
  await page.getByLabel("Name", { exact: true }).fill("shop");
  await page.getByLabel("Folder").fill(clone.directory);
  await page.getByRole("button", { name: "Add source" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Program manager");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("heading", { name: "shop" })).toBeVisible();
  await expect(page.getByText("A clone holds no issues")).toBeVisible();

  await page.goto(`${server.url}/settings/programs`);
  await page.getByLabel("Name", { exact: true }).fill("Shop safety");
  await page.getByLabel("Short name").fill("shop-safety");
  await page.getByLabel("Fixes since").fill("2020-01-01");
  await page.getByLabel("Policy").selectOption({ value: "gated" });
  await page.getByRole("button", { name: /Add.*program/i }).click();
  await expect(page).toHaveURL(/\/p\/shop-safety/);

  await page.goto(`${server.url}/p/shop-safety/settings`);
  await page.getByLabel("Repository", { exact: true }).fill("shop");
  await page.getByLabel("Alias", { exact: true }).fill("shop");
  await page.getByRole("button", { name: "Put in scope" }).click();
  await expect(page.getByRole("cell", { name: "shop", exact: true }).first()).toBeVisible();

  await expect(async () => {
    await page.goto(`${server.url}/p/shop-safety`);
    await expect(page.getByText("33.3 %").first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  const ladder = page.getByRole("region", { name: "Every measure, side by side", exact: true });
  await expect(ladder.getByRole("row", { name: /^Tested/ })).toContainText("66.7 %");
  await expect(ladder.getByRole("row", { name: /^Gated/ })).toContainText("33.3 %");
  await server.stop("SIGTERM");
});

test("a program manager removes the sample, and a restart does not bring it back", async ({
  page,
}) => {
  const place = await newPlace();
  const first = startServer(place);
  await ready(first);
  await page.goto(`${first.url}/p/2615/settings`);
  await page.getByRole("button", { name: "Remove the sample" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove the sample" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Program manager");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page).toHaveURL(/\/settings\/programs/);
  await first.stop("SIGTERM");

  const second = startServer(place);
  await ready(second);
  expect((await fetch(`${second.url}/api/v1/programs/2615/overview`)).status).toBe(404);
  const { sources } = (await (await fetch(`${second.url}/api/v1/sources`)).json()) as {
    sources: unknown[];
  };
  expect(sources).toEqual([]);
  await page.goto(second.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await second.stop("SIGTERM");
});
