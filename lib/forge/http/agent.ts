import { createSecureContext, getCACertificates } from "node:tls";
import { Agent, buildConnector } from "undici";
import { certificatesIn } from "#/lib/ca-file.ts";
import type { Env } from "#/lib/env.ts";
import { lookupWithin, refusalOf } from "./check-address.ts";

const CONNECT_MS = 10_000;

type Network = Pick<Env, "privateAddresses" | "GATELINE_CA_FILE">;
const agents = new Map<string, Agent>();

/**
 * Who makes the connections of this process: only to addresses that may be asked, looked at as each
 * connection is made, and only to servers whose certificate is trusted, whatever the environment says.
 */
export function agentOf(network: Network): Agent {
  const key = JSON.stringify([network.privateAddresses, network.GATELINE_CA_FILE]);
  const held = agents.get(key) ?? openAgent(network);
  agents.set(key, held);
  return held;
}

function openAgent({ privateAddresses, GATELINE_CA_FILE: caFile }: Network): Agent {
  const connect = buildConnector({
    lookup: lookupWithin(privateAddresses),
    timeout: CONNECT_MS,
    allowH2: false,
    rejectUnauthorized: true,
    ...(caFile === undefined ? {} : { secureContext: trusting(caFile) }),
  });
  return new Agent({
    connect: (options, callback) => {
      // A host that is an address is never looked up.
      const refusal = refusalOf(options.hostname, privateAddresses);
      if (refusal) callback(refusal, null);
      else connect(options, callback);
    },
  });
}

const trusting = (caFile: string) =>
  createSecureContext({ ca: [...getCACertificates("default"), ...certificatesIn(caFile)] });
