import type { Plan } from "./plan-pull.ts";

/** Takes the plan's files, so that no other pull request touches them before this one is merged. */
export function takeFiles({ files }: Plan): void {
  for (const { file } of files) file.isTaken = true;
}

/** Lets the world be as the merge leaves it. */
export function applyPlan({ files, area, pair }: Plan): void {
  for (const { file, row, blocks } of files) {
    file.isTaken = false;
    file.path = row.path;
    if (blocks !== null) file.blocks = blocks;
  }
  if (pair === null) return;
  const isGone = files.some(({ blocks }) => blocks === null);
  if (isGone) area.pairs = area.pairs.filter((each) => each !== pair);
  else area.pairs.push(pair);
}
