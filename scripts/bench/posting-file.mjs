// The 835 of the posting benchmark, of one payer to one payee, balanced at every level, the same for the same seed. What
// a file pays stands at its beginning, so that its payments are made twice: once to be counted, once to be written.
import { closeSync, openSync, writeSync } from 'node:fs';
import { money, paymentsOf } from './posting-payments.mjs';

const SEED = 7;
/** PLB has room for six. */
const ADJUSTMENTS_PER_SEGMENT = 6;
const BUFFERED_CHARACTERS = 256 * 1024;

/**
 * Writes two files: at `earlier` the remittance that paid what the large one takes back, at `large` about `byteCount`
 * bytes in `setCount` transaction sets. Gives `{ claimCount, earlier, large }`, of each file
 * `{ path, bytes, sets, payments, transitCents, unappliedCents }`; the claims are those of `claimAt` below the count.
 */
export function writeRemittances({ earlier, large }, { byteCount, setCount, parties }) {
  const originals = [];
  let claimCount = 0;
  const sets = Array.from({ length: setCount }, (_, index) => {
    const plan = { seed: SEED + index, first: claimCount, byteCount: byteCount / setCount };
    const set = totalled(() => paymentsOf(plan), { trace: `EFT${index + 1}` });
    for (const { original, nextClaim } of paymentsOf(plan)) {
      if (original !== undefined) originals.push(original);
      claimCount = nextClaim;
    }
    return set;
  });
  const paidBefore = totalled(() => originals, { trace: 'EFT0' });
  return {
    claimCount,
    earlier: writeFile(earlier, {
      controlNumber: '000000104',
      date: '20250415',
      sets: [paidBefore],
      parties,
    }),
    large: writeFile(large, { controlNumber: '000000105', date: '20250430', sets, parties }),
  };
}

/** A set with what it adds up to. `payments()` gives them anew at every call. */
function totalled(payments, { trace }) {
  const set = {
    payments,
    trace,
    count: 0,
    paidCents: 0,
    interestCents: 0,
    unappliedCents: 0,
    adjustments: [],
  };
  for (const one of payments()) {
    set.count++;
    set.paidCents += one.paidCents;
    set.interestCents += one.interestCents;
    if (one.isForeign === true) set.unappliedCents += one.paidCents;
    if (one.adjustment !== undefined) set.adjustments.push(one.adjustment);
  }
  return set;
}

function writeFile(path, { controlNumber, date, sets, parties }) {
  const file = openSync(path, 'w');
  const group = String(Number(controlNumber));
  let bytes = 0;
  let buffered = '';
  const write = (segments) => {
    buffered += `${segments.join('~')}~`;
    if (buffered.length < BUFFERED_CHARACTERS) return;
    bytes += writeSync(file, buffered, null, 'latin1');
    buffered = '';
  };
  write([
    `ISA*00*          *00*          *ZZ*EXAMPLECH      *ZZ*CLAIMGATE      *250430*0905*^*00501*${controlNumber}*0*T*:`,
    `GS*HP*EXAMPLECH*CLAIMGATE*20250430*0905*${group}*X*005010X221A1`,
  ]);
  for (const [index, set] of sets.entries()) writeSet(write, set, { number: index + 1, date, parties });
  write([`GE*${sets.length}*${group}`, `IEA*1*${controlNumber}`]);
  bytes += writeSync(file, buffered, null, 'latin1');
  closeSync(file);
  const sum = (of) => sets.reduce((total, set) => total + of(set), 0);
  return {
    path,
    bytes,
    sets: sets.length,
    payments: sum(({ count }) => count),
    transitCents: sum(({ paidCents, interestCents }) => paidCents + interestCents),
    unappliedCents: sum(({ unappliedCents }) => unappliedCents),
  };
}

function writeSet(write, set, { number, date, parties }) {
  const controlNumber = String(number).padStart(4, '0');
  let count = 0;
  const counted = (segments) => {
    count += segments.length;
    write(segments);
  };
  const paid = money(set.paidCents + set.interestCents);
  counted([
    `ST*835*${controlNumber}`,
    `BPR*I*${paid}*C*ACH*CCP*01*999999992*DA*0000001*1999999999**01*999999992*DA*0000002*${date}`,
    `TRN*1*${set.trace}*1999999999`,
    `DTM*405*${date}`,
    `N1*PR*${parties.payerName}`,
    'N3*300 SAMPLE STREET',
    'N4*SPRINGFIELD*IL*627010006',
    'PER*BL*EDI DESK*TE*5550100200',
    `N1*PE*${parties.payeeName}*XX*${parties.npi}`,
    `REF*TJ*${parties.taxId}`,
    'LX*1',
  ]);
  for (const { segments } of set.payments()) counted(segments);
  const adjustments = providerAdjustments(set);
  for (let start = 0; start < adjustments.length; start += ADJUSTMENTS_PER_SEGMENT) {
    const some = adjustments.slice(start, start + ADJUSTMENTS_PER_SEGMENT).join('*');
    counted([`PLB*${parties.npi}*20251231*${some}`]);
  }
  write([`SE*${count + 1}*${controlNumber}`]);
}

/** The interest that is paid, and each overpayment as the payer claims it and as it keeps it back, which is nothing. */
function providerAdjustments({ interestCents, adjustments, trace }) {
  return [
    ...(interestCents === 0 ? [] : [`L6:${trace}*${money(-interestCents)}`]),
    ...adjustments.flatMap(({ reference, cents }) => [
      `WO:${reference}*${money(-cents)}`,
      `WO:${reference}*${money(cents)}`,
    ]),
  ];
}
