-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "gate_repository_id" INTEGER;
