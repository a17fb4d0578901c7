import { describe, expect, test } from 'vitest';
import { DELIVERY_MODES } from '../../src/domain/exchange/delivery-protocol.ts';
import { deliveryModeOf } from '../../src/partners/delivery-mode.ts';
import { testProfile } from '../flows/support/claims.ts';

describe('the mode of a delivery', () => {
  test.each([
    ['what the server offers, where nothing else is known', {}, 'posix-rename', 'posix-rename'],
    ['what was found, where it is weaker', { probed: 'ack-gated' }, 'posix-rename', 'ack-gated'],
    ['what is offered now, where that is weaker', { probed: 'posix-rename' }, 'plain-rename', 'plain-rename'],
    [
      'what the profile names',
      { configured: 'ack-gated', probed: 'posix-rename' },
      'posix-rename',
      'ack-gated',
    ],
    [
      'none, where the profile names more than is offered',
      { configured: 'posix-rename' },
      'plain-rename',
      undefined,
    ],
  ] as const)('is %s', (_, known, offered, mode) => {
    expect(deliveryModeOf({ ...known, offered })).toBe(mode);
  });

  test('is never stronger than the server’s offer', () => {
    for (const configured of [undefined, ...DELIVERY_MODES]) {
      for (const probed of [undefined, ...DELIVERY_MODES]) {
        expect(deliveryModeOf({ configured, probed, offered: 'ack-gated' })).not.toBe('posix-rename');
      }
    }
  });
});

describe('the upload part of a profile', () => {
  const { sftp } = testProfile();
  const withUpload = (upload: unknown) => testProfile({ sftp: { ...sftp, upload } });

  test('needs a temporary directory for everything but ack-gated delivery', () => {
    expect(() => withUpload({ directory: 'in' })).toThrow(/ack-gated/);
    expect(() => withUpload({ directory: 'in', mode: 'plain-rename' })).toThrow(/ack-gated/);
    expect(withUpload({ directory: 'in', mode: 'ack-gated' }).sftp.upload.verify).toBe('size');
  });

  test('pins one host key or two', () => {
    const [pin] = sftp.hostKeySha256;
    const withPins = (hostKeySha256: unknown) => testProfile({ sftp: { ...sftp, hostKeySha256 } });
    expect(() => withPins([])).toThrow();
    expect(() => withPins([pin, pin])).not.toThrow();
    expect(() => withPins([pin, pin, pin])).toThrow();
  });

  test('names a directory to move to exactly where files are moved', () => {
    const withDownload = (one: object) =>
      testProfile({ sftp: { ...sftp, download: [{ directory: 'out', ...one }] } });
    expect(() => withDownload({ after: 'move' })).toThrow(/moveTo/);
    expect(() => withDownload({ after: 'delete', moveTo: 'done' })).toThrow(/moveTo/);
    expect(() => withDownload({ after: 'move', moveTo: 'done' })).not.toThrow();
  });

  test('admits only older algorithms that are listed', () => {
    const withOlder = (olderAlgorithms: unknown) => testProfile({ sftp: { ...sftp, olderAlgorithms } });
    expect(() => withOlder({ serverHostKey: ['ssh-rsa'] })).not.toThrow();
    expect(() => withOlder({ cipher: ['3des-cbc'] })).toThrow();
  });
});
