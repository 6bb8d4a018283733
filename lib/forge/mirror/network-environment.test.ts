import { expect, test } from "vitest";
import { networkEnvironment } from "./network-environment.ts";

const settings = {
  url: "https://forge.test/owner/name.git",
  token: "word",
  addresses: ["192.0.2.1", "2001:db8::1"],
  caFile: "/etc/own.pem",
  home: "/var/cache",
};

const configOf = (given: Partial<typeof settings> | { token: null; caFile: null }) => {
  const environment = networkEnvironment({ ...settings, ...given });
  const count = Number(environment["GIT_CONFIG_COUNT"]);
  const config = Array.from({ length: count }, (_, at) => [
    environment[`GIT_CONFIG_KEY_${at}`],
    environment[`GIT_CONFIG_VALUE_${at}`],
  ]);
  return { environment, config: Object.fromEntries(config) as Record<string, string> };
};

test("the token is a header for that host alone, and whoever is connected to is one of the allowed addresses", () => {
  const { environment, config } = configOf({});
  expect(config["http.https://forge.test/.extraHeader"]).toBe(
    `Authorization: Basic ${Buffer.from("x-access-token:word").toString("base64")}`,
  );
  expect(config["http.curloptResolve"]).toBe("forge.test:443:192.0.2.1,[2001:db8::1]");
  expect(config["http.followRedirects"]).toBe("false");
  expect(environment).toMatchObject({ GIT_SSL_CAINFO: "/etc/own.pem", HOME: "/var/cache" });
});

test("only the scheme of the address is spoken, and nothing is sent where there is no token", () => {
  const { config, environment } = configOf({ token: null, caFile: null });
  expect(Object.keys(config).filter((key) => /extraHeader/i.test(key))).toEqual([]);
  expect(environment["GIT_SSL_CAINFO"]).toBeUndefined();
  expect(config).toMatchObject({ "protocol.allow": "never", "protocol.https.allow": "always" });
  expect(config["protocol.http.allow"]).toBeUndefined();
});

test("a port of its own is told to whom the host's addresses are given", () => {
  const { config } = configOf({ url: "http://forge.test:3000/o/n.git", addresses: ["192.0.2.1"] });
  expect(config["http.curloptResolve"]).toBe("forge.test:3000:192.0.2.1");
});
