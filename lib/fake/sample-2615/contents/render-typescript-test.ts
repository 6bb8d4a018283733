import type { Edit, FileAt } from "./edit.ts";
import { functionName, keepsLimit, relativePath, stemWords } from "./names.ts";

/** A test of the canvas or the portal: by Vitest beside the code, by Playwright in a folder for end-to-end tests. */
export function renderTypescriptTest({ path }: FileAt, edits: readonly Edit[]): string {
  const inBrowser = /(^|\/)e2e\//.test(path);
  const imports = edits.flatMap(({ target }) =>
    target && /\.tsx?$/.test(target.path)
      ? [`import { ${functionName(target)} } from "${importOf(path, target.path)}";\n`]
      : [],
  );
  const runner = inBrowser ? "@playwright/test" : "vitest";
  const cases = edits.map((edit) => (inBrowser ? browserCase(path, edit) : unitCase(edit)));
  return `import { expect, test } from "${runner}";\n${[...new Set(imports)].join("")}${cases.join("")}`;
}

const importOf = (path: string, target: string): string =>
  relativePath(path, target).replace(/\.tsx?$/, "");

const titleOf = ({ subject }: Edit): string => JSON.stringify(subject);

function unitCase(edit: Edit): string {
  const { target } = edit;
  if (!target) return `\ntest(${titleOf(edit)}, () => {\n  expect([1, 2].at(-1)).toBe(2);\n});\n`;
  const called = functionName(target);
  const expected = keepsLimit(target.words)
    ? `  expect(${called}(12, 10)).toBe(10);\n  expect(${called}(7, 10)).toBe(7);\n`
    : `  expect(${called}(["a"], "b")).toBe(false);\n  expect(${called}(["a", "b"], "b")).toBe(true);\n`;
  return `\ntest(${titleOf(edit)}, () => {\n${expected}});\n`;
}

function browserCase(path: string, edit: Edit): string {
  const page = stemWords(edit.target?.path ?? path).join("-");
  const shown = edit.target ? `String(${shownOf(edit.target)})` : `"${page}"`;
  return `
test(${titleOf(edit)}, async ({ page }) => {
  await page.goto("/${page}");
  await expect(page.getByTestId("${page}")).toHaveText(${shown});
});
`;
}

const shownOf = (target: NonNullable<Edit["target"]>): string =>
  keepsLimit(target.words)
    ? `${functionName(target)}(12, 10)`
    : `${functionName(target)}(["a"], "b")`;
