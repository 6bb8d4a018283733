import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ENGINE = import.meta.dirname;
const NAMES = [
  // the sample program, its repositories and people
  "2615",
  "molecule",
  "controlplane",
  "minimax",
  "fleet-engineer",
  "servinge2e",
  "staginge2e",
  // repositories whose pull requests the engine is measured on
  "argo",
  "outline",
  "nuxt",
  "vuejs",
  "keda",
];

/** The founding audit's rule is given literally, directory names included. */
const LITERAL = "audit-rule.ts";

const sources = readdirSync(ENGINE, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && path !== LITERAL,
);

test("the engine is where the test looks", () => {
  expect(sources.length).toBeGreaterThan(50);
});

test.each(NAMES)("no source of the engine holds the word %s", (name) => {
  const word = new RegExp(`(?<![a-z])${name}`, "i");
  const holding = sources.filter((path) => word.test(readFileSync(join(ENGINE, path), "utf8")));
  expect(holding).toEqual([]);
});
