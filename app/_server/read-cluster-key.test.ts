import { expect, test, vi } from "vitest";
import { readClusterKey } from "./read-cluster-key.ts";

// It refuses to be loaded outside of the framework's server.
vi.mock("server-only", () => ({}));

test.each([
  ["deploy-gate", "deploy-gate"],
  ["a%2Fb%20c", "a/b c"],
])("%s names the cluster %s", (part, key) => {
  expect(readClusterKey(part)).toBe(key);
});

test.each(["%00", "a%00b"])("%s names nothing", (part) => {
  expect(() => readClusterKey(part)).toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/);
});
