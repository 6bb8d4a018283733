import { randomUUID } from "node:crypto";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getCACertificates } from "node:tls";
import { certificatesIn } from "#/lib/ca-file.ts";

/** Writes the certificates that are trusted beside the usual ones, together with these, into one file for git, which takes one; gives its path. */
export async function trustedCertificates(root: string, caFile: string): Promise<string> {
  const path = join(root, "trusted.pem");
  const own = `${path}.${randomUUID()}`;
  const all = [...getCACertificates("default"), ...certificatesIn(caFile)];
  await writeFile(own, all.map((text) => `${text.trimEnd()}\n`).join(""), { mode: 0o600 });
  await rename(own, path);
  return path;
}
