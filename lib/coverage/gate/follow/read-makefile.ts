import { UNKNOWN } from "./word-signs.ts";

export type MakeLine = { readonly text: string; readonly line: number };

export type MakeRule = {
  readonly targets: readonly string[];
  readonly needs: readonly string[];
  readonly recipe: readonly MakeLine[];
  readonly path: string;
};

export type Assignment = {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
  readonly exported: boolean;
};

/** What reading a Makefile asks of the variables that it has given so far. */
export type MakeHost = {
  readonly expand: (text: string) => string;
  readonly assign: (assignment: Assignment) => void;
  readonly isSet: (name: string) => boolean;
  readonly exportName: (name: string) => void;
  /** The text of an included file by the word that names it; null where it cannot be read. */
  readonly included: (word: string) => { readonly path: string; readonly text: string } | null;
  readonly goOn: () => boolean;
};

const ASSIGNMENT =
  /^\s*((?:export|override|private|unexport)\s+)*([\w.%/-]+|\$[({][\w.-]+[)}])\s*(\?=|:::?=|::?=|\+=|!=|=)\s?([^]*)$/;
const DEPTH_MAX = 8;

type Condition = { holds: boolean | null; taken: boolean; outer: boolean };

/** The rules of a Makefile in order, its conditions decided by its variables; a condition that cannot be told lets both branches in. */
export function readMakefile(
  text: string,
  path: string,
  host: MakeHost,
  depth = 0,
): readonly MakeRule[] {
  const open: Open = { rules: [], conditions: [], recipe: null, defining: null };
  for (const line of joinedLines(text)) {
    if (!host.goOn()) break;
    takeLine(line, open, { path, host, depth });
  }
  return open.rules;
}

type Open = {
  readonly rules: MakeRule[];
  readonly conditions: Condition[];
  recipe: MakeLine[] | null;
  defining: { readonly name: string; readonly lines: string[] } | null;
};
type Around = { readonly path: string; readonly host: MakeHost; readonly depth: number };

function takeLine({ text, line }: MakeLine, open: Open, around: Around): void {
  const { host } = around;
  const bare = text.trim();
  if (open.defining) takeDefinition(text, open, host);
  else if (
    takesCondition(bare, open.conditions, host) ||
    open.conditions.some(({ holds }) => holds === false)
  )
    return;
  else if (text.startsWith("\t")) {
    if (bare !== "") open.recipe?.push({ text: text.slice(1), line });
  } else if (bare !== "" && !bare.startsWith("#")) takeStatement(text, line, open, around);
}

function takeDefinition(text: string, open: Open, host: MakeHost): void {
  const { defining } = open;
  if (!defining) return;
  if (text.trim() !== "endef") defining.lines.push(text);
  else {
    const value = defining.lines.join("\n");
    host.assign({ name: defining.name, operator: "=", value, exported: false });
    open.defining = null;
  }
}

/** A line that is no recipe's: a definition, an include, a variable or a rule. */
function takeStatement(text: string, line: number, open: Open, around: Around): void {
  const { path, host, depth } = around;
  const name = /^\s*(?:override\s+)?define\s+([\w.-]+)/.exec(text)?.[1];
  const include = /^\s*[-s]?include\s+([^]+)$/.exec(text)?.[1];
  if (name !== undefined) open.defining = { name, lines: [] };
  else if (include !== undefined) {
    const files = depth < DEPTH_MAX ? wordsOf(host.expand(include)) : [];
    for (const word of files) {
      const file = host.included(word);
      if (file) open.rules.push(...readMakefile(file.text, file.path, host, depth + 1));
    }
    open.recipe = null;
  } else if (takesAssignment(text, host)) open.recipe = null;
  else {
    const rule = ruleOf(text, line, host);
    if (rule === null) return;
    open.recipe = rule.recipe;
    open.rules.push({ ...rule, path });
  }
}

/** Lines with those that `\` continues; in a recipe the shell joins them, so their ends stay. */
function joinedLines(text: string): readonly MakeLine[] {
  const lines: MakeLine[] = [];
  let open: string[] = [];
  let start = 1;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.replace(/\r$/, "");
    if (open.length === 0) start = index + 1;
    open.push(line);
    if (/(^|[^\\])(\\\\)*\\$/.test(line.slice(-40))) continue;
    lines.push({ text: joined(open), line: start });
    open = [];
  }
  if (open.length > 0) lines.push({ text: joined(open), line: start });
  return lines;
}

function joined(lines: readonly string[]): string {
  if (lines[0]?.startsWith("\t"))
    return lines.map((line, at) => (at === 0 ? line : line.replace(/^\t/, ""))).join("\n");
  return lines
    .map((line, at) =>
      (at === lines.length - 1 ? line : line.replace(/\\$/, "")).replace(
        at === 0 ? /^$/ : /^\s+/,
        "",
      ),
    )
    .join(" ");
}

