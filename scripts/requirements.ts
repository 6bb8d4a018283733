// Lists every requirement S01 to S63 with the tests whose titles carry it, and those without any.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LAST = 63;
const root = join(import.meta.dirname, "..");
const brief = process.argv.includes("--brief");

// A title that starts with S-numbers: "S28 …", "S32, S33 …", "S26–S31 …".
const TITLE = /\b(?:test|describe|it)(?:\.each\([\s\S]*?\]\))?\(\s*["'`]((?:S\d\d)[^"'`]*)["'`]/g;
const RANGE = /S(\d\d)(?:\s*[–-]\s*S(\d\d))?/g;

const shown = new Map<number, string[]>();
for (const file of globSync(
  ["{lib,components,app,scripts}/**/*.test.{ts,tsx}", "e2e/**/*.spec.ts"],
  { cwd: root },
)) {
  for (const [, title = ""] of readFileSync(join(root, file), "utf8").matchAll(TITLE)) {
    const numbers = /^(?:S\d\d(?:\s*[–-]\s*S\d\d)?[, ]*(?:and )?)+/.exec(title)?.[0] ?? "";
    for (const [, from = "", to = from] of numbers.matchAll(RANGE)) {
      for (let n = Number(from); n <= Number(to); n += 1) {
        shown.set(n, [...(shown.get(n) ?? []), `${file}: ${title}`]);
      }
    }
  }
}

const all = Array.from({ length: LAST }, (_, index) => index + 1);
const nameOf = (n: number) => `S${String(n).padStart(2, "0")}`;
for (const n of brief ? [] : all) {
  console.log(nameOf(n));
  for (const test of shown.get(n) ?? ["(no test)"]) console.log(`  ${test}`);
}
const without = all.filter((n) => !shown.has(n));
console.log(`${LAST - without.length} of ${LAST} requirements are shown by a test`);
if (without.length > 0) console.log(`without a test: ${without.map(nameOf).join(" ")}`);
