import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { decode, eachChunk, load } from './built-core.mjs';

const PROFILE = fileURLToPath(new URL('../../samples/partners/example-clearinghouse.yaml', import.meta.url));
const BYTES_READ = 2_000_000;

/**
 * The row that writes: the claims of the file's first megabytes, again and again, until as many bytes are written as
 * the file has. What is written must hold the claims and the money that were read, and is the same at every turn.
 */
export async function loadWriting(built, truth) {
  const { writeClaimInterchange } = await load(built, 'translate/claim-837p/write-claim-interchange.js');
  const { readClaimInterchange } = await load(built, 'translate/claim-837p/read-claim-interchange.js');
  const { partnerProfileSchema } = await load(built, 'partners/profile.js');
  const claims = await firstClaims(built, truth.path);
  const cents = claims.reduce((sum, { claim }) => sum + claim.chargeCents, 0);
  const interchange = {
    profile: partnerProfileSchema.parse(parse(readFileSync(PROFILE, 'utf8'))),
    interchangeControlNumber: '000000105',
    groupControlNumber: '105',
    moment: { date: '20250316', time: '0905' },
    sets: [{ controlNumber: '0001', submissionId: 'BENCH', claims }],
  };
  const { bytes } = writeClaimInterchange(interchange);
  const { sets } = readClaimInterchange(bytes, decode);
  const read = sets.flatMap((set) => set.claims);
  if (
    read.length !== claims.length ||
    read.reduce((sum, { claim }) => sum + claim.chargeCents, 0) !== cents
  ) {
    throw new Error('the claims that were written are not those that were read');
  }
  return () => {
    let written = 0;
    let claimCount = 0;
    while (written < truth.bytes) {
      const one = writeClaimInterchange(interchange);
      if (one.chargeCents !== cents || Buffer.compare(one.bytes, bytes) !== 0)
        throw new Error('the claims were written otherwise');
      written += one.bytes.length;
      claimCount += one.claimCount;
    }
    return { bytes: written, claimCount };
  };
}

async function firstClaims(built, file) {
  const { EnvelopeReader } = await load(built, 'edi/envelope/envelope-reader.js');
  const { ClaimReader837p } = await load(built, 'translate/claim-837p/claim-reader-837p.js');
  const claims = [];
  let open;
  let bytesRead = 0;
  const reader = new EnvelopeReader(decode, {
    setOpened: () => {
      open = new ClaimReader837p(
        (claim) => claims.push(claim),
        () => undefined,
      );
    },
    countedSegment: (segment, ordinal, numbers) => open.segment(segment, ordinal, numbers),
  });
  eachChunk(file, (chunk) => {
    if (bytesRead < BYTES_READ) reader.feed(chunk);
    bytesRead += chunk.length;
  });
  return claims;
}
