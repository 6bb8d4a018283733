-- CreateIndex
CREATE INDEX "link_word_program_id_to_key_from_key_relation_id_idx" ON "link_word"("program_id", "to_key", "from_key", "relation", "id");
