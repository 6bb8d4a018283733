// Photographs every page of a running server at two widths, light and dark, and says what the browser's
// console said: node scripts/screenshots.ts http://localhost:3000 FOLDER [part of a page's name]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "./find-browser.ts";

const [base = "http://localhost:3000", folder = "test-results/screens", only = ""] =
  process.argv.slice(2);
const PAGES: Readonly<Record<string, string>> = {
  overview: "/p/2615",
  "overview-has-test-up": "/p/2615?measure=has_test@1&chart=up",
  gaps: "/p/2615/gaps?measure=has_test@1&verdict=gap&cluster=deploy-gate",
  "gaps-all": "/p/2615/gaps?verdict=gap",
  item: "/gaps/GAP-100",
  clusters: "/p/2615/clusters?measure=has_test@1",
  cluster: "/p/2615/clusters/deploy-gate?measure=has_test@1",
  plan: "/p/2615/plan",
  "plan-has-test": "/p/2615/plan?measure=has_test@1",
  gates: "/p/2615/gates",
  gate: "/p/2615/gates/8?files=canvas/a.ts",
  links: "/p/2615/links",
  merged: "/p/2615/merged",
  "merged-fixes": "/p/2615/merged?counts=fix",
  "merged-direct": "/p/2615/merged?counts=direct",
  policy: "/p/2615/policy",
  settings: "/p/2615/settings",
  sources: "/settings/sources",
  programs: "/settings/programs",
  missing: "/p/none",
};
const WIDTHS = [375, 1440];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
for (const colorScheme of ["light", "dark"] as const) {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(PAGES).filter(([key]) => key.includes(only))) {
      page.removeAllListeners("console");
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type()))
          console.log(`${name} ${width}: ${message.text()}`);
      });
      await page.goto(base + path, { waitUntil: "networkidle" });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      if (wide > 0) console.log(`${name} ${width}: ${wide} px wider than the window`);
      await page.screenshot({
        path: join(folder, `${name}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
    }
    await context.close();
  }
}
await browser.close();
