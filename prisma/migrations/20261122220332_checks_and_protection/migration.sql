-- AlterTable
ALTER TABLE "pull_request" ADD COLUMN     "checks_due" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "sync_stream" ADD COLUMN     "mark" TEXT;

-- CreateTable
CREATE TABLE "repository_tree" (
    "repository_id" INTEGER NOT NULL,
    "sha" TEXT NOT NULL,
    "paths" TEXT[],

    CONSTRAINT "repository_tree_pkey" PRIMARY KEY ("repository_id")
);

-- CreateTable
CREATE TABLE "source_file" (
    "repository_id" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "text" TEXT,
    "why" TEXT,

    CONSTRAINT "source_file_pkey" PRIMARY KEY ("repository_id","path")
);

-- CreateTable
CREATE TABLE "commit_checks" (
    "repository_id" INTEGER NOT NULL,
    "sha" TEXT NOT NULL,
    "why" TEXT,
    "settled" BOOLEAN NOT NULL,

    CONSTRAINT "commit_checks_pkey" PRIMARY KEY ("repository_id","sha")
);

-- CreateTable
CREATE TABLE "check" (
    "repository_id" INTEGER NOT NULL,
    "sha" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "url" TEXT,

    CONSTRAINT "check_pkey" PRIMARY KEY ("repository_id","sha","context")
);

-- CreateTable
CREATE TABLE "protection" (
    "id" SERIAL NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "branch" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "protected" BOOLEAN NOT NULL,
    "checks_required" BOOLEAN NOT NULL,
    "contexts" TEXT[],
    "approvals" INTEGER NOT NULL,
    "bypass" BOOLEAN,

    CONSTRAINT "protection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "protection_repository_id_id_idx" ON "protection"("repository_id", "id");

-- AddForeignKey
ALTER TABLE "repository_tree" ADD CONSTRAINT "repository_tree_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_file" ADD CONSTRAINT "source_file_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commit_checks" ADD CONSTRAINT "commit_checks_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check" ADD CONSTRAINT "check_repository_id_sha_fkey" FOREIGN KEY ("repository_id", "sha") REFERENCES "commit_checks"("repository_id", "sha") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protection" ADD CONSTRAINT "protection_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Missing is never empty: a file has a text or the reason why not (lib/store/rules.db.test.ts).
ALTER TABLE "source_file" ADD CONSTRAINT "source_file_text_or_reason" CHECK (num_nonnulls("text", "why") = 1);
ALTER TABLE "check" ADD CONSTRAINT "check_state"
  CHECK ("state" IN ('success', 'failure', 'error', 'warning', 'pending', 'skipped', 'neutral', 'cancelled'));

-- What was read before stays audited; the next sync reads the rest (lib/store/later-streams.db.test.ts).
INSERT INTO "sync_stream" ("repository_id", "stream", "refusal")
SELECT s."repository_id", later.stream, later.what || ' not read yet; the next sync reads them.'
  FROM "sync_stream" s,
       (VALUES ('sources', 'The files that gates run by were'),
               ('checks', 'The checks of merged commits were'),
               ('protection', 'The demands of the default branch were')) AS later (stream, what)
 WHERE s."stream" = 'workflows' AND (s."completed_at" IS NOT NULL OR s."refusal" IS NOT NULL);
