import type { Block } from "../shell/shell-command.ts";
import { expandText, expandWord } from "./expand-word.ts";
import { repositoryPath } from "./repository-path.ts";
import { type Part, type Shell, scopeOf } from "./shell-state.ts";
import { patternTakes, testHolds } from "./test-of-shell.ts";

/** Whether a branch is taken; null where that cannot be told. */
export function lives(shell: Shell, part: Part, block: Block): boolean | null {
  const known = part.lives.get(block);
  if (known !== undefined) return known;
  const earlier = block.earlier.map((each) => lives(shell, part, each));
  let own: boolean | null = true;
  if (block.kind === "when")
    own = patternTakes(
      (block.list ?? []).map((pattern) => expandText(pattern, scopeOf(shell))),
      expandText(block.name, scopeOf(shell)),
    );
  else if (block.condition) own = conditionHolds(shell, part, block.condition);
  if (own !== false && earlier.includes(true)) own = false;
  else if (own === true && earlier.includes(null)) own = null;
  part.lives.set(block, own);
  return own;
}

function conditionHolds(
  shell: Shell,
  part: Part,
  { start, end }: { start: number; end: number },
): boolean | null {
  const command = part.commands[start];
  if (!command || end !== start + 1 || command.assignments.length > 0) return null;
  const words = command.words.flatMap((word) => {
    const fields = expandWord(word, scopeOf(shell));
    return fields.length === 0 ? [""] : fields;
  });
  const holds = testHolds(words, (path) => {
    const found = repositoryPath(shell.directory, path);
    // What is not in the repository may have been built.
    return found !== null && shell.world.exists(found) ? true : null;
  });
  return holds === null ? null : holds !== command.negated;
}
