-- AlterTable
ALTER TABLE "repository_audit" ADD COLUMN     "direct" INTEGER,
ADD COLUMN     "direct_why" TEXT;

-- CreateTable
CREATE TABLE "direct_fix" (
    "program_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "sha" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "url" TEXT,
    "committed_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "steps" JSONB NOT NULL,

    CONSTRAINT "direct_fix_pkey" PRIMARY KEY ("program_id","repository_id","sha")
);

-- CreateIndex
CREATE INDEX "direct_fix_program_id_committed_at_idx" ON "direct_fix"("program_id", "committed_at");

-- AddForeignKey
ALTER TABLE "direct_fix" ADD CONSTRAINT "direct_fix_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- A count, or why there is none.
UPDATE repository_audit SET direct_why = 'The commits of the default branch were not read yet; the next sync reads them.';
ALTER TABLE repository_audit ADD CONSTRAINT repository_audit_direct
  CHECK (num_nonnulls(direct, direct_why) = 1);
