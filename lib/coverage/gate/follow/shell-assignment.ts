import { readShell } from "../shell/read-shell.ts";
import { expandText, expandWord, type Scope } from "./expand-word.ts";
import { MEMBER } from "./word-signs.ts";

/** The name and the value of an assignment as written; the members of a list stand under `name[@]`. */
export function assignmentOf(text: string, scope: Scope): readonly [string, string] {
  const cut = text.indexOf("=");
  const name = text.slice(0, cut).replace(/\+$/, "");
  const raw = text.slice(cut + 1);
  const added = text[cut - 1] === "+";
  if (raw.startsWith("(") && raw.endsWith(")")) {
    const members = readShell(raw.slice(1, -1).replace(/\n/g, " "))[0]?.words ?? [];
    const list = members.flatMap((word) => expandWord(word, scope)).join(MEMBER);
    const before = added ? scope.value(`${name}[@]`) : null;
    return [`${name}[@]`, before === null || before === "" ? list : before + MEMBER + list];
  }
  const value = expandText(raw, scope);
  return [name, added ? `${scope.value(name) ?? ""}${value}` : value];
}
