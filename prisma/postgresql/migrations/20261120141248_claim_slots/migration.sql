-- DropIndex
DROP INDEX "Review_claimedUntil_idx";

-- AlterTable
ALTER TABLE "ReviewRequest" ADD COLUMN     "claimSlot" INTEGER;

-- CreateIndex
CREATE INDEX "ReviewRequest_coachId_claimSlot_requestedAt_id_idx" ON "ReviewRequest"("coachId", "claimSlot", "requestedAt", "id");

-- CreateIndex
CREATE INDEX "ReviewRequest_groupId_claimSlot_requestedAt_id_idx" ON "ReviewRequest"("groupId", "claimSlot", "requestedAt", "id");

-- Claims that are live
UPDATE "ReviewRequest" SET "claimSlot" = (
  SELECT floor(extract(epoch FROM max("claimedUntil")) / 1800)::INTEGER FROM "Review"
  WHERE "Review"."attemptId" = "ReviewRequest"."attemptId" AND "Review"."publishedAt" IS NULL
) WHERE "reviewedAt" IS NULL;
