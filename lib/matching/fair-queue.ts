/** Waiting work, taken by turns: who asks for much waits for their own, and everybody else waits for one of theirs. */
export class FairQueue<T> {
  /** In the order of their turns; a user without waiting work is not here. */
  readonly #waiting = new Map<string, T[]>();

  /** How much waits, of one user or of all. */
  sizeOf(userId?: string): number {
    if (userId !== undefined) return this.#waiting.get(userId)?.length ?? 0;
    return [...this.#waiting.values()].reduce((sum, items) => sum + items.length, 0);
  }

  add(userId: string, item: T): void {
    const items = this.#waiting.get(userId);
    if (items) items.push(item);
    else this.#waiting.set(userId, [item]);
  }

  /** The next piece of work. Its user goes to the end of the line. */
  take(): T | undefined {
    const [next] = this.#waiting;
    if (next === undefined) return undefined;
    const [userId, items] = next;
    const item = items.shift();
    this.#waiting.delete(userId);
    if (items.length > 0) this.#waiting.set(userId, items);
    return item;
  }
}
