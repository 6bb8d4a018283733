import { rest } from "#/lib/api/rest.ts";

const handle = (request: Request) => rest.fetch(request);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
export const dynamic = "force-dynamic";
