import { Charter } from "#/lib/contract/charter.ts";

/** A charter as the fields of a form: every value is text, and a list has a line for each. */
export type CharterFields = Readonly<Record<CharterField, string>>;
export type CharterField =
  | "mandateBy"
  | "mandateOn"
  | "definitionOfDone"
  | "sopFile"
  | "sopSection"
  | "sopText"
  | "steps"
  | "done"
  | "extends"
  | "tracked"
  | "roles";

/** Between the parts of a line. */
const BAR = " | ";

export function charterFields(charter: Charter | null): CharterFields {
  const lines = (rows: readonly (readonly (string | null)[])[]): string =>
    rows.map((parts) => joined(parts)).join("\n");
  const tracked = charter?.trackedAgainst ?? null;
  return {
    mandateBy: charter?.mandateBy ?? "",
    mandateOn: charter?.mandateOn ?? "",
    definitionOfDone: charter?.definitionOfDone ?? "",
    sopFile: charter?.sop?.file ?? "",
    sopSection: charter?.sop?.section ?? "",
    sopText: charter?.sop?.text ?? "",
    steps: charter?.owners?.steps.join("\n") ?? "",
    done: charter?.owners?.done?.toString() ?? "",
    extends: lines((charter?.extends ?? []).map(({ text, url, means }) => [text, url, means])),
    tracked: tracked === null ? "" : joined([tracked.text, tracked.url, tracked.measure]),
    roles: lines((charter?.roles ?? []).map(({ who, does }) => [who, does])),
  };
}

/** Parts of a line, without those that are missing at its end. */
function joined(parts: readonly (string | null)[]): string {
  const last = parts.findLastIndex((part) => part !== null);
  return parts
    .slice(0, last + 1)
    .map((part) => part ?? "")
    .join(BAR);
}

/** The charter that the fields say, null where all are empty; or what is wrong in which. */
export function readCharter(
  fields: Partial<CharterFields>,
): { readonly charter: Charter | null } | { readonly problems: readonly string[] } {
  const text = (field: CharterField): string | null => fields[field]?.trim() || null;
  const rows = (field: CharterField): (string | null)[][] =>
    (fields[field] ?? "")
      .split("\n")
      .flatMap((line) => (line.trim() === "" ? [] : [partsOf(line)]));
  const sop = { file: text("sopFile"), section: text("sopSection"), text: text("sopText") };
  const steps = rows("steps").map((parts) => parts.join(" | "));
  const [tracked] = rows("tracked");
  const done = text("done");
  const document = {
    mandateBy: text("mandateBy"),
    mandateOn: text("mandateOn"),
    definitionOfDone: text("definitionOfDone"),
    sop: Object.values(sop).every((part) => part === null) ? null : sop,
    owners: steps.length === 0 ? null : { steps, done: done === null ? null : Number(done) },
    extends: rows("extends").map(([name = null, url = null, means = null]) => ({
      text: name,
      url,
      means,
    })),
    trackedAgainst: tracked
      ? { text: tracked[0] ?? null, url: tracked[1] ?? null, measure: tracked[2] ?? null }
      : null,
    roles: rows("roles").map(([who = null, does = null]) => ({ who, does })),
  };
  const isEmpty = Object.values(document).every(
    (part) => part === null || (Array.isArray(part) && part.length === 0),
  );
  if (isEmpty) return { charter: null };
  const parsed = Charter.safeParse(document);
  if (parsed.success) return { charter: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`),
  };
}

/** Parts that a line leaves empty are missing. */
const partsOf = (line: string): (string | null)[] =>
  line.split("|").map((part) => part.trim() || null);

const NAMES: Readonly<Record<string, string>> = {
  mandateBy: "Mandate of",
  mandateOn: "Mandate’s day",
  definitionOfDone: "Definition of done",
  sop: "The rule that reviewers apply",
  owners: "Who takes it through",
  extends: "Goes on from",
  trackedAgainst: "Tracked against",
  roles: "Roles",
};
const PARTS: Readonly<Record<string, string>> = {
  url: "address",
  text: "text",
  means: "what follows",
  who: "who",
  does: "does",
};

function placeOf([field, ...rest]: readonly PropertyKey[]): string {
  const more = rest.map((part) =>
    typeof part === "number" ? `line ${part + 1}` : (PARTS[String(part)] ?? String(part)),
  );
  return [NAMES[String(field)] ?? String(field), ...more].join(", ");
}
