import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { acceptShare } from '@/lib/commands/accept-share';
import { assignCase } from '@/lib/commands/assign-case';
import { changeMember } from '@/lib/commands/change-member';
import { createShare } from '@/lib/commands/create-share';
import { deleteAttempt } from '@/lib/commands/delete-attempt';
import { deleteGroup } from '@/lib/commands/delete-group';
import { deleteUser } from '@/lib/commands/delete-user';
import { joinGroup } from '@/lib/commands/join-group';
import { makeGroup } from '@/lib/commands/make-group';
import { nudgeMember } from '@/lib/commands/nudge-member';
import { removeMember } from '@/lib/commands/remove-member';
import { revokeShare } from '@/lib/commands/revoke-share';
import { shareWithGroup } from '@/lib/commands/share-with-group';
import { startAttempt } from '@/lib/commands/start-attempt';
import type { DatabaseClient } from '@/lib/db/client';
import { loadQueue } from '@/lib/loaders/load-queue';
import { findQueueScope } from '@/lib/loaders/queue-scope';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { outcome } from './outcome';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

const ROUNDS = 8;

describe.each(engines)('what meets on %s', (engine) => {
  let one: TestDatabase;
  let instances: readonly [DatabaseClient, DatabaseClient];
  beforeAll(async () => {
    one = await freshDatabase(engine);
    instances = [one.database, one.openAnother()];
  });
  afterAll(() => one.close());

  const as = (userId: string, instance: 0 | 1 = 0) => ({ database: instances[instance], userId, now: new Date() });
  async function member(name: string): Promise<string> {
    const id = randomUUID();
    await one.database.user.create({ data: { id, name, email: `${id}@example.org`, isAnonymous: false } });
    return id;
  }
  async function submitted(userId: string): Promise<string> {
    const id = await startAttempt(as(userId), { caseSlug: 'fixture', mode: 'unaided', level: 'senior' });
    await one.database.attempt.update({ where: { id }, data: { submittedAt: new Date() } });
    return id;
  }
  const share = (userId: string, attemptId: string) =>
    createShare(as(userId), attemptId, { note: '', expiresAt: null });
  async function group(): Promise<{ id: string; owner: string; learner: string; token: string }> {
    const [owner, learner] = [await member('Olga'), await member('Cleo')];
    const { id, inviteToken } = await makeGroup(as(owner), 'Tuesdays');
    await joinGroup(as(learner), inviteToken);
    return { id, owner, learner, token: inviteToken };
  }
  const requests = (where: { attemptId?: string; groupId?: string; candidateId?: string }) =>
    one.database.reviewRequest.count({ where });

  /** Runs two things at once, from two instances, each first every other round. */
  async function meet(round: number, left: () => Promise<unknown>, right: () => Promise<unknown>): Promise<string[]> {
    if (round % 2 === 0) return Promise.all([outcome(left()), outcome(right())]);
    return (await Promise.all([outcome(right()), outcome(left())])).reverse();
  }

  it('two who accept one link, and one who accepts it ten times', async () => {
    const candidate = await member('Cleo');
    const attemptId = await submitted(candidate);
    const { token } = await share(candidate, attemptId);
    const coaches = [await member('Ada'), await member('Gita')];
    const tries = Array.from({ length: 20 }, (_, i) => acceptShare(as(coaches[i % 2] ?? '', i % 4 > 1 ? 1 : 0), token));
    expect(await Promise.all(tries.map(outcome))).toEqual(Array(20).fill('ok'));
    expect(await requests({ attemptId })).toBe(2);
    expect(await one.database.notice.count({ where: { userId: candidate, kind: 'share-opened' } })).toBe(2);
  });

  it('revoking and accepting: nobody keeps what was revoked', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [candidate, coach] = [await member('Cleo'), await member('Ada')];
      const attemptId = await submitted(candidate);
      const { id, token } = await share(candidate, attemptId);
      const [revoked, accepted] = await meet(
        round,
        () => revokeShare(as(candidate, 0), id),
        () => acceptShare(as(coach, 1), token),
      );
      expect(revoked).toBe('ok');
      expect(['ok', 'not-found']).toContain(accepted);
      expect(await requests({ attemptId })).toBe(0);
      expect(await one.database.notice.count({ where: { userId: candidate } })).toBe(accepted === 'ok' ? 1 : 0);
    }
  });

  it('leaving and sharing: nothing of somebody who left stays with the group', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, learner } = await group();
      const attempts = [await submitted(learner), await submitted(learner)];
      const [left] = await meet(
        round,
        () => removeMember(as(learner, 0), { groupId: id, memberId: learner }),
        () =>
          Promise.all(
            attempts.map((attemptId) => outcome(shareWithGroup(as(learner, 1), { attemptId, groupId: id, note: '' }))),
          ),
      );
      expect(left).toBe('ok');
      expect(await requests({ groupId: id })).toBe(0);
    }
  });

  it('deleting a group while it is assigned to, joined and shared with: all of it goes', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, owner, learner, token } = await group();
      const [coach, late, attemptId] = [await member('Gita'), await member('Late'), await submitted(learner)];
      await joinGroup(as(coach), token);
      await changeMember(as(owner), { groupId: id, memberId: coach, role: 'coach' });
      const assigned = { caseSlug: 'fixture', mode: 'unaided', level: 'senior', dueAt: null, note: '' } as const;
      const outcomes = await Promise.all(
        [
          () => assignCase(as(coach, 1), id, assigned),
          () => joinGroup(as(late, 1), token),
          () => shareWithGroup(as(learner, 1), { attemptId, groupId: id, note: '' }),
          () => deleteGroup(as(owner, 0), id),
        ]
          .sort(() => (round % 2 === 0 ? 1 : -1))
          .map((run) => outcome(run())),
      );
      expect(outcomes.filter((one) => !['ok', 'not-found'].includes(one))).toEqual([]);
      const { database } = one;
      const left = await Promise.all([
        database.group.count({ where: { id } }),
        database.assignment.count({ where: { groupId: id } }),
        database.groupMember.count({ where: { groupId: id } }),
        requests({ groupId: id }),
      ]);
      expect(left).toEqual([0, 0, 0, 0]);
      expect(await database.attempt.count({ where: { id: attemptId } })).toBe(1);
    }
  });

  it('deleting a group and starting what it assigned: the attempt is there, or was refused', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, owner, learner } = await group();
      const request = { caseSlug: 'fixture', mode: 'unaided', level: 'senior' } as const;
      const assignment = await assignCase(as(owner), id, { ...request, dueAt: null, note: '' });
      const [deleted, started] = await meet(
        round,
        () => deleteGroup(as(owner, 0), id),
        () => startAttempt(as(learner, 1), { ...request, assignmentId: assignment.id }),
      );
      expect(deleted).toBe('ok');
      const attempts = await one.database.attempt.findMany({ where: { userId: learner } });
      expect(attempts.map(({ assignmentId }) => assignmentId)).toEqual(started === 'ok' ? [null] : []);
    }
  });

  it('deleting an attempt while it is shared, accepted and followed: nothing points at what is gone', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id: groupId, learner } = await group();
      const coach = await member('Ada');
      const attemptId = await submitted(learner);
      const { token } = await share(learner, attemptId);
      const request = { caseSlug: 'fixture', mode: 'unaided', level: 'senior', followsId: attemptId } as const;
      const outcomes = await Promise.all(
        [
          () => share(learner, attemptId),
          () => acceptShare(as(coach, 1), token),
          () => shareWithGroup(as(learner, 1), { attemptId, groupId, note: '' }),
          () => startAttempt(as(learner, 1), request),
          () => deleteAttempt({ database: instances[0], userId: learner }, attemptId),
        ]
          .sort(() => (round % 2 === 0 ? 1 : -1))
          .map((run) => outcome(run())),
      );
      expect(outcomes.filter((one) => !['ok', 'not-found'].includes(one))).toEqual([]);
      const { database } = one;
      expect(await requests({ attemptId })).toBe(0);
      expect(await database.share.count({ where: { attemptId } })).toBe(0);
      const left = await database.attempt.findMany({ where: { userId: learner } });
      expect(left.map(({ followsId }) => followsId).filter((follows) => follows !== null)).toEqual([]);
    }
  });

  it('two who hand the group to each other, and one who removes the new owner: it keeps an owner who is its coach', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, owner, learner } = await group();
      await changeMember(as(owner), { groupId: id, memberId: learner, role: 'coach' });
      await meet(
        round,
        () => changeMember(as(owner, 0), { groupId: id, memberId: learner, role: 'coach', owner: true }),
        () => removeMember(as(owner, 1), { groupId: id, memberId: learner }),
      );
      const { ownerId } = await one.database.group.findUniqueOrThrow({ where: { id } });
      const coaches = await one.database.groupMember.findMany({ where: { groupId: id, role: 'coach' } });
      expect(coaches.map(({ userId }) => userId)).toContain(ownerId);
    }
  });

  it('ten who join at once, and one who joins ten times', async () => {
    const { id, owner, token } = await group();
    const people = await Promise.all(Array.from({ length: 10 }, (_, i) => member(`M${i}`)));
    const same = await member('Same');
    const tries = [...people, ...Array<string>(10).fill(same)].map((who, i) =>
      joinGroup(as(who, i % 2 ? 1 : 0), token),
    );
    expect(await Promise.all(tries.map(outcome))).toEqual(Array(20).fill('ok'));
    expect(await one.database.groupMember.count({ where: { groupId: id } })).toBe(13);
    expect(await one.database.notice.count({ where: { userId: owner, kind: 'joined' } })).toBe(12);
  });

  it('two coaches who remind the same member, and one who does it twice', async () => {
    const { id, owner, learner } = await group();
    const { id: assignmentId } = await assignCase(as(owner), id, {
      caseSlug: 'fixture',
      mode: 'unaided',
      level: 'senior',
      dueAt: null,
      note: '',
    });
    const nudge = (instance: 0 | 1) =>
      nudgeMember(as(owner, instance), { groupId: id, assignmentId, memberId: learner });
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, i) => outcome(nudge(i % 2 ? 1 : 0))));
    expect(outcomes.sort()).toEqual(['ok', ...Array(7).fill('rate-limited')]);
  });

  it('an account that is deleted while its owner shares, accepts and leads: nothing half is left', async () => {
    for (let round = 0; round < ROUNDS / 2; round += 1) {
      const { id, owner, learner, token } = await group();
      const attemptId = await submitted(learner);
      const coach = await member('Gita');
      await joinGroup(as(coach), token);
      await changeMember(as(owner), { groupId: id, memberId: coach, role: 'coach' });
      const link = await share(learner, attemptId);
      const outcomes = await Promise.all(
        [
          () => shareWithGroup(as(learner, 1), { attemptId, groupId: id, note: '' }),
          () => acceptShare(as(owner, 1), link.token),
          () => deleteGroup(as(owner, 0), id),
          () => deleteUser({ database: instances[0], userId: learner }),
          () => deleteUser({ database: instances[1], userId: owner }),
        ]
          .sort(() => (round % 2 === 0 ? 1 : -1))
          .map((run) => outcome(run())),
      );
      expect(outcomes.filter((one) => !['ok', 'not-found', 'needs-account'].includes(one))).toEqual([]);
      expect(await requests({ attemptId })).toBe(0);
      expect(await one.database.user.count({ where: { id: { in: [owner, learner] } } })).toBe(0);
    }
  });

  it('a queue that is read while attempts come and go is a page, and never an error', async () => {
    const { id, owner, learner } = await group();
    const attempts = await Promise.all(Array.from({ length: 12 }, () => submitted(learner)));
    for (const attemptId of attempts) await shareWithGroup(as(learner), { attemptId, groupId: id, note: '' });
    const reader = { database: instances[1], userId: owner };
    const read = async () => {
      await findQueueScope(reader, {}, new Date());
      return loadQueue(reader, {}, new Date());
    };
    await Promise.all(
      attempts.flatMap((attemptId) => [
        deleteAttempt({ database: instances[0], userId: learner }, attemptId),
        read(),
        read(),
      ]),
    );
    expect((await read()).items).toEqual([]);
  });
});
