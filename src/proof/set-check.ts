import { ContentHash } from './content-hash.ts';
import { requireThat } from './proof-fault.ts';
import type { ProofClaim, ProofHeader, ProofLine, ProofProvider, ProofTrailer } from './proof-form.ts';
import type { ProofLines } from './proof-lines.ts';
import { ProofSums } from './proof-sums.ts';
import {
  type NamedSegment,
  namedByClaim,
  namedByProvider,
  namedPayment,
  TERM_SEGMENTS,
  type TermSegment,
} from './proof-terms.ts';
import type { ScannedSegment, SegmentScan } from './segment-scan.ts';
import { SetWalk } from './set-walk.ts';

/** Follows a set and its proof side by side: both have what they say in one order. */
export class SetCheck {
  readonly sums = new ProofSums();
  readonly #lines: ProofLines;
  readonly #walk: SetWalk;
  readonly #header: ProofHeader;
  readonly #content = new ContentHash();
  readonly #found: Record<TermSegment, number> = { BPR: 0, CLP: 0, SVC: 0, CAS: 0, PLB: 0 };
  /** What the line at hand names and the file has not shown yet. */
  #named: NamedSegment[];
  #claimCount = 0;
  #providerCount = 0;
  #trailer: ProofTrailer | undefined;

  constructor(header: ProofHeader, lines: ProofLines) {
    this.#header = header;
    this.#lines = lines;
    this.#walk = new SetWalk(header);
    this.#named = [namedPayment(header)];
  }

  async take(segment: ScannedSegment, scan: SegmentScan): Promise<void> {
    const ordinal = this.#walk.take(segment);
    if (ordinal === undefined) return;
    const [identifier = ''] = segment.elements;
    if (identifier !== 'ST' && identifier !== 'SE') this.#content.add(segment.elements, scan);
    const tag = TERM_SEGMENTS.find((one) => one === identifier);
    if (tag === undefined) return;
    this.#found[tag]++;
    const place = `segment ${ordinal} of the set, bytes ${segment.byteStart}–${segment.byteStop}`;
    if (this.#named.length === 0) this.#named = await this.#nextNamed();
    const named = this.#named.shift();
    requireThat(named !== undefined, 'proof.left-out', `the proof leaves out a ${tag} segment: ${place}`);
    requireThat(
      named.tag === tag && named.at[1] <= segment.byteStart,
      'proof.left-out',
      `the proof leaves out a ${tag} segment, or names one that is not there: ${place}`,
    );
    const [atOrdinal, byteStart, byteStop] = named.at;
    requireThat(
      atOrdinal === ordinal && byteStart === segment.byteStart && byteStop === segment.byteStop,
      'proof.place-differs',
      `the place of ${named.subject} is another one: ${place}`,
    );
    requireThat(
      named.agrees(segment.elements, scan.component),
      'proof.figure-differs',
      `the proof has ${named.subject} other than the file's ${tag} segment: ${place}`,
    );
  }

  /** After the whole file. */
  async finish(): Promise<ProofTrailer> {
    requireThat(
      this.#walk.isOver,
      'proof.set-missing',
      'the transaction set that the proof names is not in the file',
    );
    if (this.#named.length === 0) this.#named = await this.#nextNamed();
    requireThat(
      this.#named.length === 0 && this.#trailer !== undefined,
      'proof.left-out',
      `the proof names ${this.#named[0]?.subject ?? 'something'}, which the file does not have`,
    );
    const { lines, sums } = { lines: this.#lines, sums: this.sums };
    const linesSha256 = lines.sha256;
    requireThat((await lines.next()) === undefined, 'proof.form', 'the proof goes on behind its last line');
    sums.close(this.#header.payment.cents);
    this.#checkTrailer(this.#trailer, linesSha256);
    return this.#trailer;
  }

  async #nextNamed(): Promise<NamedSegment[]> {
    if (this.#trailer !== undefined) return [];
    const line = await this.#lines.next();
    requireThat(line !== undefined, 'proof.cut', 'the proof ends before its last line');
    return this.#namedBy(line);
  }

  #namedBy(line: ProofLine): NamedSegment[] {
    if ('claim' in line) return this.#namedByClaim(line);
    if ('plb' in line) return this.#namedByProvider(line);
    requireThat('lines' in line, 'proof.form', 'the proof has its first line twice');
    this.#trailer = line;
    return [];
  }

  #namedByClaim(claim: ProofClaim): NamedSegment[] {
    this.#claimCount++;
    requireThat(
      claim.claim === this.#claimCount && this.#providerCount === 0,
      'proof.form',
      `claim payment ${this.#claimCount} does not stand in its place in the proof`,
    );
    this.sums.addClaim(claim);
    return namedByClaim(claim);
  }

  #namedByProvider(provider: ProofProvider): NamedSegment[] {
    this.#providerCount++;
    requireThat(
      provider.plb === this.#providerCount,
      'proof.form',
      `provider-level adjustment segment ${this.#providerCount} does not stand in its place in the proof`,
    );
    this.sums.addProvider(provider);
    return [namedByProvider(provider)];
  }

  #checkTrailer(trailer: ProofTrailer, linesSha256: string): void {
    const { segments, claimsPaid, providerAdjusted, payment, isBalanced, content, lines } = trailer;
    for (const tag of ['CLP', 'SVC', 'CAS', 'PLB'] as const) {
      requireThat(
        segments[tag] === this.#found[tag],
        'proof.total-differs',
        `the proof counts ${tag} segments otherwise than the file has them`,
      );
    }
    const { sums } = this;
    const totals = [
      [claimsPaid === sums.claimsPaid, 'what claims are paid'],
      [providerAdjusted === sums.providerAdjusted, 'provider-level adjustments'],
      [payment === this.#header.payment.cents, 'the payment'],
    ] as const;
    for (const [holds, what] of totals) {
      requireThat(holds, 'proof.total-differs', `the total of ${what} is not that of its terms`);
    }
    requireThat(
      isBalanced === sums.isBalanced,
      'proof.balance-differs',
      isBalanced
        ? 'the proof says that the remittance balances, and its equations do not hold'
        : 'the proof says that the remittance does not balance, and every equation holds',
    );
    requireThat(
      content === this.#content.digest(),
      'proof.figure-differs',
      'the content of the set is not what the proof has: its SHA-256 differs',
    );
    requireThat(lines === linesSha256, 'proof.form', 'the lines of the proof are not those it was made of');
  }
}
