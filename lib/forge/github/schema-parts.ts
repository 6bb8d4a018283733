import { z } from "zod";

/** A moment with its time zone. */
export const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
/** A moment, or null where it has not come. */
export const timeOrNever = time.nullish().transform((at) => at ?? null);

/** An id too large for a number comes as text. */
export const id = z
  .union([z.string().regex(/^\d{1,20}$/), z.int().nonnegative()])
  .transform(String);

type Account = {
  readonly login?: string | null | undefined;
  readonly __typename?: string | undefined;
};

/** The name of an account, that of an app as the forge's other interface and its pages write it; null where it is gone. */
export function loginOf(account: Account | null | undefined): string | null {
  const login = account?.login || null;
  const isBare = account?.__typename === "Bot" && login !== null && !login.endsWith("[bot]");
  return isBare ? `${login}[bot]` : login;
}

/** An account as its name. */
export const Actor = z
  .object({ login: z.string(), __typename: z.string().optional() })
  .nullish()
  .transform(loginOf);

export const Oid = z.object({ oid: z.string() }).nullish();

const PageInfo = z.object({
  hasNextPage: z.boolean(),
  endCursor: z
    .string()
    .nullish()
    .transform((cursor) => cursor ?? null),
});

/** A list inside an answer; a row that could not be told is null. */
export const connection = <Node extends z.ZodType>(node: Node) =>
  z.object({
    totalCount: z.int(),
    pageInfo: PageInfo,
    nodes: z
      .array(node.nullable())
      .nullish()
      .transform((nodes) => nodes ?? []),
  });
