import type { Edit, FileAt } from "./edit.ts";
import { renderGoTest } from "./render-go-test.ts";
import { renderPythonTest } from "./render-python-test.ts";
import { renderShellTest } from "./render-shell-test.ts";
import { renderTypescriptTest } from "./render-typescript-test.ts";

const TEST = /(_test\.go|\.(test|spec)\.[jt]sx?|(^|\/)test_[^/]*\.(py|sh))$/;

/** Whether a file of the sample is a test by its name. */
export const isTest = (path: string): boolean => TEST.test(path);

/** A test: one case with its assertion for each pull request that touches the file, calling what that one changes. */
export function renderTest(file: FileAt): string {
  const edits = file.edits.filter(({ isDone }) => isDone);
  const cases = edits.length > 0 ? edits : [caseOf(file)];
  if (file.path.endsWith(".go")) return renderGoTest(file, cases);
  if (file.path.endsWith(".py")) return renderPythonTest(file, cases);
  if (file.path.endsWith(".sh")) return renderShellTest(file, cases);
  return renderTypescriptTest(file, cases);
}

// A test that is older than the sample asks the running product for what it is named after.
const caseOf = ({ path }: FileAt): Edit => {
  const words = [
    "open",
    ...(path
      .split("/")
      .at(-1)
      ?.match(/[a-z]+/g)
      ?.slice(0, 1) ?? []),
  ];
  const subject = `${words.join(" ")} as before`;
  return { title: subject, subject, words, creates: true, isDone: true, target: null };
};
