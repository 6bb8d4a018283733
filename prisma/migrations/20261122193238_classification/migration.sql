-- CreateTable
CREATE TABLE "override" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classification" (
    "program_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "url" TEXT,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "counts" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "copy_of" INTEGER,
    "reverted_by" INTEGER,

    CONSTRAINT "classification_pkey" PRIMARY KEY ("program_id","repository_id","number")
);

-- CreateIndex
CREATE INDEX "override_program_id_repository_id_subject_key_id_idx" ON "override"("program_id", "repository_id", "subject", "key", "id");

-- CreateIndex
CREATE INDEX "override_repository_id_subject_id_idx" ON "override"("repository_id", "subject", "id");

-- CreateIndex
CREATE INDEX "classification_program_id_counts_merged_at_idx" ON "classification"("program_id", "counts", "merged_at");

-- AddForeignKey
ALTER TABLE "override" ADD CONSTRAINT "override_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification" ADD CONSTRAINT "classification_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma cannot say.
ALTER TABLE "override" ADD CONSTRAINT override_value CHECK (
  (subject = 'fix' AND key ~ '^[0-9]+$' AND (value IS NULL OR value IN ('fix', 'not_fix')))
  OR (subject = 'test_kind' AND key <> '' AND (value IS NULL OR value IN ('unit', 'integration', 'e2e'))));
ALTER TABLE "override" ADD CONSTRAINT override_reason CHECK (btrim(reason) <> '');
ALTER TABLE classification ADD CONSTRAINT classification_counts
  CHECK (counts IN ('fix', 'excluded', 'unclassified'));

CREATE TRIGGER override_is_append_only BEFORE UPDATE OR DELETE ON "override"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER override_is_not_emptied BEFORE TRUNCATE ON "override"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
