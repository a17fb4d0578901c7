import { describe, expect, test } from 'vitest';
import { escapedName } from '../../src/base/escaped-name.ts';

describe('a name that somebody else chose', () => {
  test.each([
    ['ERA_2026 März (1).835', 'ERA_2026 März (1).835'],
    ['a\nb', 'a\\u{a}b'],
    ['\u001b[2Jgone', '\\u{1b}[2Jgone'],
    ['\u009b31m', '\\u{9b}31m'],
    ['845\u202exslx.exe', '845\\u{202e}xslx.exe'],
    ['a\u2028b', 'a\\u{2028}b'],
    ['\ufeff\u200b', '\\u{feff}\\u{200b}'],
    ['\ud800', '\\u{d800}'],
    ['a\\nb', 'a\\u{5c}nb'],
    ['../../etc/passwd', '../../etc/passwd'],
  ])('%j is shown as %s', (name, shown) => {
    expect(escapedName(name)).toBe(shown);
  });

  test('is cut where it is longer than anybody reads', () => {
    expect(escapedName('x'.repeat(5000))).toBe(`${'x'.repeat(200)}…`);
  });

  test('acts on no terminal and stays on one line, whatever it is', () => {
    const shown = Array.from({ length: 0x10000 }, (_, code) => escapedName(String.fromCharCode(code))).join(
      '',
    );
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
  });
});
