import { reply } from "../reply.ts";
import type { Place, Site } from "../site.ts";

/** One request of the REST API, as its endpoints see it. */
export type SiteCall = Site & {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | undefined>>;
  /** The path without the place where the API is. */
  path: string;
};

export type Call = SiteCall & Place;

export const badRequest = (message: string) => reply({ status: 422, message });
