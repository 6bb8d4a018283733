-- CreateTable
CREATE TABLE "decision" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing" (
    "item_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL,
    "repository_id" INTEGER,
    "population" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "url" TEXT,
    "labels" TEXT[],
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "fix_kind" TEXT,
    "why" TEXT[],
    "rung" TEXT NOT NULL,
    "missed" TEXT,
    "unknown_rung" TEXT,
    "unknown_why" TEXT,
    "resolution" TEXT,
    "policy_version" INTEGER NOT NULL,
    "engine_version" TEXT NOT NULL,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "item_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "program_id" INTEGER NOT NULL,
    "repository_id" INTEGER,
    "population" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("item_id","measure")
);

-- CreateTable
CREATE TABLE "evidence" (
    "item_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "rung" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "gate" TEXT,
    "note" TEXT NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("item_id","ordinal")
);

-- CreateTable
CREATE TABLE "gate" (
    "id" SERIAL NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "workflow" TEXT NOT NULL,
    "workflow_name" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "triggers" TEXT[],
    "paths" TEXT[],
    "test_paths" TEXT[],
    "runs_on_pull_request" BOOLEAN NOT NULL,
    "masked" BOOLEAN NOT NULL,
    "mask_reason" TEXT,
    "line" INTEGER NOT NULL,

    CONSTRAINT "gate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" SERIAL NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "workflow" TEXT NOT NULL,
    "job" TEXT,
    "kind" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "line" INTEGER,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "repository_tally" (
    "program_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "population" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "in_scope" INTEGER NOT NULL,
    "covered" INTEGER NOT NULL,
    "gap" INTEGER NOT NULL,
    "waived" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,

    CONSTRAINT "repository_tally_pkey" PRIMARY KEY ("program_id","repository_id","population","measure")
);

-- CreateTable
CREATE TABLE "repository_audit" (
    "program_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "merged" INTEGER NOT NULL,
    "fixes" INTEGER NOT NULL,
    "excluded" INTEGER NOT NULL,
    "unclassified" INTEGER NOT NULL,
    "assessed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "repository_audit_pkey" PRIMARY KEY ("program_id","repository_id")
);

-- CreateTable
CREATE TABLE "cluster" (
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "topics" TEXT[],
    "claimed" INTEGER,
    "named" INTEGER NOT NULL,
    "architecture" BOOLEAN NOT NULL,
    "recurring" BOOLEAN NOT NULL,
    "in_scope" INTEGER NOT NULL,
    "covered" INTEGER NOT NULL,
    "gap" INTEGER NOT NULL,
    "waived" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,

    CONSTRAINT "cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cluster_member" (
    "cluster_id" INTEGER NOT NULL,
    "item_id" INTEGER NOT NULL,
    "part" TEXT,
    "named" BOOLEAN NOT NULL,

    CONSTRAINT "cluster_member_pkey" PRIMARY KEY ("cluster_id","item_id")
);

-- CreateTable
CREATE TABLE "daily_count" (
    "program_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "in_scope" INTEGER NOT NULL,
    "covered" INTEGER NOT NULL,
    "gap" INTEGER NOT NULL,
    "waived" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,

    CONSTRAINT "daily_count_pkey" PRIMARY KEY ("program_id","measure","day")
);

-- CreateTable
CREATE TABLE "repository" (
    "id" SERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "default_branch" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "repository_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue" (
    "repository_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT,
    "state" TEXT NOT NULL,
    "author" TEXT,
    "labels" TEXT[],
    "url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "issue_pkey" PRIMARY KEY ("repository_id","number")
);

-- CreateTable
CREATE TABLE "pull_request" (
    "repository_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT,
    "state" TEXT NOT NULL,
    "author" TEXT,
    "labels" TEXT[],
    "base_ref" TEXT NOT NULL,
    "head_ref" TEXT,
    "head_sha" TEXT,
    "merge_sha" TEXT,
    "url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "merged_at" TIMESTAMPTZ(3),
    "files_known" BOOLEAN NOT NULL DEFAULT false,
    "files_why" TEXT,

    CONSTRAINT "pull_request_pkey" PRIMARY KEY ("repository_id","number")
);

-- CreateTable
CREATE TABLE "changed_file" (
    "repository_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "previous_path" TEXT,
    "status" TEXT NOT NULL,
    "additions" INTEGER,
    "deletions" INTEGER,

    CONSTRAINT "changed_file_pkey" PRIMARY KEY ("repository_id","number","path")
);

-- CreateTable
CREATE TABLE "comment" (
    "repository_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "author" TEXT,
    "body" TEXT NOT NULL,
    "url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("repository_id","external_id")
);

-- CreateTable
CREATE TABLE "workflow_file" (
    "repository_id" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "workflow_file_pkey" PRIMARY KEY ("repository_id","path")
);

-- CreateTable
CREATE TABLE "actor" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "sealed_token" TEXT,
    "probe" JSONB,
    "probed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mandate" TEXT,
    "mandate_by" TEXT,
    "target" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "fixes_since" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "stands_at" TIMESTAMPTZ(3),
    "tracking_repository" TEXT,
    "tracking_issue" INTEGER,
    "baseline" JSONB,
    "archived_at" TIMESTAMPTZ(3),
    "assessed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program_repository" (
    "program_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "alias" TEXT NOT NULL,
    "sync_enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "program_repository_pkey" PRIMARY KEY ("program_id","repository_id")
);

-- CreateTable
CREATE TABLE "item" (
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "repository_id" INTEGER,
    "number" INTEGER,
    "natural_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "item_id" INTEGER NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "fencing_token" BIGSERIAL NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "sync_stream" (
    "repository_id" INTEGER NOT NULL,
    "stream" TEXT NOT NULL,
    "position" JSONB,
    "pass_started_at" TIMESTAMPTZ(3),
    "watermark" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "forge_total" INTEGER,
    "refusal" TEXT,

    CONSTRAINT "sync_stream_pkey" PRIMARY KEY ("repository_id","stream")
);

-- CreateTable
CREATE TABLE "sync_run" (
    "id" SERIAL NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "decision_subject_id_idx" ON "decision"("subject", "id");

-- CreateIndex
CREATE INDEX "standing_program_id_population_entered_at_idx" ON "standing"("program_id", "population", "entered_at");

-- CreateIndex
CREATE INDEX "verdict_program_id_measure_population_verdict_idx" ON "verdict"("program_id", "measure", "population", "verdict");

-- CreateIndex
CREATE UNIQUE INDEX "gate_repository_id_workflow_job_key" ON "gate"("repository_id", "workflow", "job");

-- CreateIndex
CREATE INDEX "finding_repository_id_idx" ON "finding"("repository_id");

-- CreateIndex
CREATE UNIQUE INDEX "cluster_program_id_measure_key_key" ON "cluster"("program_id", "measure", "key");

-- CreateIndex
CREATE INDEX "cluster_member_item_id_idx" ON "cluster_member"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "repository_source_id_external_id_key" ON "repository"("source_id", "external_id");

-- CreateIndex
CREATE INDEX "pull_request_repository_id_merged_at_idx" ON "pull_request"("repository_id", "merged_at");

-- CreateIndex
CREATE INDEX "comment_repository_id_number_created_at_idx" ON "comment"("repository_id", "number", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "actor_name_key" ON "actor"("name");

-- CreateIndex
CREATE UNIQUE INDEX "source_name_key" ON "source"("name");

-- CreateIndex
CREATE UNIQUE INDEX "program_slug_key" ON "program"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "policy_program_id_version_key" ON "policy"("program_id", "version");

-- CreateIndex
CREATE INDEX "program_repository_repository_id_idx" ON "program_repository"("repository_id");

-- CreateIndex
CREATE UNIQUE INDEX "program_repository_program_id_alias_key" ON "program_repository"("program_id", "alias");

-- CreateIndex
CREATE UNIQUE INDEX "item_program_id_natural_key_key" ON "item"("program_id", "natural_key");

-- CreateIndex
CREATE INDEX "sync_run_repository_id_id_idx" ON "sync_run"("repository_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate" ADD CONSTRAINT "gate_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repository_tally" ADD CONSTRAINT "repository_tally_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster" ADD CONSTRAINT "cluster_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_member" ADD CONSTRAINT "cluster_member_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_member" ADD CONSTRAINT "cluster_member_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "daily_count" ADD CONSTRAINT "daily_count_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repository" ADD CONSTRAINT "repository_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pull_request" ADD CONSTRAINT "pull_request_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changed_file" ADD CONSTRAINT "changed_file_repository_id_number_fkey" FOREIGN KEY ("repository_id", "number") REFERENCES "pull_request"("repository_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_file" ADD CONSTRAINT "workflow_file_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_repository" ADD CONSTRAINT "program_repository_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_repository" ADD CONSTRAINT "program_repository_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_stream" ADD CONSTRAINT "sync_stream_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_run" ADD CONSTRAINT "sync_run_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;
