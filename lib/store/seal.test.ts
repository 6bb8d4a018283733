import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { seal, unseal } from "./seal.ts";

const KEY = "ab".repeat(32);
beforeEach(() => vi.stubEnv("GATELINE_KEY", KEY));
afterEach(() => vi.unstubAllEnvs());

describe("a sealed token", () => {
  test.each(["gto_1234", "", "ünïcode 😀", "x".repeat(10_000)])(
    "opens to what it was: %.12s",
    (token) => {
      expect(unseal(seal(token))).toBe(token);
    },
  );

  test("is another text each time and does not hold the token", () => {
    const sealed = seal("gto_secret");
    expect(sealed).not.toBe(seal("gto_secret"));
    expect(Buffer.from(sealed.split(".")[1] ?? "", "base64url").toString()).not.toContain("secret");
  });

  const flipped = (sealed: string, at: number) => {
    const bytes = Buffer.from(sealed.slice(2), "base64url");
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    return `1.${bytes.toString("base64url")}`;
  };
  test.each([
    ["a bit of its nonce was changed", (sealed: string) => flipped(sealed, 0)],
    ["a bit of its tag was changed", (sealed: string) => flipped(sealed, 12)],
    ["a bit of its text was changed", (sealed: string) => flipped(sealed, 28)],
    ["its end is missing", (sealed: string) => sealed.slice(0, -3)],
    ["only its nonce is there", (sealed: string) => sealed.slice(0, 18)],
    ["it is of another version", (sealed: string) => sealed.replace(/^1/, "2")],
    ["it is the token itself", () => "gto_secret"],
    ["it is empty", () => ""],
  ])("does not open when %s, and says what to do", (_what, change) => {
    const changed = change(seal("gto_secret"));
    expect(() => unseal(changed)).toThrow(/cannot be decrypted.*Restore GATELINE_KEY/);
    expect(() => unseal(changed)).not.toThrow(/gto_secret/);
  });

  test("does not open under another key", () => {
    const sealed = seal("gto_secret");
    vi.stubEnv("GATELINE_KEY", "cd".repeat(32));
    expect(() => unseal(sealed)).toThrow(/another one than when it was stored/);
  });

  test("a key that is none is refused by the name of its variable", () => {
    vi.stubEnv("GATELINE_KEY", "short");
    expect(() => seal("t")).toThrow(/GATELINE_KEY.*64 hexadecimal digits/);
  });
});

describe("without a key in the environment", () => {
  test("one is made once in the data directory, readable by its owner only", () => {
    const folder = mkdtempSync(join(tmpdir(), "gateline-key-"));
    vi.stubEnv("GATELINE_KEY", undefined);
    vi.stubEnv("GATELINE_DATA", join(folder, "data"));
    const sealed = seal("gto_secret");
    const file = join(folder, "data", "key");
    const key = readFileSync(file, "utf8");
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(unseal(sealed)).toBe("gto_secret");
    seal("another");
    expect(readFileSync(file, "utf8")).toBe(key);
    rmSync(folder, { recursive: true });
  });
});
