import { readPatch } from "../patch/read-patch.ts";
import type { TestKind } from "../policy.ts";

type Sign = { readonly kind: TestKind; readonly what: string; readonly line: RegExp };

/** What a line of a test shows of the harness that it runs in; the first sign of the strongest kind counts. */
const SIGNS: readonly Sign[] = [
  {
    kind: "e2e",
    what: "drives a browser",
    line: /["'](@playwright\/|playwright|puppeteer|cypress|selenium-webdriver|webdriverio|testcafe|nightwatch)|\b(playwright\.(sync|async)_api|org\.openqa\.selenium|com\.microsoft\.playwright|Microsoft\.Playwright|OpenQA\.Selenium|chromedp|go-rod|capybara)\b|\bfrom selenium\b|\bcy\.(visit|get|contains)\(|\bpage(\(\))?\.(goto|locator|click|getByRole|waitForSelector|screenshot|exposeFunction|textContent|innerHTML|waitForFunction|\$\$?|\$eval)\(|\bpage\(\)\.evaluate\(|\bsetupPuppeteer\(|^\s*describe\(["'`](e2e|end[- ]to[- ]end)\b|\bbrowser\.newPage\(|\bvisit\(["'`]http/,
  },
  {
    kind: "e2e",
    what: "drives a browser that its helpers open",
    line: /^\s*import\s*\{[^}]*\b(page|browser)\b[^}]*\}\s*from\b/,
  },
  {
    kind: "e2e",
    what: "starts the built product",
    line: /^\s*import\b.*["'][^"'.]*\/e2e["']|\bexec\.Command(Context)?\([^)]*["'`](\.{0,2}\/)?(bin|dist|build|target)\/|\b(execa|execFile|execFileSync|spawn|spawnSync)\(\s*["'`](\.{0,2}\/)?(bin|dist|build)\/|\bassert_cmd::|\bCommand::cargo_bin\(/,
  },
  {
    kind: "integration",
    what: "starts a server or an application context",
    line: /\b(getTestServer|createTestServer|startTestServer|buildTestServer|TestClient|WebApplicationFactory|LiveServerTestCase|APITestCase|APIClient|ActionDispatch::IntegrationTest|MockMvc|WebTestClient|TestRestTemplate)\b|@(SpringBootTest|SpringJUnitConfig|ContextConfiguration|WebMvcTest|DataJpaTest|QuarkusTest|MicronautTest|Embedded\w+)\b|["'](supertest|light-my-request|@nestjs\/testing)["']|\btype: :request\b|\benvtest\b|["'][^"']*\/tests?\/(support|server|factories|database|db)(\/[^"']*)?["']/,
  },
  {
    kind: "integration",
    what: "talks to a real database or service",
    line: /\btestcontainers\b|\b(RefreshDatabase|DatabaseTransactions|DatabaseMigrations|TransactionTestCase|embedded[-_]?postgres|dockertest)\b|["'](pg|mysql2|ioredis|knex|typeorm|@prisma\/client)["']|\bsql\.Open\(\s*["'`]|\bpytest\.mark\.(django_db|integration)\b|@pytest\.mark\.asyncio_db\b|^\/\/go:build\s.*\bintegration\b/,
  },
  {
    kind: "e2e",
    what: "is built only for end-to-end runs",
    line: /^\/\/(go:build|\s\+build)\s.*\b(e2e|smoke)\b|\bpytest\.mark\.(e2e|smoke|end_to_end)\b|@Tag\(["'](e2e|smoke)["']\)/,
  },
];

/** A word of every sign above: most files hold none of them, and are not read line by line. */
const HINT =
  /playwright|puppeteer|cypress|selenium|webdriver|testcafe|nightwatch|chromedp|go-rod|capybara|cy\.|page|browser|e2e|end[- ]to|visit\(|bin\/|dist\/|build\/|target\/|cargo|Test(Server|Client|Case|Rest)|MockMvc|WebApplicationFactory|IntegrationTest|@(Spring|ContextConf|WebMvc|DataJpa|Quarkus|Micronaut|Embedded)|supertest|light-my-request|nestjs|:request|envtest|test\/|tests\/|testcontainers|Database|postgres|dockertest|["'](pg|mysql2|ioredis|knex|typeorm|@prisma)|sql\.Open|pytest\.mark|integration|smoke/;
const LINE_MAX = 500;

export type Harness = { readonly kind: TestKind; readonly what: string; readonly line: number };

/** The harness that the known lines of a test show: the strongest kind, at its first line; null when none shows. */
export function harnessOf(patch: string): Harness | null {
  if (!HINT.test(patch)) return null;
  let found: Harness | null = null;
  for (const { lines } of readPatch(patch)) {
    for (const { kind, text, line } of lines) {
      if (kind === "removed" || text.length > LINE_MAX) continue;
      const sign = SIGNS.find((each) => each.line.test(text));
      if (!sign) continue;
      if (sign.kind === "e2e") return { kind: sign.kind, what: sign.what, line };
      found ??= { kind: sign.kind, what: sign.what, line };
    }
  }
  return found;
}

const SHELL = /\.(sh|bash|bats)$/;
const SHELL_OUTSIDE = /^\s*[^#]*\b(curl|wget|docker(-compose)?|kubectl|helm|psql)\s+[^|]/;

/** Whether a shell test works on the running product from outside: with requests, containers or a cluster. */
export function shellDrives(path: string, patch: string): number | null {
  if (!SHELL.test(path)) return null;
  for (const { lines } of readPatch(patch)) {
    for (const { kind, text, line } of lines) {
      if (kind !== "removed" && text.length <= LINE_MAX && SHELL_OUTSIDE.test(text)) return line;
    }
  }
  return null;
}
