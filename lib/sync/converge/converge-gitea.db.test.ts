import { prove } from "./testing/prove.ts";

prove(["Gitea 1.22.6", "Gitea 1.25.5", "Gitea 1.27.0"]);
