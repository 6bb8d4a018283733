import type { Page } from "@playwright/test";
import { expect, ready, test } from "./support/fixtures.ts";
import { newPlace, startServer } from "./support/server.ts";

const JUDGED = { timeout: 30_000 };

// Stories that decide start a server of their own: the figures of the others stay.
test.setTimeout(180_000);

test("S18 S21 an engineer reads which gates are required, what one holds up and whether it would run for a file", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/p/2615/gates`);
  const required = page.getByRole("region", { name: "Required checks" });
  await expect(required).toContainText("e2e-chat / chat (pull_request)");
  await expect(page.getByRole("region", { name: "Orphan tests" })).toContainText("test files");
  await page.getByRole("link", { name: "chat", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "chat" })).toBeVisible();
  const held = page.getByRole("region", { name: "What it holds up" });
  await expect(held.getByRole("listitem")).toHaveCount(5);
  await page.getByLabel("Files of the change").fill("canvas/e2e/chat/new.spec.ts");
  await expect(page.getByText("It runs", { exact: true })).toBeVisible();
  await held.getByRole("link", { name: "The list of them" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^5 / })).toBeVisible();
});

test("S53 a CTO reads that five gate pull requests brought 102 fixes with a test to 107, and 25 that hold up a merge", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/p/2615`);
  const rungs = page.getByRole("region", { name: "Every measure, side by side", exact: true });
  for (const [rung, share, covered] of [
    ["Test-shipped", "66.2 %", "102"],
    ["Tested", "69.5 %", "107"],
    ["Gated", "16.2 %", "25"],
    ["Executed", "16.2 %", "25"],
    ["Blocking", "16.2 %", "25"],
  ] as const) {
    const row = rungs.getByRole("row", { name: new RegExp(`^${rung}`) });
    await expect(row).toContainText(share);
    await expect(row.getByRole("link", { name: new RegExp(`^${covered}\\b`) })).toBeVisible();
  }
});

async function named(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog").filter({ has: page.getByLabel("Name") });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Save name" }).click();
}

test("S04 S21 a program manager records a guard, which covers nothing, and links an existing gate to a gap: it is covered until the link is taken back", async ({
  page,
}) => {
  const place = await newPlace();
  const server = startServer(place);
  await ready(server);
  await page.goto(`${server.url}/p/2615/gaps?q=docker-cli`);
  await page.getByRole("link", { name: /pin the client to the daemon/ }).click();
  const extended = page.getByRole("region", { name: "Gates that could be extended" });
  await expect(extended.getByRole("link", { name: "cp deploy-gate" })).toBeVisible();

  await page.getByRole("button", { name: "Record…" }).click();
  await named(page, "Program manager");
  const guard = page.getByRole("dialog", { name: /guard/i });
  await guard.getByLabel(/guard/i).first().fill("An alarm on failed pulls");
  await guard.getByLabel("Reason").fill("it rang twice");
  await guard.getByRole("button", { name: /Record/ }).click();
  await expect(page.getByText("An alarm on failed pulls").first()).toBeVisible(JUDGED);
  await expect(page.getByText("Gap", { exact: true }).first()).toBeVisible();

  await page.getByRole("button", { name: "Link a gate…" }).click();
  const link = page.getByRole("dialog", { name: /Link a gate to GAP-/ });
  await link.getByRole("radio", { name: /cp deploy-gate/ }).check();
  await link.getByLabel("Reason").fill("it pulls with the pinned client");
  await link.getByRole("button", { name: "Link the gate" }).click();
  await expect(page.getByText("Covered", { exact: true }).first()).toBeVisible(JUDGED);

  const links = page.getByRole("region", { name: "Links", exact: true });
  await links.getByRole("button", { name: /^Take back/ }).click();
  const back = page.getByRole("dialog");
  await back.getByLabel("Reason").fill("another client after all");
  await back.getByRole("button", { name: /Take back/ }).click();
  await expect(page.getByText("Gap", { exact: true }).first()).toBeVisible(JUDGED);
  await server.stop("SIGTERM");
});

test("S08 a reviewer says that a gate is linked to an incident and not enough for it: the incident is GATE_INSUFFICIENT with the note, until that is taken back", async ({
  page,
}) => {
  const place = await newPlace();
  const server = startServer(place);
  await ready(server);
  const note = "It brings a secret of its own; the one that an agent gets is never used.";
  await page.goto(`${server.url}/p/2615/gaps?population=issue&q=wedge`);
  await page.getByRole("link", { name: /MiniMax wedge/ }).click();
  const head = page.getByRole("main");
  await expect(head).toContainText("· OPEN");

  await page.getByRole("button", { name: "Link a gate…" }).click();
  await named(page, "Reviewer");
  const link = page.getByRole("dialog", { name: /Link a gate to GAP-/ });
  await link.getByRole("radio", { name: /core api/ }).check();
  await link.getByRole("radio", { name: /not enough/i }).check();
  await link.getByLabel("What it does not reach").fill(note);
  await link.getByRole("button", { name: "Link the gate" }).click();
  await expect(head).toContainText("· GATE_INSUFFICIENT", JUDGED);
  await expect(page.getByText("Gap", { exact: true }).first()).toBeVisible();
  const done = page.getByRole("region", { name: "Definition of done" });
  await expect(done).toContainText(`is linked and not enough: ${note}`);
  const links = page.getByRole("region", { name: "Links", exact: true });
  await expect(links).toContainText("does not cover enough of this");

  await links.getByRole("button", { name: /^Take back/ }).click();
  const back = page.getByRole("dialog");
  await back.getByLabel("Reason").fill("another gate is meant");
  await back.getByRole("button", { name: /Take back/ }).click();
  await expect(head).toContainText("· OPEN", JUDGED);
  await server.stop("SIGTERM");
});

test("a reviewer rejects what a gate pull request says that it covers: the fix is a gap, the rejection stays listed with name and reason, and taken back the fix is covered again", async ({
  page,
}) => {
  const place = await newPlace();
  const server = startServer(place);
  await ready(server);
  await page.goto(`${server.url}/p/2615/gaps?q=trusted-event&verdict=covered`);
  await page.getByRole("link", { name: /gate-check-v3 trusted-event only/ }).click();
  const links = page.getByRole("region", { name: "Links", exact: true });
  await links
    .getByRole("button", { name: /^Reject/ })
    .first()
    .click();
  await named(page, "Reviewer");
  const reject = page.getByRole("dialog", { name: /^Reject: core#2621 covers core#2589/ });
  await reject.getByLabel("Reason").fill("it drives another path");
  await reject.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText("Gap", { exact: true }).first()).toBeVisible(JUDGED);
  await links.getByText("Rejected: 1 link").click();
  await expect(links.getByText("Reviewer rejected it.")).toContainText("it drives another path");

  await page.goto(`${server.url}/p/2615/links`);
  const rejected = page.getByRole("region", { name: "Rejected: 1 link" });
  await expect(rejected.getByRole("listitem")).toContainText("does not cover core#2589");
  await rejected.getByRole("link", { name: "core#2589" }).click();
  await links.getByText("Rejected: 1 link").click();
  await links.getByRole("button", { name: /^Take back/ }).click();
  const back = page.getByRole("dialog", { name: /core#2621 covers core#2589/ });
  await back.getByLabel("Reason").fill("it is the same path after all");
  await back.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("Covered", { exact: true }).first()).toBeVisible(JUDGED);
  await expect(links.getByText("Rejected: 1 link")).toBeHidden();
  await server.stop("SIGTERM");
});
