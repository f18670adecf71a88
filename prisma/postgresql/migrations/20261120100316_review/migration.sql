-- CreateEnum
CREATE TYPE "GroupRole" AS ENUM ('coach', 'member');

-- CreateEnum
CREATE TYPE "CommentState" AS ENUM ('open', 'resolved');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "emailNotices" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "assignmentId" TEXT,
ADD COLUMN     "followsId" TEXT,
ADD COLUMN     "onlyStep" TEXT;

-- CreateTable
CREATE TABLE "Share" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "inviteToken" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "groupId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "GroupRole" NOT NULL,
    "joinedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("groupId","userId")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "caseSlug" TEXT NOT NULL,
    "mode" "Mode" NOT NULL,
    "level" "Level" NOT NULL,
    "note" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewRequest" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "candidateId" TEXT NOT NULL,
    "caseSlug" TEXT NOT NULL,
    "coachId" TEXT,
    "shareId" TEXT,
    "groupId" TEXT,
    "note" TEXT NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "reviewedAt" TIMESTAMP(3),

    CONSTRAINT "ReviewRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "coachId" TEXT,
    "coachName" TEXT NOT NULL,
    "packetId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "claimedUntil" TIMESTAMP(3) NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "helped" TEXT,
    "ratedAt" TIMESTAMP(3),

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewSave" (
    "reviewId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReviewSave_pkey" PRIMARY KEY ("reviewId","revision")
);

