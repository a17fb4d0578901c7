import { expect, test } from 'vitest';
import { Ahead } from '../../src/base/ahead.ts';

function counting(upTo: number, made: number[], ended: string[] = []): AsyncGenerator<number, void> {
  return (async function* () {
    try {
      for (let number = 1; number <= upTo; number++) {
        made.push(number);
        yield number;
      }
    } finally {
      ended.push('ended');
    }
  })();
}

const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

test('an item is made while the one before it is worked on, and no further', async () => {
  const made: number[] = [];
  const ahead = new Ahead(counting(3, made));
  await turn();
  expect(made).toEqual([]);
  expect(await ahead.next()).toBe(1);
  await turn();
  expect(made).toEqual([1, 2]);
  expect([await ahead.next(), await ahead.next(), await ahead.next(), await ahead.next()]).toEqual([
    2,
    3,
    undefined,
    undefined,
  ]);
});

test('a generator that is left ends, whether it was begun or not', async () => {
  const ended: string[] = [];
  const begun = new Ahead(counting(9, [], ended));
  await begun.next();
  await begun.end();
  expect(ended).toEqual(['ended']);
  expect(await begun.next()).toBe(2);
  expect(await begun.next()).toBeUndefined();
  await new Ahead(counting(9, [])).end();
});

test('a failure is told to whoever asks for the item that it kept from being made, and to nobody else', async () => {
  const failing = (async function* () {
    yield 1;
    await turn();
    throw new TypeError('no more');
  })();
  const ahead = new Ahead(failing);
  expect(await ahead.next()).toBe(1);
  await turn();
  await turn();
  await expect(ahead.next()).rejects.toThrow(TypeError);
});
