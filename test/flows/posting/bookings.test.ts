import { expect, test } from 'vitest';
import { Bookings, type Saying } from '../../../src/flows/posting/bookings.ts';
import type { Fact } from '../../../src/ports/claim-store.ts';

/** Something that ends when it is told to, and says one fact. */
function booking(id: string, log: string[]): { book: () => Promise<Saying>; end: () => void } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const book = async (): Promise<Saying> => {
    log.push(`${id} begins`);
    await ended;
    log.push(`${id} ends`);
    return () => [{ id, subjectKind: 'claim', subjectId: id, body: { kind: 'claim.accepted' } }];
  };
  return { book, end: () => end() };
}

const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

test('bookings go on one after the other, while whoever asked for them goes on', async () => {
  const log: string[] = [];
  const facts: Fact[] = [];
  const bookings = new Bookings(facts);
  const [one, two, three] = [booking('1', log), booking('2', log), booking('3', log)];
  await bookings.begin(one.book);
  bookings.follow(two.book);
  const begun = bookings.begin(three.book).then(() => log.push('3 was begun'));
  await turn();
  expect(log).toEqual(['1 begins']);
  one.end();
  await turn();
  expect(log.slice(1)).toEqual(['1 ends', '2 begins']);
  two.end();
  await begun;
  expect(log.slice(3)).toEqual(['2 ends', '3 begins', '3 was begun']);
  expect(facts.map(({ id }) => id)).toEqual(['1', '2']);
  three.end();
  await bookings.ended();
  expect(facts.map(({ id }) => id)).toEqual(['1', '2', '3']);
  await bookings.ended();
  expect(facts).toHaveLength(3);
});

test('a booking that fails keeps those behind it from beginning, and is told to who waits for them', async () => {
  const log: string[] = [];
  const bookings = new Bookings([]);
  bookings.follow(async () => {
    await turn();
    throw new TypeError('not booked');
  });
  bookings.follow(booking('2', log).book);
  await expect(bookings.begin(booking('3', log).book)).rejects.toThrow(TypeError);
  await expect(bookings.ended()).rejects.toThrow(TypeError);
  expect(log).toEqual([]);
});
