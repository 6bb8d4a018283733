import { describe, expect, test } from "vitest";
import { empty, type Files, selected } from "./testing/following.ts";

const TESTS = empty(
  "src/a.test.ts",
  "src/b.spec.tsx",
  "e2e/c.spec.ts",
  "e2e/staging-d.spec.ts",
  "web/e.test.js",
  "src/__tests__/f.js",
);
const UNIT = ["src/a.test.ts", "src/b.spec.tsx", "web/e.test.js"];
const SPECS = ["e2e/c.spec.ts", "e2e/staging-d.spec.ts"];
const scripts = (entries: Record<string, string>): Files => ({
  "package.json": JSON.stringify({ name: "app", scripts: entries }),
});

describe("vitest", () => {
  const config = (body: string) => ({
    ...TESTS,
    "vitest.config.ts": `import { defineConfig } from "vitest/config";\nexport default defineConfig({ test: {${body}} });`,
  });
  test.each([
    [
      "without a configuration all tests by name",
      TESTS,
      "npx vitest run",
      [...UNIT.slice(0, 2), ...SPECS, "web/e.test.js"],
    ],
    [
      "what the configuration excludes is out",
      config('exclude: ["e2e/**"]'),
      "npx vitest run",
      UNIT,
    ],
    [
      "what it includes is in",
      config('include: ["src/**/*.test.ts"]'),
      "npx vitest",
      ["src/a.test.ts"],
    ],
    ["arguments are parts of paths", config(""), "npx vitest run src/b", ["src/b.spec.tsx"]],
    [
      "an exclusion by flag",
      config(""),
      "npx vitest run --exclude 'e2e/**' --exclude 'web/**'",
      UNIT.slice(0, 2),
    ],
    ["a name leaves it open", config(""), "npx vitest run src/a -t 'adds'", ["src/a.test.ts?"]],
    ["a list only", config(""), "npx vitest list", []],
    [
      "an open include is not claimed",
      config("include: patterns()"),
      "npx vitest run src/a",
      ["src/a.test.ts?"],
    ],
    [
      "a project by name",
      config(
        'projects: [{ test: { name: "one", include: ["src/**/*.test.ts"] } }, { test: { name: "two", include: ["web/**/*.test.js"] } }]',
      ),
      "npx vitest run --project two",
      ["web/e.test.js"],
    ],
    [
      "all projects",
      config(
        'projects: [{ test: { name: "one", include: ["src/**/*.test.ts"] } }, { test: { name: "two", include: ["web/**/*.test.js"] } }]',
      ),
      "npx vitest run",
      ["src/a.test.ts", "web/e.test.js"],
    ],
    [
      "a configuration that is not there",
      TESTS,
      "npx vitest run --config other.ts src/a",
      ["src/a.test.ts?"],
    ],
  ])("%s", (_name, files, step, expected) => {
    expect(selected(files, step)).toEqual(expected);
  });

  test("names declared in the file, spreads and functions are read", () => {
    const text = `const shared = { globals: true };\nconst include = ["src/**/*.spec.tsx"];\nexport default defineConfig(() => ({ ...plugins, test: { ...shared, include } }));`;
    expect(selected({ ...TESTS, "vite.config.ts": text }, "npx vitest run")).toEqual([
      "src/b.spec.tsx",
    ]);
  });
});

describe("jest", () => {
  const config = (body: string) => ({ ...TESTS, "jest.config.js": `module.exports = {${body}};` });
  test.each([
    [
      "its own names",
      TESTS,
      "npx jest",
      [...UNIT.slice(0, 2), ...SPECS, "web/e.test.js", "src/__tests__/f.js"],
    ],
    ["testMatch", config('testMatch: ["<rootDir>/src/**/*.test.ts"]'), "jest", ["src/a.test.ts"]],
    ["testRegex", config("testRegex: 'web/.*\\\\.test\\\\.js$'"), "jest", ["web/e.test.js"]],
    ["roots", config('roots: ["<rootDir>/web"]'), "jest --ci", ["web/e.test.js"]],
    [
      "ignored paths",
      config('testPathIgnorePatterns: ["/e2e/", "/web/"]'),
      "jest",
      [...UNIT.slice(0, 2), "src/__tests__/f.js"],
    ],
    ["an argument is an expression", TESTS, "jest 'src/a'", ["src/a.test.ts"]],
    [
      "in package.json",
      { ...TESTS, "package.json": '{"jest":{"testMatch":["**/e2e/*.spec.ts"]}}' },
      "jest",
      SPECS,
    ],
    ["projects", config('projects: [{ testMatch: ["**/web/*.js"] }]'), "jest", ["web/e.test.js"]],
    ["a listing", TESTS, "jest --listTests", []],
  ])("%s", (_name, files, step, expected) => {
    expect(selected(files, step)).toEqual(expected);
  });
});

