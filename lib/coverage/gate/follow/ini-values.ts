/** The settings of one section of an INI file by name; lines that are indented continue the one before. Null where the section is not there. */
export function iniSection(text: string, section: string): ReadonlyMap<string, string> | null {
  const values = new Map<string, string>();
  let inside = false;
  let found = false;
  let last = "";
  for (const raw of text.split("\n")) {
    const line = raw.trimEnd();
    const head = /^\[([^\]]{1,200})\]\s*$/.exec(line)?.[1];
    if (head !== undefined) {
      inside = head === section;
      found ||= inside;
      last = "";
    } else if (inside && !/^\s*[#;]/.test(line) && line !== "") {
      const cut = line.search(/[=:]/);
      if (/^\s/.test(raw)) {
        if (last !== "") values.set(last, `${values.get(last) ?? ""}\n${line.trim()}`);
      } else if (cut > 0) {
        last = line.slice(0, cut).trim();
        values.set(last, line.slice(cut + 1).trim());
      }
    }
  }
  return found ? values : null;
}

/** The same of a table of a TOML file, for values that are texts, lists of texts, numbers or plain words. */
export function tomlTable(text: string, table: string): ReadonlyMap<string, string> | null {
  const values = new Map<string, string>();
  let inside = false;
  let found = false;
  let open: { key: string; text: string } | null = null;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (open) {
      open.text += `\n${line}`;
      if (!ends(open.text)) continue;
      values.set(open.key, plain(open.text));
      open = null;
      continue;
    }
    const head = /^\[+([^\]]{1,200})\]+/.exec(line)?.[1];
    if (head !== undefined) {
      inside = head.replace(/\s/g, "") === table;
      found ||= inside;
    } else if (inside) {
      const cut = line.indexOf("=");
      if (cut < 1 || line.startsWith("#")) continue;
      const pair = {
        key: line.slice(0, cut).trim().replace(/^"|"$/g, ""),
        text: line.slice(cut + 1).trim(),
      };
      if (ends(pair.text)) values.set(pair.key, plain(pair.text));
      else open = pair;
    }
    if (values.size > 1000) break;
  }
  return found ? values : null;
}

function ends(text: string): boolean {
  if (text.length > 20_000) return true;
  if (text.startsWith('"""') || text.startsWith("'''"))
    return text.length > 5 && text.endsWith(text.slice(0, 3));
  return !text.startsWith("[") || /\]\s*(#.*)?$/.test(text);
}

/** A list becomes its members, one a line. */
function plain(text: string): string {
  if (/^("""|''')/.test(text)) return text.slice(3, -3).trim();
  const members = [...text.matchAll(/"((?:\\.|[^"\\])*)"|'([^']*)'/g)].map(
    (each) => each[1] ?? each[2] ?? "",
  );
  if (text.startsWith("[") || members.length > 0) return members.join("\n");
  return text.replace(/\s+#.*$/, "").trim();
}
