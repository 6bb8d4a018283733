import { joinPath } from "./join-path.ts";

/** One simple command of a shell script. */
export type Command = {
  readonly text: string;
  readonly words: readonly string[];
  /** Where it runs, relative to the root of the repository, "" for the root. */
  readonly directory: string;
  /** What follows it on its line: `|| true` and the like, else "". */
  readonly rescue: string;
  /** What stands between it and the command before it on its line: `;`, `&&` and the like, else "". */
  readonly before: string;
  /** Line within the script, counted from 0. */
  readonly line: number;
};

type Separated = { readonly text: string; readonly before: string };

/** The commands of a script in order, following `cd`; quotes are respected, expansions are not evaluated. */
export function readCommands(script: string, workingDirectory: string): readonly Command[] {
  const commands: Command[] = [];
  const loops = new Map<string, readonly string[]>();
  let directory = workingDirectory;
  for (const { text, line } of logicalLines(script)) {
    let here = directory;
    const parts = separate(text);
    for (const [index, part] of parts.entries()) {
      const words = wordsOf(part.text).flatMap((word) => loops.get(word) ?? [word]);
      if (words.length === 0) continue;
      if (words[0] === "for" && words[1] !== undefined && words[2] === "in") {
        for (const name of [`$${words[1]}`, `\${${words[1]}}`]) loops.set(name, words.slice(3));
      }
      const subshell = part.text.startsWith("(");
      if (words[0] === "cd" && words[1] !== undefined) {
        here = joinPath(here, words[1]);
        if (!subshell && !text.trimStart().startsWith("(")) directory = here;
        continue;
      }
      const next = parts[index + 1];
      const rescue = next?.before === "||" ? next.text : "";
      commands.push({
        text: part.text,
        words,
        directory: here,
        rescue,
        before: part.before,
        line,
      });
    }
  }
  return commands;
}

function logicalLines(script: string): readonly { text: string; line: number }[] {
  const lines: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | null = null;
  for (const [line, raw] of script.split("\n").entries()) {
    const text = raw.trimEnd();
    if (open === null && /^\s*#/.test(text)) continue;
    const joined: string = open === null ? text : `${open.text} ${text.trimStart()}`;
    const start: number = open === null ? line : open.line;
    if (/(^|[^\\])\\$/.test(text)) open = { text: joined.slice(0, -1).trimEnd(), line: start };
    else {
      lines.push({ text: joined, line: start });
      open = null;
    }
  }
  if (open !== null) lines.push(open);
  return lines.filter(({ text }) => text.trim() !== "");
}

const TOKEN =
  /\$\{\{.*?\}\}|'[^']*'|"(?:\\.|[^"\\])*"|\d?>&\d?|&>|\|\||&&|[;|&]|\\.|\s+#.*$|[^'"\\;|&\s>\d$]+|\s+|./g;

/** Cuts a line at `&&`, `||`, `;`, `|` and `&` that stand outside quotes. */
function separate(line: string): readonly Separated[] {
  const parts: Separated[] = [];
  const tokens = line.match(TOKEN) ?? [];
  let text = "";
  let before = "";
  for (const token of tokens) {
    if (/^\s+#/.test(token)) continue;
    if (/^(\|\||&&|[;|&])$/.test(token)) {
      parts.push({ text: text.trim(), before });
      text = "";
      before = token;
    } else text += token;
  }
  parts.push({ text: text.trim(), before });
  return parts;
}

const WORKSPACE = /\$\{\{\s*github\.workspace\s*\}\}|\$\{GITHUB_WORKSPACE\}/g;

// Words before a command's own name: groups, keywords, assignments, wrappers.
const LEADING =
  /^(?:[({]\s*|!\s+|(?:if|then|else|elif|while|until|do|time|sudo|exec|command)\s+|[A-Za-z_]\w*=(?:'[^']*'|"[^"]*"|\S*)\s+|timeout\s+(?:-\S+\s+)*\S+\s+|xvfb-run\s+(?:-\S+\s+)*|env\s+)+/;

function wordsOf(command: string): readonly string[] {
  const bare = command
    .replace(WORKSPACE, "$GITHUB_WORKSPACE")
    .replace(LEADING, "")
    .replace(/\)+$|(^|\s)\}$/, "");
  const words = bare.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g) ?? [];
  return words.map((word) =>
    word.replace(/['"]/g, "").replace(/^\$GITHUB_WORKSPACE(?=\/|$)/, "/."),
  );
}
