import type { Operation } from "./operation.ts";
import { clusterOperations } from "./operations/clusters.ts";
import { declaredOperations } from "./operations/declared.ts";
import { gapOperations } from "./operations/gaps.ts";
import { gateOperations } from "./operations/gates.ts";
import { linkOperations } from "./operations/links.ts";
import { mergedOperations } from "./operations/merged.ts";
import { operatorOperations } from "./operations/operator.ts";
import { planOperations } from "./operations/plan.ts";
import { policyOperations } from "./operations/policy.ts";
import { programOperations } from "./operations/programs.ts";
import { sourceOperations } from "./operations/sources.ts";

export const OPERATIONS: readonly Operation[] = [
  ...clusterOperations,
  ...declaredOperations,
  ...gapOperations,
  ...gateOperations,
  ...linkOperations,
  ...mergedOperations,
  ...operatorOperations,
  ...planOperations,
  ...policyOperations,
  ...programOperations,
  ...sourceOperations,
];
