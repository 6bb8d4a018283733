import { prove } from "./testing/prove.ts";

prove(["Forgejo 16", "Forgejo 11", "GitHub"]);
