import { inTransaction } from "./db.ts";
import { isSealedAnew, seal, unseal } from "./seal.ts";

export type Resealed = {
  /** How many tokens and hook secrets are under the newest key now and were not before. */
  readonly resealed: number;
  /** The sources of those that no key opens; they stay as they are. */
  readonly unreadable: readonly string[];
};

/** Seals every stored token and hook secret under the newest key, all or none of them. */
export function resealAll(): Promise<Resealed> {
  return inTransaction(async (tx) => {
    const sources = await tx.$queryRaw<Sealed[]>`
      select id, name, sealed_token as "sealedToken", sealed_hook as "sealedHook"
        from source order by id for update`;
    const unreadable = new Set<string>();
    let resealed = 0;
    for (const { id, name, ...secrets } of sources) {
      const data: Partial<typeof secrets> = {};
      for (const field of ["sealedToken", "sealedHook"] as const) {
        const anew = sealAnew(secrets[field]);
        if (anew === "unreadable") unreadable.add(name);
        else if (anew !== null) data[field] = anew.sealed;
      }
      const count = Object.keys(data).length;
      if (count > 0) await tx.source.update({ where: { id }, data });
      resealed += count;
    }
    return { resealed, unreadable: [...unreadable] };
  });
}

type Sealed = {
  readonly id: number;
  readonly name: string;
  readonly sealedToken: string | null;
  readonly sealedHook: string | null;
};

/** null where there is nothing to do. */
function sealAnew(sealed: string | null): { sealed: string } | "unreadable" | null {
  if (sealed === null || isSealedAnew(sealed)) return null;
  try {
    return { sealed: seal(unseal(sealed)) };
  } catch {
    return "unreadable";
  }
}
