import { answerWebhook } from "#/lib/api/receive-webhook.ts";

export const POST = async (
  request: Request,
  { params }: RouteContext<"/api/webhooks/[source]">,
): Promise<Response> => answerWebhook((await params).source, request);

export const dynamic = "force-dynamic";
