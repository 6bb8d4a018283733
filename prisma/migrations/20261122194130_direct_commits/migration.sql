-- CreateTable
CREATE TABLE "direct_commit" (
    "repository_id" INTEGER NOT NULL,
    "sha" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "author" TEXT,
    "url" TEXT,
    "committed_at" TIMESTAMPTZ(3) NOT NULL,
    "walk" INTEGER NOT NULL,

    CONSTRAINT "direct_commit_pkey" PRIMARY KEY ("repository_id","sha")
);

-- CreateTable
CREATE TABLE "commit_line" (
    "repository_id" INTEGER NOT NULL,
    "tip" TEXT,
    "since" TIMESTAMPTZ(3),
    "walk" INTEGER NOT NULL,

    CONSTRAINT "commit_line_pkey" PRIMARY KEY ("repository_id")
);

-- CreateIndex
CREATE INDEX "direct_commit_repository_id_committed_at_idx" ON "direct_commit"("repository_id", "committed_at");

-- AddForeignKey
ALTER TABLE "direct_commit" ADD CONSTRAINT "direct_commit_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commit_line" ADD CONSTRAINT "commit_line_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was read before direct commits were stays audited; the next sync reads them (lib/store/later-streams.db.test.ts).
INSERT INTO "sync_stream" ("repository_id", "stream", "refusal")
SELECT "repository_id", 'commits', 'The commits of the default branch were not read yet; the next sync reads them.'
  FROM "sync_stream"
 WHERE "stream" = 'pulls' AND "completed_at" IS NOT NULL;
