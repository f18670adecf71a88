-- DropIndex
DROP INDEX "Review_claimedUntil_idx";

-- AlterTable
ALTER TABLE "ReviewRequest" ADD COLUMN "claimSlot" INTEGER;

-- CreateIndex
CREATE INDEX "ReviewRequest_coachId_claimSlot_requestedAt_id_idx" ON "ReviewRequest"("coachId", "claimSlot", "requestedAt", "id");

-- CreateIndex
CREATE INDEX "ReviewRequest_groupId_claimSlot_requestedAt_id_idx" ON "ReviewRequest"("groupId", "claimSlot", "requestedAt", "id");

-- Claims that are live
UPDATE "ReviewRequest" SET "claimSlot" = (
  SELECT max(CAST(strftime('%s', "claimedUntil") AS INTEGER)) / 1800 FROM "Review"
  WHERE "Review"."attemptId" = "ReviewRequest"."attemptId" AND "Review"."publishedAt" IS NULL
) WHERE "reviewedAt" IS NULL;
