// What the benchmark runs: each row reads a file (or writes one) once and gives what it counted, which must be the
// truth of the file. `prepare(built, truth)` loads what the row needs from the built core and gives the pass.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decode, eachChunk, load } from './built-core.mjs';
import { loadWriting } from './x12-writing.mjs';

const TERMINATOR = 0x7e;
const require = createRequire(import.meta.url);

/** Rows by name: `file` is '837p' or '835', `isSmall` those for which 100 MB would take minutes. */
export const ROWS = {
  empty: { file: '835', prepare: () => () => ({}) },
  floor: { file: '835', prepare: floorPass },
  'floor-837p': { file: '837p', prepare: floorPass },
  scan: { file: '835', prepare: scanPass },
  'scan-837p': { file: '837p', prepare: scanPass },
  'read-835': { file: '835', peers: '835', prepare: remittancePass },
  'read-837p': { file: '837p', peers: '837p', prepare: claimPass },
  'check-835': { file: '835', prepare: checkPass },
  'check-837p': { file: '837p', prepare: checkPass },
  'full-835': { file: '835', prepare: fullPass },
  'write-837p': { file: '837p', prepare: loadWriting },
  'node-x12-835': { file: '835', isSmall: true, prepare: nodeX12Pass },
  'node-x12-837p': { file: '837p', isSmall: true, prepare: nodeX12Pass },
  'x12-parser-835': { file: '835', isSmall: true, prepare: x12ParserPass },
};

/** What no reader can beat. Only the search is timed, not the reading of the file, which every other row pays. */
function floorPass(_built, truth) {
  return () => {
    let segments = 0;
    let seconds = 0;
    eachChunk(truth.path, (chunk) => {
      const start = performance.now();
      for (let at = chunk.indexOf(TERMINATOR); at >= 0; at = chunk.indexOf(TERMINATOR, at + 1)) segments++;
      seconds += (performance.now() - start) / 1000;
    });
    return { segments, seconds };
  };
}

async function scanPass(built, truth) {
  const { SegmentReader } = await load(built, 'edi/syntax/segment-reader.js');
  return () => {
    const reader = new SegmentReader(decode);
    let segments = 0;
    let elements = 0;
    eachChunk(truth.path, (chunk) => {
      reader.feed(chunk);
      while (reader.next()) {
        segments++;
        elements += reader.elementCount;
      }
    });
    return { segments, elements };
  };
}

/** Typed remittances with every amount in cents, each proved to balance, told to `tally` set by set. */
async function loadRemittanceHandler(built) {
  const { RemittanceReader } = await load(built, 'translate/remittance-835.js');
  const { proveBalance } = await load(built, 'domain/remittance/balance.js');
  return (tally) => {
    let open;
    return {
      setOpened: () => {
        open = new RemittanceReader();
      },
      countedSegment: (segment, ordinal, numbers) => open.segment(segment, ordinal, numbers),
      setClosed: () => {
        const remittance = open.finish();
        const proof = proveBalance(remittance);
        if (!proof.isBalanced || remittance.unreadable.length > 0)
          throw new Error('a remittance was misread');
        tally.claims += remittance.claims.length;
        tally.cents += proof.claimPaidCents;
        open = undefined;
      },
    };
  };
}

async function remittancePass(built, truth) {
  const { EnvelopeReader } = await load(built, 'edi/envelope/envelope-reader.js');
  const remittances = await loadRemittanceHandler(built);
  return () => {
    const tally = { claims: 0, cents: 0 };
    const reader = new EnvelopeReader(decode, remittances(tally));
    eachChunk(truth.path, (chunk) => reader.feed(chunk));
    reader.finish();
    return tally;
  };
}

async function claimPass(built, truth) {
  const { EnvelopeReader } = await load(built, 'edi/envelope/envelope-reader.js');
  const { ClaimReader837p } = await load(built, 'translate/claim-837p/claim-reader-837p.js');
  return () => {
    const tally = { claims: 0, cents: 0 };
    let open;
    const reader = new EnvelopeReader(decode, {
      setOpened: () => {
        open = new ClaimReader837p(
          ({ claim }) => {
            tally.claims++;
            tally.cents += claim.chargeCents;
          },
          () => {
            throw new Error('a claim was not read');
          },
        );
      },
      countedSegment: (segment, ordinal, numbers) => open.segment(segment, ordinal, numbers),
      setClosed: () => open.finish(),
    });
    eachChunk(truth.path, (chunk) => reader.feed(chunk));
    reader.finish();
    return tally;
  };
}

async function checkPass(built, truth) {
  const { InterchangeChecker } = await load(built, 'edi/check/interchange-checker.js');
  const codeSets = await loadCodeSets(built);
  return () => {
    const checker = new InterchangeChecker(decode, { codeSets });
    eachChunk(truth.path, (chunk) => checker.feed(chunk));
    return { sets: acceptedSetCount(checker.finish()) };
  };
}

/** The lists that are shipped: all codes are looked up, as `claimgate x12 check` does. */
async function loadCodeSets(built) {
  const { shippedCodeSets } = await load(built, 'edi/codes/code-sets.js');
  return shippedCodeSets();
}

/** Checked, read and balanced, in one pass over the bytes. */
async function fullPass(built, truth) {
  const { InterchangeChecker } = await load(built, 'edi/check/interchange-checker.js');
  const remittances = await loadRemittanceHandler(built);
  const codeSets = await loadCodeSets(built);
  return () => {
    const tally = { claims: 0, cents: 0 };
    const checker = new InterchangeChecker(decode, { beside: remittances(tally), codeSets });
    eachChunk(truth.path, (chunk) => checker.feed(chunk));
    return { ...tally, sets: acceptedSetCount(checker.finish()) };
  };
}

/** Sets without any problem; a problem above them counts them all out. */
function acceptedSetCount({ problems, interchanges }) {
  const groups = interchanges.flatMap((interchange) => interchange.groups);
  const above = [problems, ...interchanges.map((one) => one.problems), ...groups.map((one) => one.problems)];
  if (above.flat().length > 0) return 0;
  return groups.flatMap(({ sets }) => sets).filter((set) => set.problems.length === 0).length;
}

function nodeX12Pass(_built, truth) {
  const { X12Parser } = require('node-x12');
  return () => {
    const interchange = new X12Parser(true).parse(readFileSync(truth.path, 'latin1'));
    const [group] = interchange.functionalGroups;
    const sets = group.transactions;
    // It counts ST and SE apart from a set's other segments, and ISA, GS, GE and IEA apart from sets.
    return { segments: sets.reduce((count, set) => count + set.segments.length + 2, 4), sets: sets.length };
  };
}

function x12ParserPass(_built, truth) {
  const { X12parser } = require('x12-parser');
  const { createReadStream } = require('node:fs');
  return () =>
    new Promise((resolve, reject) => {
      let segments = 0;
      createReadStream(truth.path)
        .on('error', reject)
        .pipe(new X12parser())
        .on('error', reject)
        .on('data', () => segments++)
        .on('end', () => resolve({ segments }));
    });
}
