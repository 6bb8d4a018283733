import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { beginNewKey, dropOldestKeys } from "./key.ts";
import { isSealedAnew, seal, unseal } from "./seal.ts";

const KEY = "ab".repeat(32);
/** "gto_secret" under that key, as the first release wrote it. */
const OF_VERSION_1 = "1.BwcHBwcHBwcHBwcHsrZWIhG7o8zjN94erdGR-8rQsit_IoKHL5I";
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
    expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString()).not.toContain("secret");
  });

  test("of the first version, which did not name its key, opens as it did", () => {
    expect(unseal(OF_VERSION_1)).toBe("gto_secret");
  });

  const flipped = (sealed: string, at: number) => {
    const [version, key, body = ""] = sealed.split(".");
    const bytes = Buffer.from(body, "base64url");
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    return `${version}.${key}.${bytes.toString("base64url")}`;
  };
  test.each([
    ["a bit of its nonce was changed", (sealed: string) => flipped(sealed, 0)],
    ["a bit of its tag was changed", (sealed: string) => flipped(sealed, 12)],
    ["a bit of its text was changed", (sealed: string) => flipped(sealed, 28)],
    ["its end is missing", (sealed: string) => sealed.slice(0, -3)],
    ["only its nonce is there", (sealed: string) => sealed.slice(0, 27)],
    ["it is of another version", (sealed: string) => sealed.replace(/^2/, "3")],
    ["it names another key", (sealed: string) => sealed.replace(/\.[0-9a-f]{8}\./, ".00000000.")],
    ["it names no key", (sealed: string) => sealed.replace(/\.[0-9a-f]{8}\./, ".")],
    ["it claims to be of the first version", (sealed: string) => sealed.replace(/^2\.[^.]*/, "1")],
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

  test("opens under a key of before, and what is sealed now is under the new one alone", () => {
    const old = seal("gto_secret");
    vi.stubEnv("GATELINE_KEY", "cd".repeat(32));
    vi.stubEnv("GATELINE_KEY_PREVIOUS", ` ${"ef".repeat(32)}, ${KEY}`);
    expect([unseal(old), unseal(OF_VERSION_1)]).toEqual(["gto_secret", "gto_secret"]);
    const fresh = seal("gto_secret");
    expect([isSealedAnew(old), isSealedAnew(OF_VERSION_1), isSealedAnew(fresh)]).toEqual([
      false,
      false,
      true,
    ]);
    vi.stubEnv("GATELINE_KEY_PREVIOUS", undefined);
    expect(unseal(fresh)).toBe("gto_secret");
    expect(() => unseal(old)).toThrow(/GATELINE_KEY_PREVIOUS/);
  });

  test("a key that is none is refused by the name of its variable", () => {
    vi.stubEnv("GATELINE_KEY", "short");
    expect(() => seal("t")).toThrow(/GATELINE_KEY.*64 hexadecimal digits/);
  });
});

describe("without a key in the environment", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gateline-key-"));
    vi.stubEnv("GATELINE_KEY", undefined);
    vi.stubEnv("GATELINE_DATA", join(folder, "data"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = () => join(folder, "data", "key");
  const held = () => readFileSync(file(), "utf8");

  test("one is made once in the data directory, readable by its owner only", () => {
    const sealed = seal("gto_secret");
    const key = held();
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(unseal(sealed)).toBe("gto_secret");
    seal("another");
    expect(held()).toBe(key);
  });

  test("a new one comes before the old ones, of which the last one stays", () => {
    const old = seal("gto_secret");
    const key = held();
    beginNewKey();
    dropOldestKeys();
    expect(held()).toMatch(new RegExp(`^[0-9a-f]{64}\n${key}$`));
    expect([unseal(old), isSealedAnew(old)]).toEqual(["gto_secret", false]);
    const fresh = seal("gto_secret");
    expect(isSealedAnew(fresh)).toBe(true);
    beginNewKey();
    expect(unseal(old)).toBe("gto_secret");
    dropOldestKeys();
    expect(held()).not.toContain(key);
    expect(unseal(fresh)).toBe("gto_secret");
    expect(() => unseal(old)).toThrow(/cannot be decrypted/);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "data"))).toEqual(["key"]);
  });

  test.each(["", "short", `${KEY}\nshort`])(
    "a file that holds no key is named and left: %j",
    (text) => {
      seal("t");
      writeFileSync(file(), text);
      expect(() => seal("t")).toThrow(/key holds no key.*Restore it/);
      expect(held()).toBe(text);
    },
  );
});
