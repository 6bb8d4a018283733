import { lookup as ask, type LookupAddress, type LookupAllOptions } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { readEnv } from "#/lib/env.ts";
import { ForgeError } from "../forge-error.ts";
import { type AllowedPrivate, mayAsk } from "./private-address.ts";

type AskAll = (
  host: string,
  options: LookupAllOptions,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * The addresses of a URL's host that requests may go to: all public ones, and of the others those that
 * GATELINE_PRIVATE_ADDRESSES allows. Throws ForgeError `invalid` when none is left, and `unavailable` when
 * nobody knows the host. Whoever connects later by other means has to go to one of these, for a name may
 * stand for another address a moment later.
 */
export function checkAddress(
  url: string,
  allowed: AllowedPrivate = readEnv().privateAddresses,
): Promise<readonly LookupAddress[]> {
  const host = hostOf(url);
  const family = isIP(host);
  if (family !== 0) {
    const refusal = refusalOf(host, allowed);
    return refusal ? Promise.reject(refusal) : Promise.resolve([{ address: host, family }]);
  }
  return new Promise((resolve, reject) => {
    lookupWithin(allowed)(host, { all: true }, (error, addresses) => {
      if (error === null) resolve(Array.isArray(addresses) ? addresses : []);
      else reject(error instanceof ForgeError ? error : nobodyKnows(host, error));
    });
  });
}

/** The lookup of connections, which gives nothing but addresses that may be asked. */
export function lookupWithin(allowed: AllowedPrivate, askAll: AskAll = ask): LookupFunction {
  return (host, options, answer) => {
    askAll(host, { ...options, all: true }, (error, found) => {
      if (error) return answer(error, []);
      const fit = found.filter(({ address }) => mayAsk(host, address, allowed));
      const [first] = fit;
      if (first === undefined) return answer(refusal(host), []);
      return options.all ? answer(null, fit) : answer(null, first.address, first.family);
    });
  };
}

/** Why a host that is written as an address may not be asked; null for a name, and for one that may. */
export function refusalOf(host: string, allowed: AllowedPrivate): ForgeError | null {
  return isIP(host) === 0 || mayAsk(host, host, allowed) ? null : refusal(host);
}

function hostOf(url: string): string {
  if (!URL.canParse(url)) throw new ForgeError("invalid", `${url} is not an address.`);
  return new URL(url).hostname.replace(/^\[|\]$/g, "");
}

// Which address a name stands for is not said: whoever enters names could read a private network by it.
const refusal = (host: string): ForgeError =>
  new ForgeError(
    "invalid",
    `${host} is in a private network or on this machine, where this server sends no requests. If it should, add ${host} to GATELINE_PRIVATE_ADDRESSES (hosts, addresses and networks, separated by commas, or all) and start the server again.`,
  );

const nobodyKnows = (host: string, cause: Error): ForgeError =>
  new ForgeError("unavailable", `Nobody knows the host ${host}. Check the address.`, { cause });
