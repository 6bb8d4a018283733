import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates } from "node:tls";
import { expect, test } from "vitest";
import { certificatesIn } from "#/lib/ca-file.ts";
import { trustedCertificates } from "./trusted-certificates.ts";

test("who is trusted beside the usual ones is in one file with them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gateline-trusted-"));
  try {
    const own = join(folder, "own.pem");
    const [usual = ""] = getCACertificates("bundled");
    writeFileSync(own, usual);
    const path = await trustedCertificates(folder, own);
    const count = certificatesIn(path).length;
    expect(count).toBe(getCACertificates("default").length + 1);
    expect(readFileSync(path, "utf8")).toContain(usual.trim());
    await expect(trustedCertificates(folder, join(folder, "gone.pem"))).rejects.toThrow("gone.pem");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
