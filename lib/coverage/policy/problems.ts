import type { z } from "zod";
import { PolicyRules } from "../policy.ts";

export type PolicyProblem = {
  /** Where, as `fixRules[0].when.labels`; empty for the whole document. */
  readonly where: string;
  /** What is wrong and what to do, in a sentence. */
  readonly what: string;
};

/** What keeps a document from being a policy, each with its place; a field that does not exist is refused by its name, with those that do. Parts that are missing are told as such. */
export function policyProblems(error: z.ZodError): readonly PolicyProblem[] {
  return error.issues.map((issue) => ({
    where: placeOf(issue.path),
    what:
      issue.code === "unrecognized_keys"
        ? `there is no field ${issue.keys.map((key) => `"${key}"`).join(" or ")}; ${remedy(issue.path)}`
        : issue.message,
  }));
}

/** A problem as one line, `where: what`. */
export const sayProblem = ({ where, what }: PolicyProblem): string =>
  where === "" ? what : `${where}: ${what}`;

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");

function remedy(path: readonly PropertyKey[]): string {
  const fields = fieldsAt(path);
  return fields.length === 0 ? "take it out" : `take it out, or use one of ${fields.join(", ")}`;
}

/** The fields that a place of the document has, by walking the schema; none where it has no such place. */
function fieldsAt(path: readonly PropertyKey[]): readonly string[] {
  let at: unknown = PolicyRules;
  for (const part of path) {
    const inner = unwrapped(at);
    at = typeof part === "number" ? inner?.element : inner?.shape?.[String(part)];
  }
  return Object.keys(unwrapped(at)?.shape ?? {});
}

type Node = {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
};

function unwrapped(schema: unknown): Node | null {
  let at = schema;
  while (hasInner(at)) at = at.def.innerType;
  return typeof at === "object" && at !== null ? at : null;
}

const hasInner = (schema: unknown): schema is { def: { innerType: unknown } } =>
  typeof schema === "object" &&
  schema !== null &&
  "def" in schema &&
  typeof schema.def === "object" &&
  schema.def !== null &&
  "innerType" in schema.def;
