import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "#/lib/errors.ts";
import { type Key, readKeys } from "./key.ts";

const CIPHER = "aes-256-gcm";
/** Version 1 did not name its key; version 2 is `2.KEY.BODY`, and KEY is sealed with it. */
const VERSION = "2";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a token for the database: AES-256-GCM under the server's newest key, which the text names. */
export function seal(token: string): string {
  const [key] = readKeys();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key.bytes, nonce).setAAD(Buffer.from(key.id));
  const text = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
  const body = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
  return `${VERSION}.${key.id}.${body}`;
}

/** The token again; a changed text or a key that is not there any more is an error that says what to do. */
export function unseal(sealed: string): string {
  const [version, ...rest] = sealed.split(".");
  const [id, body] = version === "1" ? [null, rest[0]] : rest;
  try {
    if (version !== "1" && version !== VERSION) throw new Error("unknown form");
    return open(Buffer.from(body ?? "", "base64url"), id ?? null);
  } catch (cause) {
    throw new AppError(
      "failed",
      "A stored token cannot be decrypted: the server's key is another one than when it was stored. Restore GATELINE_KEY (or the file key in the data directory), or put that key into GATELINE_KEY_PREVIOUS, or enter the token anew.",
      { cause },
    );
  }
}

/** Whether a sealed text is under the newest key and in the newest form. */
export const isSealedAnew = (sealed: string): boolean =>
  sealed.startsWith(`${VERSION}.${readKeys()[0].id}.`);

function open(bytes: Buffer, id: string | null): string {
  const keys = readKeys().filter((key) => id === null || key.id === id);
  for (const key of keys) {
    const text = openWith(key, bytes, id);
    if (text !== null) return text;
  }
  throw new Error(keys.length === 0 ? `no key ${id}` : "no key opens it");
}

function openWith(key: Key, bytes: Buffer, id: string | null): string | null {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  if (tag.length !== TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key.bytes, nonce).setAuthTag(tag);
  if (id !== null) decipher.setAAD(Buffer.from(id));
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