function takesCondition(line: string, conditions: Condition[], host: MakeHost): boolean {
  const [, negated, word, rest] = /^(?:if(n?)(eq|def)\b)([^]*)$/.exec(line) ?? [];
  const top = conditions.at(-1);
  if (word !== undefined) {
    const own = conditionHolds(word, (rest ?? "").trim(), host);
    const holds = own === null ? null : own !== (negated === "n");
    conditions.push({ holds, taken: holds === true, outer: true });
    return true;
  }
  if (top && /^else\b/.test(line)) {
    const inner = /^else\s+if(n?)(eq|def)\b([^]*)$/.exec(line);
    const own = inner ? conditionHolds(inner[2] ?? "", (inner[3] ?? "").trim(), host) : true;
    const wanted = own === null || !inner ? own : own !== (inner[1] === "n");
    const before = top.holds;
    top.holds = top.taken ? false : before === null && wanted === true ? null : wanted;
    top.taken ||= wanted === true;
    return true;
  }
  if (top && /^endif\b/.test(line)) {
    conditions.pop();
    return true;
  }
  return false;
}

function conditionHolds(word: string, rest: string, host: MakeHost): boolean | null {
  if (word === "def") return host.isSet(host.expand(rest).trim());
  const [left, right] = sidesOf(rest).map((side) => host.expand(side).trim());
  if (
    left === undefined ||
    right === undefined ||
    left.includes(UNKNOWN) ||
    right.includes(UNKNOWN)
  )
    return null;
  return left === right;
}

/** The two sides of `(a,b)` or `"a" "b"`. */
function sidesOf(rest: string): readonly string[] {
  if (!rest.startsWith("(")) {
    const sides = [...rest.matchAll(/"([^"]*)"|'([^']*)'/g)].map(
      (side) => side[1] ?? side[2] ?? "",
    );
    return sides;
  }
  const inner = rest.slice(1, rest.lastIndexOf(")"));
  let depth = 0;
  for (let at = 0; at < inner.length; at += 1) {
    const sign = inner[at] ?? "";
    if (sign === "(" || sign === "{") depth += 1;
    else if (sign === ")" || sign === "}") depth -= 1;
    else if (sign === "," && depth === 0)
      return [inner.slice(0, at), inner.slice(at + 1)].map((side) =>
        side.trim().replace(/^"([^]*)"$/, "$1"),
      );
  }
  return [];
}

function takesAssignment(line: string, host: MakeHost): boolean {
  const exportsOnly = /^\s*export\s+([\w\s-]+)$/.exec(line)?.[1];
  if (exportsOnly !== undefined) {
    for (const name of exportsOnly.split(/\s+/)) host.exportName(name);
    return true;
  }
  const assigned = line.length > 100_000 ? null : ASSIGNMENT.exec(line);
  if (!assigned) return /^\s*(export|unexport|vpath|\$\()/.test(line) && !line.includes(":");
  const [, , name = "", operator = "", value = ""] = assigned;
  host.assign({
    name,
    operator,
    value: withoutComment(value),
    exported: /^\s*export\s/.test(line),
  });
  return true;
}

const withoutComment = (value: string): string => value.replace(/(^|[^\\])#[^]*$/, "$1").trimEnd();

function ruleOf(
  line: string,
  at: number,
  host: MakeHost,
): (Omit<MakeRule, "path"> & { recipe: MakeLine[] }) | null {
  const cut = colonIn(line);
  if (cut < 0) return null;
  const targets = wordsOf(host.expand(line.slice(0, cut)));
  const rest = line.slice(cut + 1).replace(/^:/, "");
  // A variable of these targets alone: what it changes is seldom which tests run.
  if (/^\s*(?:(?:export|private|override)\s+)*[\w.-]+\s*(\?=|:?:?=|\+=)/.test(rest.slice(0, 500)))
    return null;
  const semicolon = rest.indexOf(";");
  const needs = wordsOf(
    host.expand(withoutComment(semicolon < 0 ? rest : rest.slice(0, semicolon))),
  );
  const recipe = semicolon < 0 ? [] : [{ text: rest.slice(semicolon + 1).trim(), line: at }];
  return { targets, needs: needs.filter((need) => need !== "|"), recipe };
}

/** The colon of a rule, outside of `$( )`. */
function colonIn(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === "(" || sign === "{") depth += 1;
    else if (sign === ")" || sign === "}") depth -= 1;
    else if (sign === ":" && depth <= 0) return line[at + 1] === "=" ? -1 : at;
  }
  return -1;
}

const wordsOf = (text: string): readonly string[] =>
  text.split(/\s+/).filter((word) => word !== "");
