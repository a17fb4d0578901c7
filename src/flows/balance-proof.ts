import { invariant } from '../base/invariant.ts';
import type { Cents } from '../base/money.ts';
import type { AmountPlace, SourcePlace } from '../domain/exchange/source.ts';
import type { BalanceProof } from '../domain/remittance/balance.ts';
import type { ClaimAdjustment } from '../domain/remittance/claim-adjustment.ts';
import type { ClaimPayment, ProviderAdjustment, Remittance } from '../domain/remittance/remittance.ts';
import {
  PROOF_FORM,
  type ProofAdjustment,
  type ProofClaim,
  type ProofHeader,
  type ProofLine,
  type ProofProvider,
  type ProofTrailer,
  printProofLine,
  type SegmentAt,
} from '../proof/proof-form.ts';
import { TextHash } from './text-hash.ts';

/**
 * The proof of a remittance's balance as the bytes that are kept of it, whether it balances or not, written as its claim
 * payments come. Only of a remittance that is read from a file, up to where something in it cannot be read.
 */
export class BalanceProofWriter {
  readonly #hash = new TextHash('utf8');
  readonly #segments = { CLP: 0, SVC: 0, CAS: 0, PLB: 0 };
  #text = '';

  /** Comes first. */
  header(fileSha256: string, header: Pick<Remittance, 'payment' | 'place'>): void {
    this.#add(headerOf(header, fileSha256));
  }

  claim(payment: ClaimPayment): void {
    this.#add(proofClaim(payment));
  }

  /** Comes last. */
  close(
    adjustments: readonly ProviderAdjustment[],
    about: { readonly contentSha256: string; readonly balance: BalanceProof },
  ): void {
    for (const line of proofProviders(adjustments)) this.#add(line);
    const lines = this.#hash.digest();
    this.#text += `${printProofLine(trailerOf(about, { segments: this.#segments, lines }))}\n`;
  }

  /** The bytes that were not taken yet. */
  take(): Uint8Array {
    const bytes = Buffer.from(this.#text);
    this.#text = '';
    return bytes;
  }

  #add(line: ProofLine): void {
    count(line, this.#segments);
    const text = `${printProofLine(line)}\n`;
    this.#hash.add(text);
    this.#text += text;
  }
}

function count(line: ProofLine, segments: Record<keyof ProofTrailer['segments'], number>): void {
  if ('plb' in line) segments.PLB++;
  if (!('claim' in line)) return;
  segments.CLP++;
  segments.SVC += line.services.length;
  segments.CAS += line.adjustments.length;
  for (const { adjustments } of line.services) segments.CAS += adjustments.length;
}

function headerOf(
  { place, payment }: Pick<Remittance, 'payment' | 'place'>,
  fileSha256: string,
): ProofHeader {
  invariant(payment.place !== undefined, 'what is proven was read from a file');
  return {
    proof: PROOF_FORM,
    file: fileSha256,
    interchange: place.interchangeControlNumber,
    group: place.groupControlNumber,
    set: place.setControlNumber,
    at: segmentAt(place),
    payment: { at: segmentAt(payment.place), element: 2, cents: payment.amountCents },
  };
}

/** What a claim payment that was read from a file says of its amounts, and where. */
export function proofClaim({
  ordinal,
  place,
  chargeCents,
  paidCents,
  adjustments,
  services,
}: ClaimPayment): ProofClaim {
  return {
    claim: ordinal,
    at: segmentAt(place),
    charge: chargeCents,
    paid: paidCents,
    adjustments: adjustmentsOf(adjustments),
    services: services.map((service) => ({
      at: segmentAt(service.place),
      charge: service.chargeCents,
      paid: service.paidCents,
      adjustments: adjustmentsOf(service.adjustments),
    })),
  };
}

function adjustmentsOf(adjustments: readonly ClaimAdjustment[]): ProofAdjustment[] {
  return bySegment(adjustments).map((ofSegment) => {
    const [{ groupCode, place }] = ofSegment;
    return { at: segmentAt(place), group: groupCode, amounts: ofSegment.map(amountOf) };
  });
}

/** The same of provider-level adjustments, segment by segment. */
export function proofProviders(adjustments: readonly ProviderAdjustment[]): ProofProvider[] {
  return bySegment(adjustments).map((ofSegment, index) => ({
    plb: index + 1,
    at: segmentAt(ofSegment[0].place),
    amounts: ofSegment.map(amountOf),
  }));
}

function amountOf(one: Placed<{ readonly reasonCode: string; readonly amountCents: Cents }>) {
  return { element: one.place.element, reason: one.reasonCode, cents: one.amountCents };
}

type Placed<T> = T & { readonly place: AmountPlace };
type Nonempty<T> = readonly [T, ...T[]];

/** What neighbours say that stand in one segment, together. */
function bySegment<T extends { readonly place?: Partial<AmountPlace> }>(
  adjustments: readonly T[],
): Nonempty<Placed<T>>[] {
  const segments: [Placed<T>, ...Placed<T>[]][] = [];
  for (const one of adjustments) {
    invariant(isPlaced(one), 'what is proven was read from a file');
    const last = segments.at(-1);
    if (last?.[0].place.segmentOrdinal === one.place.segmentOrdinal) last.push(one);
    else segments.push([one]);
  }
  return segments;
}

function isPlaced<T extends { readonly place?: Partial<AmountPlace> }>(one: T): one is Placed<T> {
  return one.place?.element !== undefined;
}

function segmentAt({
  segmentOrdinal,
  byteStart,
  byteStop,
}: Pick<SourcePlace, 'segmentOrdinal' | 'byteStart' | 'byteStop'>): SegmentAt {
  return [segmentOrdinal, byteStart, byteStop];
}

function trailerOf(
  { contentSha256, balance }: { readonly contentSha256: string; readonly balance: BalanceProof },
  counted: Pick<ProofTrailer, 'segments' | 'lines'>,
): ProofTrailer {
  return {
    segments: counted.segments,
    claimsPaid: balance.claimPaidCents,
    providerAdjusted: balance.providerAdjustmentCents,
    payment: balance.paymentCents,
    isBalanced: balance.isBalanced,
    content: contentSha256,
    lines: counted.lines,
  };
}
