-- CreateIndex
CREATE INDEX "Review_claimedUntil_idx" ON "Review"("claimedUntil");
