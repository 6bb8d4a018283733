import { db } from "./db.ts";

/** Moves a source to another address; its repositories stay the same ones. */
export async function saveSourceUrl(sourceId: number, url: string): Promise<void> {
  await db.source.update({ where: { id: sourceId }, data: { url } });
}
