import type { Block, WorldFile } from "./world.ts";

type Rendered = Pick<WorldFile, "name" | "tongue" | "isTest">;

/** A file's text with these blocks. */
export function renderFile({ name, tongue, isTest }: Rendered, blocks: readonly Block[]): string {
  const lines = [...tongue.head(name)];
  for (const { id, mark } of blocks) {
    lines.push(...(isTest ? tongue.testBlock(name, id, mark) : tongue.block(name, id, mark)));
  }
  return `${lines.join("\n")}\n`;
}

/** How many lines a block of the file has. */
export const blockLines = ({ name, tongue, isTest }: Rendered): number =>
  (isTest ? tongue.testBlock(name, 0, 0) : tongue.block(name, 0, 0)).length;

/** How many lines the whole file has. */
export const fileLines = (file: Rendered, blocks: readonly Block[]): number =>
  file.tongue.head(file.name).length + blocks.length * blockLines(file);
