import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FlowBench, filesOf, leave, openFlowBench } from './support/flow-bench.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench({
    profile: {
      sftp: {
        host: '127.0.0.1',
        username: 'invented',
        auth: { passwordRef: 'env:INVENTED' },
        hostKeySha256: [`SHA256:${'A'.repeat(43)}`],
        upload: { directory: '/in', temporaryDirectory: '/uploading' },
        download: [{ directory: '/out', settleSeconds: 0.05, after: 'leave' }],
      },
    },
  });
});
afterAll(() => bench.stop());

test('a file that the partner wants left alone is fetched once and stays', async () => {
  const tenant = bench.tenant();
  leave(bench.mailbox, 'answer.x12', Buffer.from('ISA'));
  expect(await tenant.collect()).toEqual({ newFiles: 1, repeatedFiles: 0 });
  expect(await tenant.collect()).toEqual({ newFiles: 0, repeatedFiles: 0 });
  expect(filesOf(bench.mailbox, 'out')).toEqual({ 'answer.x12': 'ISA' });
});
