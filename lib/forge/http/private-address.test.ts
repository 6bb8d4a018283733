import { describe, expect, test } from "vitest";
import { isPrivate, mayAsk } from "./private-address.ts";

test.each([
  ["this machine", "127.0.0.1"],
  ["this machine", "127.255.255.254"],
  ["this machine", "::1"],
  ["this machine, mapped", "::ffff:127.0.0.1"],
  ["any address of this machine", "0.0.0.0"],
  ["any address of this machine", "::"],
  ["a private network", "10.1.2.3"],
  ["a private network", "172.16.0.1"],
  ["a private network", "172.31.255.255"],
  ["a private network", "192.168.0.1"],
  ["a private network, mapped", "::ffff:c0a8:1"],
  ["a private network behind a translation", "64:ff9b::a00:1"],
  ["a network of a provider", "100.64.0.1"],
  ["a link", "169.254.1.1"],
  ["a link", "fe80::1"],
  ["a private network", "fc00::1"],
  ["a private network", "fd12:3456::1"],
  ["metadata", "169.254.169.254"],
  ["metadata", "fd00:ec2::254"],
  ["metadata", "100.100.100.200"],
  ["metadata", "168.63.129.16"],
  ["metadata", "192.0.0.192"],
  ["everybody", "255.255.255.255"],
  ["a group", "224.0.0.1"],
  ["a group", "ff02::1"],
  ["a tunnel with a private address inside", "2002:a00:1::1"],
  ["nothing at all", "not an address"],
])("%s is private: %s", (_what, address) => {
  expect(isPrivate(address)).toBe(true);
});

test.each([
  "93.184.215.14",
  "172.32.0.1",
  "100.63.255.255",
  "2606:2800:21f::1",
  "::ffff:8.8.8.8",
  "64:ff9b::808:808",
])("%s is public", (address) => {
  expect(isPrivate(address)).toBe(false);
});

describe("what the operator allows", () => {
  test.each([
    ["everything", "forge.internal", "10.0.0.5", "all", true],
    ["nothing", "forge.internal", "10.0.0.5", [], false],
    ["nothing, and the address is public", "forge.example", "8.8.8.8", [], true],
    ["the host, however it is written", "Forge.Internal", "10.0.0.5", ["forge.internal"], true],
    ["another host", "forge.internal", "10.0.0.5", ["other.internal"], false],
    ["a host of which it is the end", "a.forge.internal", "10.0.0.5", ["forge.internal"], false],
    ["the address", "forge.internal", "10.0.0.5", ["10.0.0.5"], true],
    ["the address, mapped", "forge.internal", "::ffff:10.0.0.5", ["10.0.0.5"], true],
    ["the address, written in another way", "forge.internal", "fd00::1", ["fd00:0:0::1"], true],
    [
      "a network that holds it",
      "forge.internal",
      "10.200.0.5",
      ["192.168.0.0/16", "10.0.0.0/8"],
      true,
    ],
    ["a network that holds it, mapped", "forge.internal", "::ffff:10.0.0.5", ["10.0.0.0/8"], true],
    ["a network, and the address is public", "forge.internal", "11.0.0.1", ["10.0.0.0/8"], true],
    ["a network beside it", "forge.internal", "10.1.0.1", ["10.0.0.0/16"], false],
    ["a network of the other kind", "forge.internal", "10.0.0.5", ["fd00::/8"], false],
  ] as const)("%s", (_what, host, address, allowed, may) => {
    expect(mayAsk(host, address, allowed)).toBe(may);
  });
});
