-- AlterTable
ALTER TABLE "users" RENAME COLUMN "name" TO "fullName";
