import { z } from "zod";
import { OperatorInput } from "#/lib/contract/inputs.ts";
import { nameOperator } from "#/lib/workflow/name-operator.ts";
import { operation } from "../operation.ts";

export const operatorOperations = [
  operation({
    name: "get_operator",
    route: "GET /operator",
    input: z.object({}),
    run: async ({ reader }) => ({ operator: await reader() }),
  }),
  operation({
    name: "name_operator",
    route: "PUT /operator",
    input: OperatorInput,
    run: async ({ clock }, { name }) => ({ operator: await nameOperator({ name, now: clock }) }),
  }),
];
