import { AppError } from "#/lib/errors.ts";

/** The body of a request as it came, byte for byte; throws AppError invalid once it is larger than allowed, without reading on. */
export async function readBody(request: Request, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > bytesMax)
      throw new AppError("invalid", `The body is larger than ${bytesMax / 1024 / 1024} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
