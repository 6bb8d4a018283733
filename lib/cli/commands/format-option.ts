import { Option } from "commander";

/** The form in which a document is printed: a table for people unless another is asked for. */
export const formatOption = (renderers: Readonly<Record<string, unknown>>): Option =>
  new Option("--format <format>", "form of the output")
    .choices(Object.keys(renderers))
    .default("table");
