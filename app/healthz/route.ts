import { readHealth } from "#/lib/read/health.ts";

export const dynamic = "force-dynamic";

export async function GET() {
  const step = await readHealth({ sample: true });
  return Response.json({ ready: step === null, step }, { status: step === null ? 200 : 503 });
}
