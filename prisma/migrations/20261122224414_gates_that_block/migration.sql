-- AlterTable
ALTER TABLE "gate" ADD COLUMN     "contexts" TEXT[],
ADD COLUMN     "definition" JSONB,
ADD COLUMN     "required" TEXT,
ADD COLUMN     "required_why" TEXT;

-- CreateTable
CREATE TABLE "orphan_test" (
    "repository_id" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "orphan_test_pkey" PRIMARY KEY ("repository_id","path")
);

-- CreateTable
CREATE TABLE "decay" (
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "gate" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "line" INTEGER,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decay_item" (
    "decay_id" INTEGER NOT NULL,
    "item_id" INTEGER NOT NULL,
    "rung" TEXT NOT NULL,
    "mended_at" TIMESTAMPTZ(3),

    CONSTRAINT "decay_item_pkey" PRIMARY KEY ("decay_id","item_id")
);

-- CreateIndex
CREATE INDEX "decay_program_id_repository_id_gate_idx" ON "decay"("program_id", "repository_id", "gate");

-- CreateIndex
CREATE INDEX "decay_item_item_id_idx" ON "decay_item"("item_id");

-- AddForeignKey
ALTER TABLE "orphan_test" ADD CONSTRAINT "orphan_test_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decay" ADD CONSTRAINT "decay_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decay_item" ADD CONSTRAINT "decay_item_decay_id_fkey" FOREIGN KEY ("decay_id") REFERENCES "decay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decay_item" ADD CONSTRAINT "decay_item_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "gate" ADD CONSTRAINT gate_required CHECK (required IS NULL OR required IN ('direct', 'through', 'no'));
ALTER TABLE "orphan_test" ADD CONSTRAINT orphan_test_state CHECK (state IN ('orphan', 'off_pull_requests', 'unclear'));
