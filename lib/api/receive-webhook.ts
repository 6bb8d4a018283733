import { readClock } from "#/lib/clock.ts";
import { AppError } from "#/lib/errors.ts";
import { receiveWebhook } from "#/lib/sync/receive-webhook.ts";
import { readBody } from "./read-body.ts";
import { RowId } from "./row-id.ts";
import { toResponse } from "./to-response.ts";

// The largest that a forge sends.
const BYTES_MAX = 25 * 1024 * 1024;

/** Answers a webhook: 202 once it is written down, whatever it says; only then is anything read. */
export async function answerWebhook(source: string, request: Request): Promise<Response> {
  try {
    const id = RowId.safeParse(source);
    if (!id.success) throw new AppError("not_found", `There is no source ${source}.`);
    const body = await readBody(request, BYTES_MAX);
    const outcome = await receiveWebhook(id.data, { headers: request.headers, body }, readClock());
    return Response.json({ outcome }, { status: 202 });
  } catch (error) {
    return toResponse(error);
  }
}
