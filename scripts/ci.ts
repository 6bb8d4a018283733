// Everything, on a machine where only Node and npm are given.
import { runSteps, STEPS } from "./run-steps.ts";

const {
  generate,
  routes,
  lock,
  format,
  lint,
  types,
  unused,
  documents,
  unit,
  database,
  e2e,
  requirements,
} = STEPS;
runSteps([
  generate,
  routes,
  lock,
  format,
  lint,
  types,
  unused,
  documents,
  unit,
  database,
  e2e,
  requirements,
]);
