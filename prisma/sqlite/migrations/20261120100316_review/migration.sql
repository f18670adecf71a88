-- CreateTable
CREATE TABLE "Share" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "Share_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "inviteToken" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Group_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "groupId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "joinedAt" DATETIME NOT NULL,

    PRIMARY KEY ("groupId", "userId"),
    CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "GroupMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "caseSlug" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "dueAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Assignment_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "candidateId" TEXT NOT NULL,
    "caseSlug" TEXT NOT NULL,
    "coachId" TEXT,
    "shareId" TEXT,
    "groupId" TEXT,
    "note" TEXT NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "reviewedAt" DATETIME,
    CONSTRAINT "ReviewRequest_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReviewRequest_candidateId_fkey" FOREIGN KEY ("candidateId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReviewRequest_coachId_fkey" FOREIGN KEY ("coachId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReviewRequest_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "Share" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReviewRequest_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "coachId" TEXT,
    "coachName" TEXT NOT NULL,
    "packetId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "claimedUntil" DATETIME NOT NULL,
    "publishedAt" DATETIME,
    "helped" TEXT,
    "ratedAt" DATETIME,
    CONSTRAINT "Review_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Review_coachId_fkey" FOREIGN KEY ("coachId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewSave" (
    "reviewId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "savedAt" DATETIME NOT NULL,

    PRIMARY KEY ("reviewId", "revision"),
    CONSTRAINT "ReviewSave_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reviewId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "quote" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "ReviewComment_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReviewComment_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentReply" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commentId" TEXT NOT NULL,
    "authorId" TEXT,
    "authorName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "CommentReply_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "ReviewComment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CommentReply_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentAnswer" (
    "commentId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "answered" BOOLEAN NOT NULL,
    "changedAt" DATETIME NOT NULL,

    PRIMARY KEY ("commentId", "attemptId"),
    CONSTRAINT "CommentAnswer_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "ReviewComment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CommentAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SelfReview" (
    "attemptId" TEXT NOT NULL PRIMARY KEY,
    "body" JSONB NOT NULL,
    "skipped" BOOLEAN NOT NULL,
    "savedAt" DATETIME NOT NULL,
    CONSTRAINT "SelfReview_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SavedReply" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "coachId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "SavedReply_coachId_fkey" FOREIGN KEY ("coachId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearnerNote" (
    "coachId" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,

    PRIMARY KEY ("coachId", "learnerId"),
    CONSTRAINT "LearnerNote_coachId_fkey" FOREIGN KEY ("coachId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "LearnerNote_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "readAt" DATETIME,
    CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Nudge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "senderId" TEXT NOT NULL,
    "recipientId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,
    CONSTRAINT "Nudge_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Nudge_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StepMatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "matcherVersion" TEXT NOT NULL,
    "encoder" TEXT,
    "caseHash" TEXT NOT NULL,
    "answerHash" TEXT NOT NULL,
    "results" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "StepMatch_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MatchCorrection" (
    "attemptId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "expectationId" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "quote" JSONB,
    "correctedAt" DATETIME NOT NULL,

    PRIMARY KEY ("attemptId", "step", "expectationId"),
    CONSTRAINT "MatchCorrection_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MatchReveal" (
    "attemptId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "revealedAt" DATETIME NOT NULL,

    PRIMARY KEY ("attemptId", "step"),
    CONSTRAINT "MatchReveal_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "isAnonymous" BOOLEAN DEFAULT false,
    "emailNotices" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_User" ("createdAt", "email", "emailVerified", "id", "image", "isAnonymous", "name", "updatedAt") SELECT "createdAt", "email", "emailVerified", "id", "image", "isAnonymous", "name", "updatedAt" FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE TABLE "new_Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "caseSlug" TEXT NOT NULL,
    "caseHash" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "submittedAt" DATETIME,
    "onlyStep" TEXT,
    "followsId" TEXT,
    "assignmentId" TEXT,
    CONSTRAINT "Attempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attempt_followsId_fkey" FOREIGN KEY ("followsId") REFERENCES "Attempt" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Attempt_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Attempt" ("caseHash", "caseSlug", "createdAt", "id", "level", "mode", "submittedAt", "updatedAt", "userId") SELECT "caseHash", "caseSlug", "createdAt", "id", "level", "mode", "submittedAt", "updatedAt", "userId" FROM "Attempt";
DROP TABLE "Attempt";
ALTER TABLE "new_Attempt" RENAME TO "Attempt";
CREATE INDEX "Attempt_userId_updatedAt_idx" ON "Attempt"("userId", "updatedAt");
CREATE INDEX "Attempt_userId_caseSlug_createdAt_idx" ON "Attempt"("userId", "caseSlug", "createdAt");
CREATE INDEX "Attempt_assignmentId_userId_idx" ON "Attempt"("assignmentId", "userId");
CREATE INDEX "Attempt_followsId_idx" ON "Attempt"("followsId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
