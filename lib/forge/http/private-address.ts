import ipaddr from "ipaddr.js";

/** Who of those that are not public may be asked: everybody, or these hosts, addresses and networks. */
export type AllowedPrivate = "all" | readonly string[];

/** Public by its number, but the agent of a cloud's host answers there with secrets. */
const METADATA = ["168.63.129.16"];

/** Whether an address is anything but a public one: this machine's, a private or a provider's network, a link's, metadata, or one that hides such an address inside. */
export function isPrivate(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  // An IPv4 address that was mapped into IPv6 is told by what it is.
  const parsed = ipaddr.process(address);
  if (METADATA.includes(parsed.toString())) return true;
  if (parsed.range() === "rfc6052") {
    return isPrivate(ipaddr.fromByteArray(parsed.toByteArray().slice(-4)).toString());
  }
  return parsed.range() !== "unicast";
}

/** Whether a request to this host may go to this address, one of those that its name stands for. */
export function mayAsk(host: string, address: string, allowed: AllowedPrivate): boolean {
  if (allowed === "all" || !isPrivate(address)) return true;
  return allowed.some(
    (entry) => isSame(entry, host) || isSame(entry, address) || holds(entry, address),
  );
}

const isSame = (entry: string, name: string): boolean => entry.toLowerCase() === name.toLowerCase();

function holds(entry: string, address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (ipaddr.isValid(entry)) return ipaddr.process(entry).toString() === parsed.toString();
  if (!ipaddr.isValidCIDR(entry)) return false;
  const network = ipaddr.parseCIDR(entry);
  return network[0].kind() === parsed.kind() && parsed.match(network);
}
