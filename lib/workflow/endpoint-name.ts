import { type Endpoint, keyOf } from "#/lib/coverage/link/endpoint.ts";
import { gapName } from "#/lib/format.ts";
import type { Tx } from "#/lib/store/db.ts";

/** The name by which the decisions about an end of a link are found: its gap's where it has one. */
export async function endpointName(tx: Tx, programId: number, endpoint: Endpoint): Promise<string> {
  if (endpoint.kind === "gap") return gapName(endpoint.number);
  if (endpoint.kind === "gate") return keyOf(endpoint);
  const { repositoryId, number } = endpoint;
  const item = await tx.item.findFirst({ where: { programId, repositoryId, number } });
  return item ? gapName(item.id) : keyOf(endpoint);
}
