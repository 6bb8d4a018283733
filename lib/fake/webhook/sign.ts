import { createHmac } from "node:crypto";

/** The hex HMAC-SHA256 of a body's bytes, as forges sign what they tell. */
export function sign(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}
