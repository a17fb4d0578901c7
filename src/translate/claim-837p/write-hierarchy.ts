import { SELF } from '../../domain/party/relationship.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import type { SentClaim } from './claim-form.ts';
import type { BillingGroup } from './group-claims.ts';
import type { TransmittedClaim } from './transmitted-claim.ts';
import type { TransmittedForms } from './transmitted-form.ts';
import { writeClaim } from './write-claim.ts';
import { writeSubscriberInformation } from './write-coverage.ts';
import {
  writeAddress,
  writeBillingProvider,
  writeInsured,
  writeName,
  writePatientDetails,
  writePayer,
  writeSpecialty,
} from './write-party.ts';

/** HL03: billing provider, subscriber, patient. */
type Level = '20' | '22' | '23';

/** A claim that is not sent as it is seldom comes alone: those of a biller who writes small letters all are such. */
const CLAIMS_BETWEEN_TRIALS = 16;

/**
 * Writes the hierarchy of one transaction set (2000A, 2000B, 2000C): a billing provider once, with all its claims, in
 * the order of the first; a subscriber for each claim, which keeps the levels right whoever is patient; a patient
 * where that is not the subscriber. Each claim is brought into its transmitted form when it is written, so that only one
 * stands in memory.
 */
export class HierarchyWriter {
  readonly #writer: SegmentWriter;
  readonly #forms: TransmittedForms;
  /** HL01 counts the levels of the set from 1. */
  #levelCount = 0;
  #claimsUntilTrial = 0;

  constructor(writer: SegmentWriter, forms: TransmittedForms) {
    this.#writer = writer;
    this.#forms = forms;
  }

  write(groups: readonly BillingGroup[]): void {
    for (const { parties, members } of groups) {
      const level = this.#writeBillingLevel(parties);
      for (const transmitted of members) this.#writeOwn(transmitted, level);
    }
  }

  /** Most claims are sent as they are: seeing it while they are written saves looking at every character twice. */
  #writeOwn(transmitted: TransmittedClaim, parent: number): void {
    const { claim } = transmitted;
    const levelCount = this.#levelCount;
    if (this.#claimsUntilTrial === 0) {
      const isWritten = this.#writer.try(() =>
        this.#writeSubscriberLevel(transmitted, this.#forms.ownOfClean(claim), parent),
      );
      if (isWritten) return;
      this.#levelCount = levelCount;
      this.#claimsUntilTrial = CLAIMS_BETWEEN_TRIALS;
    }
    this.#claimsUntilTrial--;
    this.#writeSubscriberLevel(transmitted, this.#forms.ownOf(claim), parent);
  }

  #writeBillingLevel({ billingProvider, payToAddress }: BillingGroup['parties']): number {
    const level = this.#writeLevel('20', { hasChild: true });
    writeSpecialty(this.#writer, 'BI', billingProvider.taxonomy);
    writeBillingProvider(this.#writer, billingProvider);
    if (payToAddress !== undefined) {
      // 2010AB names nobody: NM102 says again what the billing provider is.
      const entityType = billingProvider.name.kind === 'person' ? '1' : '2';
      this.#writer.begin('NM1').element('87').element(entityType).end();
      writeAddress(this.#writer, payToAddress);
    }
    return level;
  }

  #writeSubscriberLevel(transmitted: TransmittedClaim, claim: SentClaim, parent: number): void {
    const writer = this.#writer;
    const { subscriber, payer, payerRank, insuranceTypeCode, patient } = claim;
    const level = this.#writeLevel('22', { parent, hasChild: patient !== undefined });
    writeSubscriberInformation(writer, {
      rank: payerRank,
      relationship: patient === undefined ? SELF : undefined,
      groupNumber: subscriber.groupNumber,
      insuranceTypeCode,
      filingIndicator: payer.filingIndicator,
    });
    writeInsured(writer, subscriber);
    if (patient === undefined) writePatientDetails(writer, subscriber);
    writePayer(writer, payer);
    if (patient !== undefined) {
      this.#writeLevel('23', { parent: level, hasChild: false });
      writer.begin('PAT').element(patient.relationship).end();
      writeName(writer, 'QC', patient.name);
      writePatientDetails(writer, patient);
    }
    writeClaim(writer, claim, transmitted);
  }

  #writeLevel(code: Level, { parent, hasChild }: { parent?: number; hasChild: boolean }): number {
    const writer = this.#writer.begin('HL').count(++this.#levelCount);
    if (parent === undefined) writer.empty(1);
    else writer.count(parent);
    writer
      .element(code)
      .element(hasChild ? '1' : '0')
      .end();
    return this.#levelCount;
  }
}
