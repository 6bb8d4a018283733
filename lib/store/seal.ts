import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "#/lib/errors.ts";
import { readKey } from "./key.ts";

const VERSION = "1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a token for the database: AES-256-GCM under the server's key. */
export function seal(token: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", readKey(), nonce);
  const text = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url")}`;
}

/** The token again; a changed text or another key is an error that says what to do. */
export function unseal(sealed: string): string {
  const [version, body = ""] = sealed.split(".");
  const bytes = Buffer.from(body, "base64url");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    if (version !== VERSION || tag.length !== TAG_BYTES) throw new Error("unknown form");
    const decipher = createDecipheriv("aes-256-gcm", readKey(), nonce);
    decipher.setAuthTag(tag);
    const text = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
    return Buffer.concat(text).toString("utf8");
  } catch (cause) {
    throw new AppError(
      "failed",
      "A stored token cannot be decrypted: the server's key is another one than when it was stored. Restore GATELINE_KEY (or the file key in the data directory), or enter the token anew.",
      { cause },
    );
  }
}
