-- CreateTable
CREATE TABLE "link_word" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "program_id" INTEGER NOT NULL,
    "from_key" TEXT NOT NULL,
    "to_key" TEXT NOT NULL,
    "from" JSONB NOT NULL,
    "to" JSONB NOT NULL,
    "relation" TEXT NOT NULL,
    "value" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "link_word_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link" (
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "from_key" TEXT NOT NULL,
    "to_key" TEXT NOT NULL,
    "from" JSONB NOT NULL,
    "to" JSONB NOT NULL,
    "relation" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "resolved_by" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "held" TEXT,
    "alternatives" JSONB NOT NULL,
    "decided" JSONB,
    "also" JSONB NOT NULL,
    "asks" BOOLEAN NOT NULL,

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "link_word_program_id_from_key_relation_to_key_id_idx" ON "link_word"("program_id", "from_key", "relation", "to_key", "id");

-- CreateIndex
CREATE INDEX "link_program_id_to_key_idx" ON "link"("program_id", "to_key");

-- CreateIndex
CREATE INDEX "link_program_id_asks_idx" ON "link"("program_id", "asks");

-- CreateIndex
CREATE UNIQUE INDEX "link_program_id_from_key_to_key_key" ON "link"("program_id", "from_key", "to_key");

-- AddForeignKey
ALTER TABLE "link_word" ADD CONSTRAINT "link_word_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a person says of an item beside the forge: an operational guard in words (lib/store/rules.db.test.ts).
ALTER TABLE "override" DROP CONSTRAINT override_value;
ALTER TABLE "override" ADD CONSTRAINT override_value CHECK (
  (subject = 'fix' AND key ~ '^[0-9]+$' AND (value IS NULL OR value IN ('fix', 'not_fix')))
  OR (subject = 'test_kind' AND key <> '' AND (value IS NULL OR value IN ('unit', 'integration', 'e2e')))
  OR (subject = 'guard' AND key <> '' AND (value IS NULL OR btrim(value) <> '')));

ALTER TABLE "link_word" ADD CONSTRAINT link_word_says CHECK (
  relation IN ('closes', 'covers', 'refs')
  AND (value IS NULL OR value IN ('confirm', 'reject', 'insufficient')));
ALTER TABLE "link_word" ADD CONSTRAINT link_word_reason CHECK (btrim(reason) <> '');
CREATE TRIGGER link_word_is_append_only BEFORE UPDATE OR DELETE ON "link_word"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER link_word_is_not_emptied BEFORE TRUNCATE ON "link_word"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