-- CreateTable
CREATE TABLE "ReviewComment" (
    "id" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "quote" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "state" "CommentState" NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReviewComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentReply" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "authorId" TEXT,
    "authorName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommentReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentAnswer" (
    "commentId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "answered" BOOLEAN NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommentAnswer_pkey" PRIMARY KEY ("commentId","attemptId")
);

-- CreateTable
CREATE TABLE "SelfReview" (
    "attemptId" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "skipped" BOOLEAN NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SelfReview_pkey" PRIMARY KEY ("attemptId")
);

-- CreateTable
CREATE TABLE "SavedReply" (
    "id" TEXT NOT NULL,
    "coachId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SavedReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LearnerNote" (
    "coachId" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LearnerNote_pkey" PRIMARY KEY ("coachId","learnerId")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "readAt" TIMESTAMP(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Nudge" (
    "id" TEXT NOT NULL,
    "senderId" TEXT NOT NULL,
    "recipientId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Nudge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StepMatch" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "matcherVersion" TEXT NOT NULL,
    "encoder" TEXT,
    "caseHash" TEXT NOT NULL,
    "answerHash" TEXT NOT NULL,
    "results" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StepMatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchCorrection" (
    "attemptId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "expectationId" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "quote" JSONB,
    "correctedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MatchCorrection_pkey" PRIMARY KEY ("attemptId","step","expectationId")
);

-- CreateTable
CREATE TABLE "MatchReveal" (
    "attemptId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "revealedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MatchReveal_pkey" PRIMARY KEY ("attemptId","step")
);

-- CreateIndex
CREATE UNIQUE INDEX "Share_token_key" ON "Share"("token");

-- CreateIndex
CREATE INDEX "Share_attemptId_createdAt_idx" ON "Share"("attemptId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Group_inviteToken_key" ON "Group"("inviteToken");

-- CreateIndex
CREATE INDEX "Group_ownerId_idx" ON "Group"("ownerId");

-- CreateIndex
CREATE INDEX "GroupMember_userId_role_idx" ON "GroupMember"("userId", "role");

-- CreateIndex
CREATE INDEX "Assignment_groupId_createdAt_idx" ON "Assignment"("groupId", "createdAt");

-- CreateIndex
CREATE INDEX "ReviewRequest_attemptId_idx" ON "ReviewRequest"("attemptId");

-- CreateIndex
CREATE INDEX "ReviewRequest_coachId_reviewedAt_requestedAt_id_idx" ON "ReviewRequest"("coachId", "reviewedAt", "requestedAt", "id");

-- CreateIndex
CREATE INDEX "ReviewRequest_coachId_caseSlug_reviewedAt_requestedAt_id_idx" ON "ReviewRequest"("coachId", "caseSlug", "reviewedAt", "requestedAt", "id");

-- CreateIndex
CREATE INDEX "ReviewRequest_coachId_candidateId_reviewedAt_requestedAt_id_idx" ON "ReviewRequest"("coachId", "candidateId", "reviewedAt", "requestedAt", "id");

-- CreateIndex
CREATE INDEX "ReviewRequest_groupId_reviewedAt_requestedAt_id_idx" ON "ReviewRequest"("groupId", "reviewedAt", "requestedAt", "id");

-- CreateIndex
CREATE INDEX "ReviewRequest_groupId_caseSlug_reviewedAt_requestedAt_id_idx" ON "ReviewRequest"("groupId", "caseSlug", "reviewedAt", "requestedAt", "id");

-- CreateIndex
CREATE INDEX "ReviewRequest_groupId_candidateId_reviewedAt_requestedAt_id_idx" ON "ReviewRequest"("groupId", "candidateId", "reviewedAt", "requestedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewRequest_shareId_coachId_key" ON "ReviewRequest"("shareId", "coachId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewRequest_groupId_attemptId_key" ON "ReviewRequest"("groupId", "attemptId");

-- CreateIndex
CREATE INDEX "Review_coachId_publishedAt_idx" ON "Review"("coachId", "publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Review_attemptId_coachId_key" ON "Review"("attemptId", "coachId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_attemptId_packetId_key" ON "Review"("attemptId", "packetId");

-- CreateIndex
CREATE INDEX "ReviewComment_reviewId_position_idx" ON "ReviewComment"("reviewId", "position");

-- CreateIndex
CREATE INDEX "ReviewComment_attemptId_state_idx" ON "ReviewComment"("attemptId", "state");

-- CreateIndex
CREATE INDEX "CommentReply_commentId_createdAt_idx" ON "CommentReply"("commentId", "createdAt");

-- CreateIndex
CREATE INDEX "CommentAnswer_attemptId_idx" ON "CommentAnswer"("attemptId");

-- CreateIndex
CREATE INDEX "SavedReply_coachId_title_idx" ON "SavedReply"("coachId", "title");

-- CreateIndex
CREATE INDEX "LearnerNote_learnerId_idx" ON "LearnerNote"("learnerId");

-- CreateIndex
CREATE INDEX "Notice_userId_createdAt_id_idx" ON "Notice"("userId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Notice_userId_readAt_idx" ON "Notice"("userId", "readAt");

-- CreateIndex
CREATE INDEX "Nudge_senderId_recipientId_subject_sentAt_idx" ON "Nudge"("senderId", "recipientId", "subject", "sentAt");

-- CreateIndex
CREATE INDEX "Nudge_recipientId_idx" ON "Nudge"("recipientId");

-- CreateIndex
CREATE INDEX "StepMatch_attemptId_step_createdAt_idx" ON "StepMatch"("attemptId", "step", "createdAt");

-- CreateIndex
CREATE INDEX "Attempt_assignmentId_userId_idx" ON "Attempt"("assignmentId", "userId");

-- CreateIndex
CREATE INDEX "Attempt_followsId_idx" ON "Attempt"("followsId");

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_followsId_fkey" FOREIGN KEY ("followsId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRequest" ADD CONSTRAINT "ReviewRequest_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRequest" ADD CONSTRAINT "ReviewRequest_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRequest" ADD CONSTRAINT "ReviewRequest_coachId_fkey" FOREIGN KEY ("coachId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRequest" ADD CONSTRAINT "ReviewRequest_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "Share"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRequest" ADD CONSTRAINT "ReviewRequest_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_coachId_fkey" FOREIGN KEY ("coachId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewSave" ADD CONSTRAINT "ReviewSave_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentReply" ADD CONSTRAINT "CommentReply_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "ReviewComment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentReply" ADD CONSTRAINT "CommentReply_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentAnswer" ADD CONSTRAINT "CommentAnswer_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "ReviewComment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentAnswer" ADD CONSTRAINT "CommentAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfReview" ADD CONSTRAINT "SelfReview_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedReply" ADD CONSTRAINT "SavedReply_coachId_fkey" FOREIGN KEY ("coachId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearnerNote" ADD CONSTRAINT "LearnerNote_coachId_fkey" FOREIGN KEY ("coachId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearnerNote" ADD CONSTRAINT "LearnerNote_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StepMatch" ADD CONSTRAINT "StepMatch_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchCorrection" ADD CONSTRAINT "MatchCorrection_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchReveal" ADD CONSTRAINT "MatchReveal_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;
