import { AppError } from "#/lib/errors.ts";

/** Where the two interfaces of one host are asked: `rest` and `graphql` are paths behind `base`. */
export type Addresses = {
  readonly base: string;
  readonly rest: string;
  readonly graphql: string;
};

const PUBLIC = new Set(["github.com", "www.github.com", "api.github.com"]);

/** The interfaces of the forge at an address: the public one has a host of its own for them, and so has a tenant's under `ghe.com`; every other host is an Enterprise server with folders for them. Throws AppError invalid on what is no address. Source: the vendor's description of both. */
export function addressesOf(url: string): Addresses {
  if (!URL.canParse(url)) {
    throw new AppError("invalid", `${url} is no address. Write it as https://host.`);
  }
  const { host, protocol } = new URL(url);
  if (PUBLIC.has(host)) return { base: "https://api.github.com", rest: "", graphql: "/graphql" };
  if (host.endsWith(".ghe.com")) {
    const tenant = host.replace(/^api\./, "");
    return { base: `${protocol}//api.${tenant}`, rest: "", graphql: "/graphql" };
  }
  const root = url.replace(/[/?#]+$/, "").replace(/\/api(\/v3)?$/, "");
  return { base: `${root}/api`, rest: "/v3", graphql: "/graphql" };
}
