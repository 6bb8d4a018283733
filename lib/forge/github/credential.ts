import { type Credential, type CredentialPlace, isAppKey, tokenOfApp } from "./app-token.ts";

/** The credential that a token stands for: itself, or what an app's key gives. Throws AppError invalid on a key that is not whole. */
export function credentialOf(token: string | null, place: CredentialPlace): Credential {
  if (token !== null && isAppKey(token)) return tokenOfApp(token, place);
  const authorization = token === null || token === "" ? null : `Bearer ${token.trim()}`;
  return { authorization: async () => authorization, requests: () => 0 };
}
