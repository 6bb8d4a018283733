import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { rootCertificates } from "node:tls";
import { afterAll, describe, expect, test } from "vitest";
import { readEnv } from "./env.ts";

const envOf = (fields: Record<string, string>) => fields as unknown as NodeJS.ProcessEnv;

describe("the data directory", () => {
  test("is the checkout's own, whatever folder a command is started in", () => {
    expect(readEnv(envOf({})).dataDirectory).toBe(join(import.meta.dirname, "../.gateline"));
  });

  test("is below the current folder where a relative one is asked for", () => {
    expect(readEnv(envOf({ GATELINE_DATA: "elsewhere" })).dataDirectory).toBe(resolve("elsewhere"));
  });
});

const KEY = "ab".repeat(32);
test.each([
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "many"],
  ["GATELINE_KEY", "short"],
  ["GATELINE_KEY_PREVIOUS", `${KEY},short`],
  ["GATELINE_LOG", "loud"],
  ["GATELINE_PRIVATE_ADDRESSES", "10.0.0.0/8, not a host"],
  ["GATELINE_PRIVATE_ADDRESSES", "10.0.0.0/64"],
  ["GATELINE_PRIVATE_ADDRESSES", "https://forge.example"],
  ["GATELINE_PRIVATE_ADDRESSES", "all, 10.0.0.1"],
  ["GATELINE_PRIVATE_ADDRESSES", ""],
  ["NODE_TLS_REJECT_UNAUTHORIZED", "0"],
])("%s=%s is refused by a sentence that names the variable", (name, value) => {
  expect(() => readEnv(envOf({ [name]: value }))).toThrow(
    new RegExp(`variable ${name} is not usable`),
  );
});

test("the keys of before are a list", () => {
  const { GATELINE_KEY_PREVIOUS } = readEnv(envOf({ GATELINE_KEY_PREVIOUS: ` ${KEY}, ${KEY} ` }));
  expect(GATELINE_KEY_PREVIOUS).toEqual([KEY, KEY]);
});

describe("private addresses", () => {
  test.each([
    ["all", "all"],
    ["none", []],
    ["forge.example", ["forge.example"]],
    [" 10.0.0.0/8, fd00::/8,::1 ,forge", ["10.0.0.0/8", "fd00::/8", "::1", "forge"]],
  ])("%s is read", (text, allowed) => {
    const env = readEnv(envOf({ GATELINE_PRIVATE_ADDRESSES: text }));
    expect(env.privateAddresses).toEqual(allowed);
  });

  test.each([
    ["127.0.0.1", "all"],
    ["::1", "all"],
    ["0.0.0.0", []],
    ["::", []],
    ["192.168.1.5", []],
    ["forge.example", []],
  ])("where nothing is said a server that listens on %s may ask %j of them", (host, allowed) => {
    expect(readEnv(envOf({}), host).privateAddresses).toEqual(allowed);
  });

  test("this server listens on this machine only, so what is not said is allowed", () => {
    expect(readEnv(envOf({})).privateAddresses).toBe("all");
  });
});

describe("a file of certificates", () => {
  const folder = mkdtempSync(join(tmpdir(), "gateline-ca-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const [first = "", second = ""] = rootCertificates;
  const broken = first.replace(/\n[^\n]+\n/, "\n");
  const fileOf = (text: string) => {
    const file = join(folder, "ca.pem");
    writeFileSync(file, text);
    return file;
  };

  test("with several and with text between them is taken", () => {
    const file = fileOf(`# ours\n${first}\n# theirs\r\n${second}`);
    expect(readEnv(envOf({ GATELINE_CA_FILE: file })).GATELINE_CA_FILE).toBe(file);
  });

  test.each([
    ["is not there", () => join(folder, "missing.pem"), /cannot be read/],
    ["is a folder", () => folder, /cannot be read/],
    ["is empty", () => fileOf(""), /holds no certificate/],
    ["holds a key", () => fileOf("-----BEGIN PRIVATE KEY-----\n"), /holds no certificate/],
    ["ends in the middle", () => fileOf(first.slice(0, 200)), /is broken/],
    ["holds a broken one behind a good one", () => fileOf(`${first}${broken}`), /is broken/],
  ])("that %s is refused by its name", (_what, make, why) => {
    const file = make();
    const read = () => readEnv(envOf({ GATELINE_CA_FILE: file }));
    expect(read).toThrow(why);
    expect(read).toThrow(file);
    expect(read).toThrow("GATELINE_CA_FILE");
  });
});
