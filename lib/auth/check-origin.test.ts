import { describe, expect, test } from "vitest";
import { checkOrigin } from "./check-origin.ts";

type Request = Parameters<typeof checkOrigin>[0];
const OWN: Request = {
  method: "POST",
  path: "/api/v1/sources",
  host: "localhost:3000",
  origin: "http://localhost:3000",
  site: "same-origin",
};

describe("answered", () => {
  test.each<[string, Partial<Request>]>([
    ["a write of the server's own page", {}],
    [
      "a write from the command line, which sends neither origin nor site",
      { origin: null, site: null },
    ],
    ["a page that is opened from a bookmark", { method: "GET", origin: null, site: "none" }],
    ["a link on another site to a page", { method: "GET", origin: null, site: "cross-site" }],
    ["by its number", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }],
    ["by its number of version 6", { host: "[::1]:3000", origin: "http://[::1]:3000" }],
    ["in capitals", { host: "LOCALHOST:3000", origin: "http://LOCALHOST:3000" }],
    [
      "a forge's webhook, by the name that it knows: its signature is asked for later",
      { path: "/api/webhooks/3", host: "gateline.example", origin: null, site: null },
    ],
    ["without a port", { host: "localhost", origin: "http://localhost" }],
  ])("%s", (_what, change) => {
    expect(checkOrigin({ ...OWN, ...change })).toBeNull();
  });
});

describe("refused with the next step", () => {
  test.each<[string, Partial<Request>, RegExp]>([
    [
      "a name that was pointed at this machine",
      { host: "evil.example:3000" },
      /Open it by http:\/\/localhost/,
    ],
    [
      "a read at the address of webhooks",
      { method: "GET", path: "/api/webhooks/3", host: "gateline.example" },
      /only to localhost/,
    ],
    [
      "what only looks like the address of webhooks",
      { path: "/api/webhooks", host: "gateline.example" },
      /only to localhost/,
    ],
    ["a name that only begins like ours", { host: "localhost.evil.example" }, /only to localhost/],
    ["a name that only ends like ours", { host: "evil-localhost" }, /only to localhost/],
    ["no host", { host: null }, /only to localhost/],
    ["an empty host", { host: "" }, /only to localhost/],
    ["another machine's number", { host: "192.168.1.5:3000" }, /only to localhost/],
    ["a write from another site", { origin: "https://evil.example" }, /Open its own pages/],
    [
      "a read by another site's script",
      { method: "GET", origin: "https://evil.example" },
      /Open its own pages/,
    ],
    ["another server on this machine", { origin: "http://localhost:4000" }, /Open its own pages/],
    ["a page without an origin, such as a file", { origin: "null" }, /Open its own pages/],
    ["a form of another site", { origin: null, site: "cross-site" }, /may not change anything/],
    ["a form of a neighbour", { origin: null, site: "same-site" }, /may not change anything/],
    [
      "a method that we do not know",
      { method: "PURGE", origin: null, site: "cross-site" },
      /may not change/,
    ],
  ])("%s", (_what, change, message) => {
    expect(checkOrigin({ ...OWN, ...change })).toMatch(message);
  });
});
