import { type Answer, answerJson } from "../answer.ts";

const DOCUMENTATION = "https://docs.example/rest";

type Said = { status: number; message: string; headers?: Record<string, string>; more?: object };

/** The error document of the REST API. */
export function reply({ status, message, headers = {}, more = {} }: Said): Answer {
  const body = { message, ...more, documentation_url: DOCUMENTATION, status: String(status) };
  return { ...answerJson(body, { ...JSON_TYPE, ...headers }), status };
}

export const JSON_TYPE = { "Content-Type": "application/json; charset=utf-8" };

export const notFound = (): Answer => reply({ status: 404, message: "Not Found" });

/** The limit that is not counted in the open: it may or may not say when to come back. */
export function answerSecondary(retryAfterSeconds: number | null): Answer {
  return reply({
    status: 403,
    message: "You have exceeded a secondary rate limit. Please wait before you try again.",
    headers: retryAfterSeconds === null ? {} : { "retry-after": String(retryAfterSeconds) },
  });
}
