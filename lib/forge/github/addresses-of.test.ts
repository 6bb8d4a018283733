import { expect, test } from "vitest";
import { addressesOf } from "./addresses-of.ts";

test.each([
  ["https://github.com", "https://api.github.com", "https://api.github.com/graphql"],
  ["https://github.com/", "https://api.github.com", "https://api.github.com/graphql"],
  ["https://www.github.com", "https://api.github.com", "https://api.github.com/graphql"],
  ["https://code.example", "https://code.example/api/v3", "https://code.example/api/graphql"],
  [
    "https://code.example/api/v3/",
    "https://code.example/api/v3",
    "https://code.example/api/graphql",
  ],
  ["http://127.0.0.1:4010", "http://127.0.0.1:4010/api/v3", "http://127.0.0.1:4010/api/graphql"],
  ["https://acme.ghe.com", "https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql"],
  [
    "https://github.com.example",
    "https://github.com.example/api/v3",
    "https://github.com.example/api/graphql",
  ],
])("%s is asked at %s and %s", (url, rest, graphql) => {
  const found = addressesOf(url);
  expect(`${found.base}${found.rest}`).toBe(rest);
  expect(`${found.base}${found.graphql}`).toBe(graphql);
});

test("what is no address is told", () => {
  expect(() => addressesOf("https://host:99999")).toThrow(/is no address/);
});
