import { GapFilter } from "#/lib/contract/gap-filter.ts";

/** Reads the filter form as the server would read its address; another filter starts at page one. */
export function readFilterForm(form: FormData): GapFilter {
  const raw: Record<string, string[]> = {};
  for (const [key, value] of form) {
    if (typeof value === "string" && value !== "" && key !== "page") (raw[key] ??= []).push(value);
  }
  return GapFilter.parse(raw);
}
