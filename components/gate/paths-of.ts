import { FILES_MAX } from "#/lib/contract/gate.ts";

/** The paths that somebody wrote or pasted, one a line; each once, as the forge writes them. */
export function pathsOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replace(/^(?:\s|\.?\/)+/, "").trim());
  return [...new Set(lines)].filter((line) => line !== "");
}

/** The text of the box from `?files=`: lists with line ends or commas, repeated or not. */
export function filesText(asked: string | readonly string[] | undefined): string {
  const parts = asked === undefined ? [] : typeof asked === "string" ? [asked] : asked;
  const lines = parts.flatMap((part) => part.split(/[\n,]/)).map((line) => line.trim());
  return lines
    .filter((line) => line !== "")
    .slice(0, FILES_MAX)
    .join("\n");
}
