import type { Locator, Page } from "@playwright/test";
import { sample2615 } from "../lib/fake/sample-2615/sample-2615.ts";
import { type FakeServer, serveFake } from "../lib/fake/serve.ts";
import { expect, ready, test } from "./support/fixtures.ts";
import { newPlace, type Server, startServer } from "./support/server.ts";

const SLOW_MS = 400;
const LONG = { timeout: 60_000 };

/** A forge that can be slow, go away and come back where it was. */
async function ownForge() {
  const store = sample2615();
  const pace = { slow: false };
  const serve = (port: number): Promise<FakeServer> =>
    serveFake({
      store,
      port,
      // Many short pages, so that there is something to watch.
      pageMax: 3,
      faults: () => (pace.slow ? { kind: "delay", delayMs: SLOW_MS } : null),
    });
  let served = await serve(0);
  const { url } = served;
  return {
    url,
    pace,
    goAway: () => served.close(),
    async comeBack() {
      served = await serve(Number(new URL(url).port));
    },
  };
}

const nameYourself = async (page: Page) => {
  await page.getByRole("dialog").getByLabel("Name").fill("Operator");
  await page.getByRole("button", { name: "Save name" }).click();
};

/** Says who one is where that is asked: another story on the same server may have said so before. */
async function nameYourselfIfAsked(page: Page, next: Locator): Promise<void> {
  const asked = page.getByRole("dialog").getByLabel("Name");
  await expect(asked.or(next)).toBeVisible();
  if (await asked.isVisible()) await nameYourself(page);
}

async function putInScope(page: Page, server: Server, alias: string, repository: string) {
  await page.goto(`${server.url}/p/safety/settings`);
  await page.getByLabel("Repository", { exact: true }).fill(repository);
  await page.getByLabel("Alias", { exact: true }).fill(alias);
  await page.getByRole("button", { name: "Put in scope" }).click();
  await expect(page.getByText("Repository put in scope")).toBeVisible();
}

const ledgerOf = (page: Page, repository: string) =>
  page.locator("tbody").filter({ hasText: repository });

/** What the figure of a program says; it is on its overview as long as anything was ever read whole. */
const covered = (page: Page) => page.getByRole("row", { name: /controlplane/ }).first();

