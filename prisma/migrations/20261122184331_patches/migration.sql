-- CreateTable
CREATE TABLE "file_patch" (
    "repository_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "patch" TEXT,
    "why" TEXT,

    CONSTRAINT "file_patch_pkey" PRIMARY KEY ("repository_id","number","path")
);

-- AddForeignKey
ALTER TABLE "file_patch" ADD CONSTRAINT "file_patch_repository_id_number_path_fkey" FOREIGN KEY ("repository_id", "number", "path") REFERENCES "changed_file"("repository_id", "number", "path") ON DELETE CASCADE ON UPDATE CASCADE;

-- Either the hunks or why there are none: a missing text is never an empty one (lib/store/rules.db.test.ts).
ALTER TABLE "file_patch" ADD CONSTRAINT "file_patch_text_or_reason" CHECK (num_nonnulls("patch", "why") = 1);

-- What was read before patches were stays audited; the next sync reads them (lib/store/later-streams.db.test.ts).
INSERT INTO "sync_stream" ("repository_id", "stream", "refusal")
SELECT "repository_id", 'patches', 'The patches were not read yet; the next sync reads them.'
  FROM "sync_stream"
 WHERE "stream" = 'files' AND ("completed_at" IS NOT NULL OR "refusal" IS NOT NULL);
