// Large files for measuring, the same for the same seed: claims (837P) and remittances (835) that balance and have no
// fault. Names, numbers and dates are invented; what matters is that segments are as long and as many as in real files.
// A file is written set by set, so that its size costs no memory, and what it holds is told: the truth that every row
// of the benchmark must find again.
import { closeSync, openSync, writeSync } from 'node:fs';
import { randomFrom } from './random.mjs';
import { claimSet, remittanceSet } from './x12-sets.mjs';

const KINDS = {
  '837p': { functionalIdentifier: 'HC', version: '005010X222A1', makeSet: claimSet },
  835: { functionalIdentifier: 'HP', version: '005010X221A1', makeSet: remittanceSet },
};

/**
 * Writes one interchange of about `byteCount` bytes to `path`; `kind` is '837p' or '835'. Gives the truth:
 * `{ path, bytes, segments, elements, sets, claims, cents }`, cents being all CLM02 or all CLP04.
 */
export function writeX12File(path, { kind, byteCount, seed = 1 }) {
  const { functionalIdentifier, version, makeSet } = KINDS[kind];
  const random = randomFrom(seed);
  const truth = { path, bytes: 0, segments: 0, elements: 0, sets: 0, claims: 0, cents: 0 };
  const file = openSync(path, 'w');
  const write = (segments) => {
    for (const segment of segments) truth.elements += elementCount(segment);
    truth.segments += segments.length;
    truth.bytes += writeSync(file, `${segments.join('~')}~`, null, 'latin1');
  };
  write([
    'ISA*00*          *00*          *ZZ*RIVERSIDEFP    *ZZ*EXAMPLECH      *250316*0905*^*00501*000000105*0*T*:',
    `GS*${functionalIdentifier}*RIVERSIDEFP*EXAMPLECH*20250316*0905*105*X*${version}`,
  ]);
  while (truth.bytes < byteCount) {
    truth.sets++;
    const controlNumber = String(truth.sets).padStart(4, '0');
    const { segments, claims, cents } = makeSet(controlNumber, random, byteCount - truth.bytes);
    truth.claims += claims;
    truth.cents += cents;
    write([...segments, `SE*${segments.length + 1}*${controlNumber}`]);
  }
  write([`GE*${truth.sets}*105`, 'IEA*1*000000105']);
  closeSync(file);
  return truth;
}

function elementCount(segment) {
  let count = 0;
  for (let at = segment.indexOf('*'); at >= 0; at = segment.indexOf('*', at + 1)) count++;
  return count;
}
