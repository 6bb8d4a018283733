// Everything, on a machine where only Node and npm are given.
import { runSteps, STEPS } from "./run-steps.ts";

runSteps(Object.values(STEPS));
