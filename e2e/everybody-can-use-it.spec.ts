import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./support/fixtures.ts";

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ["the overview", "/p/2615"],
  ["the burn-up", "/p/2615?measure=has_test@1&chart=up"],
  ["the gap list", "/p/2615/gaps?measure=has_test@1&verdict=gap"],
  ["the open issues", "/p/2615/gaps?population=issue"],
  ["an empty list", "/p/2615/gaps?q=nothing-has-this-title"],
  ["what was excluded", "/p/2615/merged"],
  ["what counts as a fix", "/p/2615/merged?counts=fix"],
  ["commits without a pull request", "/p/2615/merged?counts=direct"],
  ["one item", "/gaps/GAP-100"],
  ["the clusters", "/p/2615/clusters?measure=has_test@1"],
  ["one cluster", "/p/2615/clusters/deploy-gate?measure=has_test@1"],
  ["the plan", "/p/2615/plan?measure=has_test@1"],
  ["the gates", "/p/2615/gates"],
  ["one gate", "/p/2615/gates/8?files=canvas/a.ts"],
  ["the links to confirm", "/p/2615/links"],
  ["the policy", "/p/2615/policy"],
  ["the program's settings", "/p/2615/settings"],
  ["the sources", "/settings/sources"],
  ["the programs", "/settings/programs"],
];

for (const [name, path] of PAGES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`a person with a screen reader finds nothing broken on ${name}, ${colorScheme}`, async ({
      browser,
      address,
    }) => {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      await page.goto(address + path, { waitUntil: "networkidle" });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(" ")}`);
      expect(found).toEqual([]);
      await context.close();
    });
  }

  test(`a person on a telephone sees ${name} without scrolling it sideways, and it complains of nothing`, async ({
    browser,
    address,
  }) => {
    const context = await browser.newContext({ viewport: { width: 375, height: 740 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(address + path, { waitUntil: "networkidle" });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect([excess, complaints]).toEqual([0, []]);
    await context.close();
  });
}

test("an engineer without a mouse walks down the list, opens a gap and comes back", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/p/2615/gaps?measure=has_test@1&verdict=gap`);
  await expect(page.locator("tbody tr").first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/gaps\/GAP-\d+/);
  await page.goBack();
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search by title or number")).toBeFocused();
  await page.keyboard.type("wait-for-ci");
  await expect(page).toHaveURL(/q=wait-for-ci/);
  await expect(page.locator("tbody tr").first()).toContainText("wait-for-ci");
});
