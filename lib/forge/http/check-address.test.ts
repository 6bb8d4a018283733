import type { LookupAddress } from "node:dns";
import { describe, expect, test } from "vitest";
import { checkAddress, lookupWithin } from "./check-address.ts";

describe("an address that is to be asked", () => {
  test.each([
    ["http://127.0.0.1:3000/x"],
    ["http://[::1]/"],
    ["http://0x7f.1/"],
    ["http://2130706433/"],
    ["http://0177.0.0.1/"],
    ["http://localhost/"],
    ["http://[::ffff:10.0.0.1]/"],
  ])("%s is refused where nothing private is allowed, and what to do is said", async (url) => {
    await expect(checkAddress(url, [])).rejects.toMatchObject({
      name: "ForgeError",
      code: "invalid",
      message: expect.stringContaining("GATELINE_PRIVATE_ADDRESSES"),
    });
  });

  test.each([
    ["http://8.8.8.8/", [], [{ address: "8.8.8.8", family: 4 }]],
    ["http://[fd00::1]:8080/", ["fd00::/8"], [{ address: "fd00::1", family: 6 }]],
    ["http://127.0.0.1/", "all", [{ address: "127.0.0.1", family: 4 }]],
  ] as const)("%s with %j may be asked at %j", async (url, allowed, addresses) => {
    expect(await checkAddress(url, allowed)).toEqual(addresses);
  });

  test("gives every address of a name that is allowed", async () => {
    const addresses = await checkAddress("http://localhost:3000/", ["localhost"]);
    expect(addresses.map(({ address }) => address)).toContain("127.0.0.1");
  });

  test("is no address", async () => {
    await expect(async () => checkAddress("forge", [])).rejects.toThrow("forge is not an address");
  });

  test("of a host that nobody knows is unavailable, and the host is named", async () => {
    // No name may be as long, so nobody outside is asked.
    const host = `${"a".repeat(64)}.invalid`;
    await expect(checkAddress(`http://${host}/`, [])).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining(host),
    });
  });
});

describe("the lookup of a connection", () => {
  const PUBLIC: LookupAddress = { address: "8.8.8.8", family: 4 };
  const PRIVATE: LookupAddress = { address: "10.0.0.1", family: 4 };
  /** What a connection to the host is given, one lookup after the other. */
  function given(all: boolean, answers: readonly LookupAddress[][]) {
    let nth = 0;
    const lookup = lookupWithin([], (_host, _options, answer) =>
      answer(null, answers[nth++] ?? []),
    );
    return answers.map(
      () =>
        new Promise((resolve) => {
          lookup("forge.example", { all }, (error, found) => resolve(error ? "refused" : found));
        }),
    );
  }

  test("gives only those that may be asked", async () => {
    expect(await Promise.all(given(true, [[PRIVATE, PUBLIC]]))).toEqual([[PUBLIC]]);
    expect(await Promise.all(given(false, [[PRIVATE, PUBLIC]]))).toEqual(["8.8.8.8"]);
  });

  test("looks each time, for a name may stand for another address a moment later", async () => {
    expect(await Promise.all(given(true, [[PUBLIC], [PRIVATE]]))).toEqual([[PUBLIC], "refused"]);
  });

  test("does not say which address a refused name stands for", () => {
    const lookup = lookupWithin([], (_host, _options, answer) => answer(null, [PRIVATE]));
    lookup("forge.example", {}, (error) => {
      expect(error?.message).toContain("forge.example is in a private network");
      expect(error?.message).not.toContain("10.0.0.1");
    });
    expect.assertions(2);
  });
});
