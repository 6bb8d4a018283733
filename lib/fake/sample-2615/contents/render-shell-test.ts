import type { Edit, FileAt } from "./edit.ts";
import { functionName, keepsLimit, pascal, relativePath, snake } from "./names.ts";

/** A shell test: calls the changed function, or asks the running product where that is not a script. */
export function renderShellTest({ path }: FileAt, edits: readonly Edit[]): string {
  const sourced = edits.flatMap(({ target }) =>
    target?.path.endsWith(".sh") ? [target.path] : [],
  );
  const lines = [...new Set(sourced)].map(
    (script) => `. "$(dirname "$0")/${relativePath(path, script).replace(/^\.\//, "")}"\n`,
  );
  return `#!/bin/sh\nset -eu\n${lines.join("")}${edits.map(caseOf).join("")}`;
}

const caseOf = (edit: Edit): string => {
  const name = `test_${snake(edit.words)}`;
  return `
${name}() {
${edit.target?.path.endsWith(".sh") ? calling(functionName(edit.target), edit.target.words) : overHttp(edit)}}

${name}
`;
};

const calling = (called: string, words: readonly string[]): string =>
  keepsLimit(words)
    ? `  got="$(${called} 12 10)"
${expecting("12 at a limit of 10")}`
    : `  if ${called} b a; then
    echo "b was taken for a known one"
    exit 1
  fi
  if ! ${called} b a b; then
    echo "b was not found among the known ones"
    exit 1
  fi
`;

const overHttp = ({ words, target }: Edit): string =>
  `  got="$(curl -fsS "$BASE_URL/rpc/${target ? functionName(target) : pascal(words)}?value=12&limit=10")"
${expecting("12 at a limit of 10")}`;

const expecting = (asked: string): string => `  if [ "$got" != "10" ]; then
    echo "${asked} gave $got, not 10"
    exit 1
  fi
`;
