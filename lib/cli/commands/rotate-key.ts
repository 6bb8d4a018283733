import { Command } from "commander";
import { AppError } from "#/lib/errors.ts";
import { withDatabase } from "../with-database.ts";

/** `gateline rotate-key`: seals every stored token and hook secret under a new key. */
export function rotateKeyCommand(): Command {
  return new Command("rotate-key")
    .description("seal every stored token and hook secret under a new key")
    .action(() =>
      withDatabase(async () => {
        const { rotateKey } = await import("#/lib/store/rotate-key.ts");
        const { newFile, resealed, unreadable } = await rotateKey();
        console.log(`sealed anew: ${resealed}`);
        if (newFile) console.log("the key in the data directory is a new one: back it up");
        if (unreadable.length === 0) {
          if (!newFile) console.log("GATELINE_KEY_PREVIOUS is not needed any more");
          return;
        }
        throw new AppError(
          "failed",
          `No key opens what is stored of ${unreadable.join(", ")}. Put the key that it was sealed with into GATELINE_KEY_PREVIOUS and run this again, or enter the token anew.`,
        );
      }),
    );
}
