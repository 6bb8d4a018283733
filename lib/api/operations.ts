import type { Operation } from "./operation.ts";
import { gapOperations } from "./operations/gaps.ts";
import { gateOperations } from "./operations/gates.ts";
import { linkOperations } from "./operations/links.ts";
import { mergedOperations } from "./operations/merged.ts";
import { operatorOperations } from "./operations/operator.ts";
import { programOperations } from "./operations/programs.ts";
import { sourceOperations } from "./operations/sources.ts";

export const OPERATIONS: readonly Operation[] = [
  ...gapOperations,
  ...gateOperations,
  ...linkOperations,
  ...mergedOperations,
  ...operatorOperations,
  ...programOperations,
  ...sourceOperations,
];
