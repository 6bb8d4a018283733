/** The filled fields of a form as text; an empty field is absent. */
export function readForm(form: HTMLFormElement): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const [key, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") filled[key] = value.trim();
  }
  return filled;
}
