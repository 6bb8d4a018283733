-- AlterTable
ALTER TABLE "pull_request" ADD COLUMN     "patches_settled" TEXT;
