// The daily check: everything that needs neither a database nor a browser.
import { runSteps, STEPS } from "./run-steps.ts";

const { generate, routes, format, lint, types, unused, documents, unit } = STEPS;
runSteps([generate, routes, format, lint, types, unused, documents, unit]);