describe("playwright", () => {
  const files = {
    ...TESTS,
    "playwright.config.ts":
      'export default defineConfig({ testDir: "./e2e", projects: [{ name: "chromium" }, { name: "staging", testMatch: /staging-.*\\.spec\\.ts/ }] });',
    "playwright.staging.config.ts":
      'export default defineConfig({ testDir: "./e2e", testMatch: /staging-.*\\.spec\\.ts/ });',
  };
  test.each([
    ["its folder of tests", "npx playwright test", SPECS],
    [
      "another configuration",
      "npx playwright test --config=playwright.staging.config.ts",
      ["e2e/staging-d.spec.ts"],
    ],
    ["a project", "npx playwright test --project=staging", ["e2e/staging-d.spec.ts"]],
    ["an argument is an expression", "npx playwright test c.spec", ["e2e/c.spec.ts"]],
    ["titles leave it open", "npx playwright test c.spec -g 'signs in'", ["e2e/c.spec.ts?"]],
    ["an installation", "npx playwright install --with-deps", []],
    ["a listing", "npx playwright test --list", []],
  ])("%s", (_name, step, expected) => {
    expect(selected(files, step)).toEqual(expected);
  });
});

describe("other runners of scripts", () => {
  const files = empty("test/a.js", "test/b.test.js", "cypress/e2e/c.cy.ts", "src/d.cy.tsx");
  test.each([
    ["mocha", files, "npx mocha", ["test/a.js", "test/b.test.js"]],
    [
      "mocha by its settings",
      { ...files, ".mocharc.json": '{"spec":"test/b*.js"}' },
      "npx mocha",
      ["test/b.test.js"],
    ],
    ["node", files, "node --test", ["test/a.js", "test/b.test.js"]],
    ["node with a glob", files, "node --test 'test/*.test.js'", ["test/b.test.js"]],
    ["bun", files, "bun test", ["test/b.test.js"]],
    ["cypress", files, "npx cypress run", ["cypress/e2e/c.cy.ts"]],
    ["cypress components", files, "npx cypress run --component", ["src/d.cy.tsx"]],
    [
      "cypress by its settings",
      {
        ...files,
        "cypress.config.ts":
          'export default defineConfig({ e2e: { specPattern: "src/**/*.cy.tsx" } });',
      },
      "npx cypress run",
      ["src/d.cy.tsx"],
    ],
  ])("%s", (_name, given, step, expected) => {
    expect(selected(given, step)).toEqual(expected);
  });
});

describe("package managers", () => {
  const app: Files = {
    ...TESTS,
    ...scripts({
      test: "vitest run src/a",
      "test:web": "vitest run web",
      posttest: "vitest run src/b",
      ci: "npm run test:web",
      all: "run-s test test:*",
    }),
  };
  test.each([
    ["npm test, with what runs behind it", "npm test", ["src/a.test.ts", "src/b.spec.tsx"]],
    ["npm run", "npm run ci", ["web/e.test.js"]],
    ["arguments behind --", "npm run test:web -- --exclude 'web/**'", []],
    ["yarn", "yarn test:web", ["web/e.test.js"]],
    ["pnpm runs nothing around", "pnpm test", ["src/a.test.ts"]],
    ["a program by yarn", "yarn vitest run web", ["web/e.test.js"]],
    ["a program by pnpm exec", "pnpm exec vitest run web", ["web/e.test.js"]],
    ["several scripts", "npx run-s test:web", ["web/e.test.js"]],
    ["concurrently", 'npx concurrently "npm:test:web"', ["web/e.test.js"]],
    ["from a folder without a package", "cd src && npm run test:web", ["web/e.test.js"]],
    ["a runner that is not known", "vp run test:web", ["web/e.test.js"]],
    ["an installation", "npm ci", []],
  ])("%s", (_name, step, expected) => {
    expect(selected(app, step)).toEqual(expected);
  });

  const workspace: Files = {
    "package.json": '{"workspaces":["packages/*"],"scripts":{"test":"turbo run test"}}',
    "packages/one/package.json": '{"name":"@x/one","scripts":{"test":"vitest run"}}',
    "packages/two/package.json": '{"name":"@x/two","scripts":{"test":"vitest run"}}',
    ...empty("packages/one/a.test.ts", "packages/two/b.test.ts"),
  };
  const BOTH = ["packages/one/a.test.ts", "packages/two/b.test.ts"];
  test.each([
    ["turbo", "npx turbo run test", BOTH],
    ["turbo from a script", "npm test", BOTH],
    ["turbo with a filter", "turbo run test --filter=@x/two", ["packages/two/b.test.ts"]],
    ["pnpm -r", "pnpm -r test", BOTH],
    ["pnpm --filter", "pnpm --filter './packages/one' test", ["packages/one/a.test.ts"]],
    ["npm --workspace", "npm test --workspace=@x/one", ["packages/one/a.test.ts"]],
    ["npm --prefix", "npm --prefix packages/two test", ["packages/two/b.test.ts"]],
    ["yarn workspace", "yarn workspace @x/two test", ["packages/two/b.test.ts"]],
    ["yarn workspaces", "yarn workspaces foreach -A run test", BOTH],
    ["nx", "npx nx run-many -t test", BOTH],
    ["lerna", "npx lerna run test", BOTH],
  ])("%s", (_name, step, expected) => {
    expect(selected(workspace, step)).toEqual(expected);
  });
});
