-- AlterTable
ALTER TABLE "pull_request" ADD COLUMN     "fork_sha" TEXT;

-- AlterTable
ALTER TABLE "repository" ADD COLUMN     "lost_at" TIMESTAMPTZ(3),
ADD COLUMN     "lost_why" TEXT;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "sealed_hook" TEXT,
ADD COLUMN     "trouble" TEXT,
ADD COLUMN     "trouble_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "sync_run" ADD COLUMN     "resumes_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "sync_stream" ADD COLUMN     "counted_at" TIMESTAMPTZ(3),
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "reached_back" TIMESTAMPTZ(3),
ADD COLUMN     "whole_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "review" (
    "repository_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "author" TEXT,
    "state" TEXT NOT NULL,
    "official" BOOLEAN,
    "stale" BOOLEAN,
    "commit_sha" TEXT,
    "body" TEXT,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_pkey" PRIMARY KEY ("repository_id","external_id")
);

-- CreateTable
CREATE TABLE "label" (
    "repository_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "color" TEXT,

    CONSTRAINT "label_pkey" PRIMARY KEY ("repository_id","external_id")
);

-- CreateTable
CREATE TABLE "workflow_run" (
    "repository_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "run_number" INTEGER NOT NULL,
    "attempt" INTEGER,
    "workflow" TEXT,
    "title" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "head_sha" TEXT NOT NULL,
    "head_branch" TEXT,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "url" TEXT,
    "jobs_read" BOOLEAN NOT NULL DEFAULT false,
    "jobs_why" TEXT,

    CONSTRAINT "workflow_run_pkey" PRIMARY KEY ("repository_id","external_id")
);

-- CreateTable
CREATE TABLE "workflow_job" (
    "repository_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "run_external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "steps" JSONB NOT NULL,

    CONSTRAINT "workflow_job_pkey" PRIMARY KEY ("repository_id","external_id")
);

-- CreateTable
CREATE TABLE "tombstone" (
    "repository_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "how" TEXT NOT NULL,
    "moved_to" TEXT,
    "last" JSONB NOT NULL,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("repository_id","kind","key")
);

-- CreateTable
CREATE TABLE "quarantine" (
    "repository_id" INTEGER NOT NULL,
    "stream" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "number" INTEGER,
    "why" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("repository_id","stream","at")
);

-- CreateTable
CREATE TABLE "touch" (
    "repository_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "touch_pkey" PRIMARY KEY ("repository_id","kind","key")
);

-- CreateTable
CREATE TABLE "delivery" (
    "source_id" INTEGER NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "touched" INTEGER NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("source_id","delivery_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "source_id" INTEGER NOT NULL,
    "credential" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "remaining" INTEGER,
    "ceiling" INTEGER,
    "reset_at" TIMESTAMPTZ(3),
    "not_before" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("source_id","credential","resource")
);

-- CreateIndex
CREATE INDEX "review_repository_id_number_idx" ON "review"("repository_id", "number");

-- CreateIndex
CREATE INDEX "workflow_run_repository_id_head_sha_idx" ON "workflow_run"("repository_id", "head_sha");

-- CreateIndex
CREATE INDEX "workflow_run_repository_id_created_at_idx" ON "workflow_run"("repository_id", "created_at");

-- CreateIndex
CREATE INDEX "workflow_job_repository_id_run_external_id_idx" ON "workflow_job"("repository_id", "run_external_id");

-- CreateIndex
CREATE INDEX "delivery_at_idx" ON "delivery"("at");

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label" ADD CONSTRAINT "label_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_run" ADD CONSTRAINT "workflow_run_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_job" ADD CONSTRAINT "workflow_job_repository_id_run_external_id_fkey" FOREIGN KEY ("repository_id", "run_external_id") REFERENCES "workflow_run"("repository_id", "external_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tombstone" ADD CONSTRAINT "tombstone_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touch" ADD CONSTRAINT "touch_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rate_limit" ADD CONSTRAINT "rate_limit_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "review_reading" (
    "repository_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT,

    CONSTRAINT "review_reading_pkey" PRIMARY KEY ("repository_id","number")
);

-- AddForeignKey
ALTER TABLE "review_reading" ADD CONSTRAINT "review_reading_repository_id_number_fkey" FOREIGN KEY ("repository_id", "number") REFERENCES "pull_request"("repository_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "check_reading" (
    "repository_id" INTEGER NOT NULL,
    "sha" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_reading_pkey" PRIMARY KEY ("repository_id","sha")
);

-- AddForeignKey
ALTER TABLE "check_reading" ADD CONSTRAINT "check_reading_repository_id_sha_fkey" FOREIGN KEY ("repository_id", "sha") REFERENCES "commit_checks"("repository_id", "sha") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "walk_seen" (
    "repository_id" INTEGER NOT NULL,
    "stream" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "walk_seen_pkey" PRIMARY KEY ("repository_id","stream","key")
);

-- What Prisma cannot say. Each rule has a test that tries to break it (lib/store/rules.db.test.ts).

ALTER TABLE sync_run DROP CONSTRAINT sync_run_state;
ALTER TABLE sync_run ADD CONSTRAINT sync_run_state
  CHECK (state IN ('running', 'done', 'failed', 'waiting') AND (state = 'waiting') = (resumes_at IS NOT NULL));
ALTER TABLE review ADD CONSTRAINT review_state
  CHECK (state IN ('approved', 'changes_requested', 'commented', 'requested', 'dismissed'));
ALTER TABLE tombstone ADD CONSTRAINT tombstone_how
  CHECK (kind IN ('issue', 'pull', 'comment') AND how IN ('gone', 'moved') AND (how = 'moved') = (moved_to IS NOT NULL));
ALTER TABLE touch ADD CONSTRAINT touch_kind
  CHECK (kind IN ('item', 'comment', 'commit', 'run', 'branch'));
ALTER TABLE rate_limit ADD CONSTRAINT rate_limit_resource
  CHECK (resource IN ('rest', 'graphql') AND remaining >= 0);
ALTER TABLE repository ADD CONSTRAINT repository_lost
  CHECK ((lost_at IS NULL) = (lost_why IS NULL));
ALTER TABLE source ADD CONSTRAINT source_trouble
  CHECK ((trouble_at IS NULL) = (trouble IS NULL));
