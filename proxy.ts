import { type NextRequest, NextResponse } from "next/server";
import { checkOrigin } from "#/lib/auth/check-origin.ts";

export function proxy(request: NextRequest) {
  const refusal = checkOrigin({
    method: request.method,
    path: request.nextUrl.pathname,
    host: request.headers.get("host"),
    origin: request.headers.get("origin"),
    site: request.headers.get("sec-fetch-site"),
  });
  if (refusal === null) return NextResponse.next();
  return NextResponse.json({ code: "forbidden", message: refusal }, { status: 403 });
}

export const config = { matcher: "/:path*" };