test("an operator adds a forge, sees how far it is, reads that it went away while the last whole figures stay, and it completes when it is back", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const forge = await ownForge();
  const place = await newPlace();
  const server = startServer(place, { args: ["--no-sample"] });
  await ready(server);
  const streams: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/events")) streams.push(request.url());
  });
  page.on("pageerror", (error) => complaints.push(error.message));

  await page.goto(`${server.url}/settings/sources`);
  await page.getByLabel("Kind").selectOption({ label: "Gitea or Forgejo" });
  await page.getByLabel("Name", { exact: true }).fill("our forge");
  await page.getByLabel("Address").fill(forge.url);
  await page.getByRole("button", { name: "Add source" }).click();
  await nameYourself(page);
  await expect(page.getByRole("heading", { name: "our forge" })).toBeVisible();
  expect(streams).toHaveLength(1);

  const program = { slug: "safety", name: "Safety", fixesSince: "2026-04-13" };
  const added = await fetch(`${server.url}/api/v1/programs`, {
    method: "POST",
    body: JSON.stringify(program),
  });
  expect(added.status).toBe(201);
  await putInScope(page, server, "cp", "molecule-ai/molecule-controlplane");
  await expect(async () => {
    await page.goto(`${server.url}/p/safety`);
    await expect(covered(page)).toContainText("59.8 %", { timeout: 1000 });
  }).toPass(LONG);

  forge.pace.slow = true;
  await putInScope(page, server, "core", "molecule-ai/molecule-core");
  await page.goto(`${server.url}/settings/sources`);
  const core = ledgerOf(page, "molecule-ai/molecule-core");
  const bar = core.getByRole("progressbar", { name: /molecule-core: Pull requests/ });
  const percent = async () => Number(await bar.getAttribute("aria-valuenow"));
  await expect(bar).toBeVisible(LONG);
  await expect(core.getByText(/Pull requests \d+ of 75/)).toBeVisible();
  await expect(core.getByText(/Synced back to \d+ \w+ 2026/)).toBeVisible();
  const first = await percent();
  expect(first).toBeLessThan(90);
  await expect.poll(percent, LONG).toBeGreaterThan(first);

  await forge.goAway();
  // What was whole is asked for again in the meantime, as the timer does.
  const again = await fetch(`${server.url}/api/v1/sources/1/sync`, { method: "POST" });
  expect(again.status).toBe(202);
  const source = page.getByRole("region", { name: "our forge" });
  await expect(source.getByText(/^Syncing fails since/)).toBeVisible(LONG);
  await expect(source.getByText(/The last whole figures stay, from \d+ \w+ 2026/)).toBeVisible();
  await expect(core.getByText(/^Failed /)).toBeVisible(LONG);
  const controlplane = ledgerOf(page, "molecule-ai/molecule-controlplane");
  await expect(controlplane.getByText(/^Failed /)).toBeVisible(LONG);

  await page.goto(`${server.url}/p/safety`);
  const stale = page.getByRole("complementary", { name: "Stale figures" });
  await expect(stale).toContainText(/Stale: cp could not be read since/);
  await expect(covered(page)).toContainText("59.8 %");
  await expect(covered(page)).toContainText("Stale: the last sync failed.");
  const unread = page.getByRole("row", { name: /molecule-core/ });
  await expect(unread).toContainText("NOT AUDITED");
  await expect(unread).toContainText(/Reading: back to \d+ \w+ 2026, \d+ of 75 pull requests/);
  await page.goto(`${server.url}/p/safety/gaps`);
  await expect(stale).toBeVisible();

  forge.pace.slow = false;
  await forge.comeBack();
  await page.goto(`${server.url}/settings/sources`);
  await source.getByRole("button", { name: "Sync now" }).click();
  await expect(page.getByRole("link", { name: "Sources: In sync" })).toBeVisible(LONG);
  const pulls = core.getByRole("row", { name: /^Pull requests/ });
  await expect(pulls.getByRole("cell").nth(0)).toHaveText("75");
  await expect(pulls.getByRole("cell").nth(1)).toHaveText("75");
  await expect(source.getByText(/^Syncing fails/)).toBeHidden();

  await expect(async () => {
    await page.goto(`${server.url}/p/safety`);
    await expect(page.getByText("NOT AUDITED")).toBeHidden({ timeout: 1000 });
  }).toPass(LONG);
  await expect(stale).toBeHidden();
  expect(complaints).toEqual([]);
  const stopping = Date.now();
  await server.stop("SIGTERM");
  // An open page with its stream of events keeps no server from stopping.
  expect(Date.now() - stopping).toBeLessThan(9000);
  await forge.goAway();
});

test("an operator makes a secret for webhooks, which is shown this once, and sees when the last one came", async ({
  page,
  sample,
}) => {
  const address = sample.server.url;
  await page.goto(`${address}/settings/sources`);
  await page.getByText("Webhook…").click();
  await page.getByRole("button", { name: "Make a secret" }).click();
  const made = page.getByLabel("Secret", { exact: true });
  await nameYourselfIfAsked(page, made);
  const secret = await made.inputValue();
  const hook = await page.getByLabel("Address", { exact: true }).first().inputValue();
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(hook).toMatch(/\/api\/webhooks\/\d+$/);
  await expect(page.getByText("ALLOWED_HOST_LIST")).toBeVisible();

  const body = JSON.stringify({ repository: { id: 1 } });
  const { createHmac } = await import("node:crypto");
  const answer = await fetch(hook, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-gitea-delivery": "story-1",
      "x-gitea-event": "push",
      "x-gitea-signature": createHmac("sha256", secret).update(body).digest("hex"),
    },
    body,
  });
  expect(answer.status).toBe(202);
  await page.reload();
  await expect(page.getByText(/last webhook \d+ seconds? ago/)).toBeVisible();
  await expect(page.getByText(secret)).toBeHidden();
  await page.getByText("Webhook…").click();
  await expect(page.getByRole("button", { name: "Make another secret" })).toBeVisible();
});

test("an operator of GitHub reads which address and which rights are asked for", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/settings/sources`);
  await page.getByLabel("Kind").selectOption({ label: "GitHub" });
  await expect(page.getByText(/https:\/\/github\.com, or where your Enterprise/)).toBeVisible();
  await expect(page.getByText(/fine-grained one that may read contents/)).toBeVisible();
  await expect(page.getByLabel("Token", { exact: true })).toHaveAttribute("required");
});
