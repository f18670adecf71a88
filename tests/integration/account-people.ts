import { expect } from 'vitest';
import { Visitor } from './api-client';
import type { TestDatabase } from './harness';

export const PASSWORD = 'correct horse battery';
let people = 0;

/** Somebody new each time, from an address of their own. */
export const newPerson = () => {
  people += 1;
  return { name: `Person ${people}`, email: `person-${people}@a.example`, password: PASSWORD };
};
export const newVisitor = () => {
  people += 1;
  return new Visitor(`198.51.${100 + Math.floor(people / 250)}.${people % 250}`);
};

export const signUp = async (visitor: Visitor, person = newPerson()) => {
  const { status, body } = await visitor.post('/api/auth/sign-up/email', person);
  expect([status, body.user?.email]).toEqual([200, person.email]);
  return { ...person, id: body.user.id as string };
};
export const signIn = (visitor: Visitor, { email, password }: { email: string; password: string }) =>
  visitor.post('/api/auth/sign-in/email', { email, password });

/** Lets a visitor's session have begun so many minutes ago. */
export async function makeSessionOld({ database }: TestDatabase, visitor: Visitor, minutes: number): Promise<void> {
  const { body } = await visitor.get('/api/auth/get-session');
  await database.session.update({
    where: { id: body.session.id },
    data: { createdAt: new Date(Date.now() - minutes * 60_000) },
  });
}
