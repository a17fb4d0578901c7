import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type InputItem, splitInput } from '../../src/intake/split-input.ts';
import { collect } from './support/claim-samples.ts';

/** `line: value`, or `line: code` for an error; no line for a document. */
function summary(items: readonly InputItem[]): string[] {
  return items.map(({ line, content }) => {
    const said = content.ok ? JSON.stringify(content.value) : content.refusal.code;
    return line === undefined ? said : `${line}: ${said}`;
  });
}

async function split(input: string | Uint8Array): Promise<string[]> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  return summary(await collect(splitInput([bytes])));
}

describe('an input', () => {
  test.each([
    ['one object', '{"a":1}', ['1: {"a":1}']],
    ['one object over several lines', '{\n "a": 1\n}\n', ['{"a":1}']],
    ['an array', '[{"a":1},{"a":2}]', ['{"a":1}', '{"a":2}']],
    ['an array over several lines', '\n[\n{"a":1},\n{"a":2}\n]\n', ['{"a":1}', '{"a":2}']],
    ['NDJSON', '{"a":1}\n{"a":2}\n', ['1: {"a":1}', '2: {"a":2}']],
    [
      'NDJSON with CR LF, blank lines and no last line end',
      '{"a":1}\r\n\r\n \n{"a":2}',
      ['1: {"a":1}', '4: {"a":2}'],
    ],
    ['NDJSON with a byte order mark', '\uFEFF{"a":1}\n{"a":2}', ['1: {"a":1}', '2: {"a":2}']],
    ['an array with a byte order mark', '\uFEFF[{"a":1}]', ['{"a":1}']],
    [
      'a broken line in the middle',
      '{"a":1}\n{"a":\n{"a":3}',
      ['1: {"a":1}', '2: input.not-json', '3: {"a":3}'],
    ],
    ['a broken line at the start', '{"a":,}\n{"a":2}', ['1: input.not-json', '2: {"a":2}']],
    [
      'a first line that is cut',
      '{"a":\n{"a":2}\n{"a":3}',
      ['1: input.not-json', '2: {"a":2}', '3: {"a":3}'],
    ],
    ['a line that is no object', '{"a":1}\n7', ['1: {"a":1}', '2: 7']],
    ['a broken array', '[{"a":1},', ['input.not-json']],
    ['a broken object over several lines', '{\n "a": 1,\n "b": {"c": 2}\n', ['input.not-json']],
    ['broken with an object in a line of its own', '{\n"a":\n{"c":2}\n"d":3\n}', ['input.not-json']],
    ['an empty array', '[]', ['input.empty']],
    ['nothing', '', ['input.empty']],
    ['blank lines', ' \n\r\n', ['input.empty']],
    ['another file', 'ISA*00*~', ['1: input.not-json']],
  ])('that is %s', async (_, input, expected) => {
    expect(await split(input)).toEqual(expected);
  });

  test('that is not UTF-8 is told so, line by line', async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xe9]), Buffer.from('"}\n{"a":2}')]);
    expect(await split(bytes)).toEqual(['1: input.not-utf-8', '2: {"a":2}']);
  });

  test('never says what could not be read', async () => {
    const items = await collect(splitInput([Buffer.from('{"name": ZZSECRETZZ}\n')]));
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain('SECRET');
  });

  test('is cut the same however the bytes arrive, though the pieces are used again', async () => {
    const bytes = Buffer.from('\uFEFF{"a":"é"}\r\n\n{"a":\n{"a":"样"}\n[1]\n{"a":4}');
    const whole = summary(await collect(splitInput([bytes])));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), async (sizes) => {
        expect(summary(await collect(splitInput(reusedPieces(bytes, sizes))))).toEqual(whole);
      }),
    );
  });

  test('of many lines is passed on line by line, before all of it has come', async () => {
    let sent = 0;
    function* endless(): Generator<Uint8Array> {
      for (;;) {
        sent++;
        yield Buffer.from(`{"a":${sent}}\n`);
      }
    }
    const items: InputItem[] = [];
    for await (const item of splitInput(endless())) if (items.push(item) === 1000) break;
    expect(items.at(-1)).toMatchObject({ ordinal: 1000, line: 1000 });
    expect(sent).toBeLessThan(1010);
  });

  test('has an end to its lines and documents; the lines behind go on', async () => {
    const long = Buffer.alloc(33 * 1024 * 1024, 'x');
    const lines = [Buffer.from('{"a":1}\n"'), long, Buffer.from('"\n{"a":3}\n')];
    expect(summary(await collect(splitInput(lines)))).toEqual([
      '1: {"a":1}',
      '2: input.too-long',
      '3: {"a":3}',
    ]);
    const oneLine = Buffer.concat([Buffer.from('["'), long, Buffer.from('"]')]);
    expect(await split(oneLine)).toEqual(['1: input.too-long']);
    const piece = Buffer.from(`"${'x'.repeat(1024 * 1024)}",\n`);
    const manyLines = [Buffer.from('[\n'), ...Array.from({ length: 33 }, () => piece), Buffer.from('1]')];
    expect(summary(await collect(splitInput(manyLines)))).toEqual(['input.too-long']);
  });
});

/** Gives every piece in the same buffer, as some streams do. */
function* reusedPieces(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  const buffer = new Uint8Array(8);
  for (let start = 0, i = 0; start < bytes.length; i++) {
    const piece = bytes.subarray(start, start + (sizes[i % sizes.length] as number));
    buffer.fill(0x20);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
    start += piece.length;
  }
}
