-- AlterTable
ALTER TABLE "cluster" ADD COLUMN     "missed" TEXT,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'rule',
ADD COLUMN     "parts" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "pinned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "repeated" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "words" INTEGER[];

-- The rows that are held came from rules; new ones say where they come from.
ALTER TABLE "cluster" ALTER COLUMN "origin" DROP DEFAULT,
ALTER COLUMN "parts" DROP DEFAULT,
ALTER COLUMN "pinned" DROP DEFAULT,
ALTER COLUMN "repeated" DROP DEFAULT;

-- AlterTable
ALTER TABLE "policy" ADD COLUMN     "actor_id" INTEGER,
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "program" ADD COLUMN     "charter" JSONB;

-- CreateTable
CREATE TABLE "cluster_word" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL,
    "verb" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "takes_back" INTEGER,
    "reason" TEXT,

    CONSTRAINT "cluster_word_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_word" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "value" JSONB,
    "reason" TEXT,

    CONSTRAINT "plan_word_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "program_id" INTEGER NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "engine_version" TEXT NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work" (
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "repository" TEXT,
    "gate" TEXT,
    "cluster_key" TEXT,
    "sign_off" TEXT,
    "items" INTEGER[],

    CONSTRAINT "work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pull_effect" (
    "program_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "closes" INTEGER[],
    "why" TEXT NOT NULL,

    CONSTRAINT "pull_effect_pkey" PRIMARY KEY ("program_id","repository_id","number","measure")
);

-- CreateTable
CREATE TABLE "policy_trial" (
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "base_version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "result" JSONB,
    "error" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "policy_trial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declared_gap" (
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "priority" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "closed_by" JSONB NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "declared_gap_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cluster_word_program_id_id_idx" ON "cluster_word"("program_id", "id");

-- CreateIndex
CREATE INDEX "plan_word_program_id_verb_subject_id_idx" ON "plan_word"("program_id", "verb", "subject", "id");

-- CreateIndex
CREATE INDEX "snapshot_program_id_id_idx" ON "snapshot"("program_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "work_program_id_measure_key_key" ON "work"("program_id", "measure", "key");

-- CreateIndex
CREATE INDEX "policy_trial_program_id_id_idx" ON "policy_trial"("program_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "declared_gap_program_id_title_key" ON "declared_gap"("program_id", "title");

-- AddForeignKey
ALTER TABLE "cluster_word" ADD CONSTRAINT "cluster_word_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_word" ADD CONSTRAINT "plan_word_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work" ADD CONSTRAINT "work_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pull_effect" ADD CONSTRAINT "pull_effect_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_trial" ADD CONSTRAINT "policy_trial_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_trial" ADD CONSTRAINT "policy_trial_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_gap" ADD CONSTRAINT "declared_gap_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_gap" ADD CONSTRAINT "declared_gap_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say. Each rule has a test that tries to break it (lib/store/rules.db.test.ts).

ALTER TABLE cluster ADD CONSTRAINT cluster_origin
  CHECK (origin IN ('rule', 'text', 'suggested', 'person'));
ALTER TABLE cluster_word ADD CONSTRAINT cluster_word_verb
  CHECK (verb IN ('rename', 'merge', 'split', 'move', 'pin', 'architecture', 'take_back'));
ALTER TABLE cluster_word ADD CONSTRAINT cluster_word_takes_back
  CHECK ((verb = 'take_back') = (takes_back IS NOT NULL) AND takes_back < id);
ALTER TABLE plan_word ADD CONSTRAINT plan_word_verb
  CHECK (verb IN ('order', 'assign', 'priority') AND (verb = 'order') = (subject = ''));
ALTER TABLE work ADD CONSTRAINT work_closes_something
  CHECK (cardinality(items) > 0 AND ordinal >= 0);
ALTER TABLE policy_trial ADD CONSTRAINT policy_trial_state
  CHECK (state IN ('waiting', 'done', 'failed')
    AND (state = 'done') = (result IS NOT NULL) AND (state = 'failed') = (error IS NOT NULL));
ALTER TABLE declared_gap ADD CONSTRAINT declared_gap_priority
  CHECK (priority IN ('P0', 'P1', 'P2', 'P3'));

CREATE TRIGGER cluster_word_is_append_only BEFORE UPDATE OR DELETE ON cluster_word
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cluster_word_is_not_emptied BEFORE TRUNCATE ON cluster_word
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plan_word_is_append_only BEFORE UPDATE OR DELETE ON plan_word
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plan_word_is_not_emptied BEFORE TRUNCATE ON plan_word
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- A snapshot goes only with its whole program, as the sample does.
CREATE TRIGGER snapshot_never_changes BEFORE UPDATE ON snapshot
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- A version of a policy is superseded, never rewritten.
CREATE TRIGGER policy_never_changes BEFORE UPDATE ON policy
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
