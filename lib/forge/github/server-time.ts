import { ForgeError } from "../forge-error.ts";
import type { Answer } from "../http.ts";

/** The forge's clock when it answered; throws ForgeError where the answer does not tell it. */
export function serverTimeOf({ headers }: Pick<Answer, "headers">): Date {
  const at = new Date(headers.get("date") ?? "");
  if (!Number.isNaN(at.getTime())) return at;
  throw new ForgeError(
    "failed",
    "The forge's answer has no Date header, so nothing can be read incrementally from it.",
  );
}
