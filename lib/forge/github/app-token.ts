import { createPrivateKey, createSign, type KeyObject } from "node:crypto";
import { z } from "zod";
import { AppError } from "#/lib/errors.ts";
import type { HttpClient } from "../http.ts";
import { parse } from "./parse.ts";
import { time } from "./schema-parts.ts";

/** Who asks: the header that says so, which may be another after a while. */
export type Credential = {
  authorization(): Promise<string | null>;
  /** How many requests that took. */
  requests(): number;
};

export type CredentialPlace = {
  readonly open: (authorization: string | null) => HttpClient;
  readonly rest: string;
};

const id = z.union([z.int().positive(), z.string().regex(/^[\w.-]{1,40}$/)]).transform(String);
const AppKey = z.object({ appId: id, installationId: id, privateKey: z.string().min(1) });
const InstallationToken = z.object({ token: z.string().min(1), expires_at: time });

// A token lives for an hour; it is renewed so long before its end that no request meets it.
const RENEW_BEFORE_MS = 5 * 60_000;
// Both ends keep away from the forge's limits of ten minutes and of clocks that differ.
const CLAIM_BEFORE_S = 60;
const CLAIM_FOR_S = 8 * 60;

/** Whether a "token" is an app's key, told as a JSON object. */
export const isAppKey = (token: string): boolean => token.trimStart().startsWith("{");

/** The tokens of an app's installation, each asked for when the one before is about to end; throws AppError invalid on a key that is not whole, never showing it. */
export function tokenOfApp(text: string, { open, rest }: CredentialPlace): Credential {
  const { appId, installationId, key } = readKey(text);
  let held: { token: string; expires_at: Date } | null = null;
  let asked: Promise<string> | null = null;
  let requests = 0;
  const renew = async () => {
    const http = open(`Bearer ${claim(appId, key, Date.now())}`);
    try {
      const path = `${rest}/app/installations/${encodeURIComponent(installationId)}/access_tokens`;
      const { body } = await http.query(path, {}, { resource: "rest", cost: 1 });
      return parse(InstallationToken, body, "a token of the installation");
    } finally {
      requests += http.requests();
    }
  };
  const renewed = async (): Promise<string> => {
    const isOld = !held || held.expires_at.getTime() - RENEW_BEFORE_MS < Date.now();
    held = !held || isOld ? await renew() : held;
    return held.token;
  };
  return {
    async authorization() {
      // All who ask while a token is on its way wait for that one.
      asked ??= renewed().finally(() => (asked = null));
      return `Bearer ${await asked}`;
    },
    requests: () => requests,
  };
}

function readKey(text: string): { appId: string; installationId: string; key: KeyObject } {
  try {
    const { appId, installationId, privateKey } = AppKey.parse(JSON.parse(text));
    return { appId, installationId, key: createPrivateKey(privateKey) };
  } catch {
    // The platform's error may quote the key, so ours takes its place.
    throw new AppError(
      "invalid",
      'The app\'s key is not whole. Write it as {"appId": …, "installationId": …, "privateKey": "-----BEGIN …"}, the private key as the forge gave it.',
    );
  }
}

/** Says who the app is, signed with its key. Source: RFC 7519 with RS256. */
function claim(appId: string, key: KeyObject, nowMs: number): string {
  const now = Math.floor(nowMs / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const said = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iat: now - CLAIM_BEFORE_S, exp: now + CLAIM_FOR_S, iss: appId })}`;
  return `${said}.${createSign("RSA-SHA256").update(said).sign(key, "base64url")}`;
}
