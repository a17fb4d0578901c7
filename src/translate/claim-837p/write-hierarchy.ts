import { SELF } from '../../domain/party/relationship.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import type { TransmittedClaim } from './transmitted-claim.ts';
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

/**
 * Writes the hierarchy of one transaction set (2000A, 2000B, 2000C): a billing provider once, with all its claims, in
 * the order of the first; a subscriber for each claim, which keeps the levels right whoever is patient; a patient
 * where that is not the subscriber. Claims are in their transmitted form.
 */
export class HierarchyWriter {
  readonly #writer: SegmentWriter;
  /** HL01 counts the levels of the set from 1. */
  #levelCount = 0;

  constructor(writer: SegmentWriter) {
    this.#writer = writer;
  }

  write(claims: readonly TransmittedClaim[]): void {
    for (const group of byBillingProvider(claims)) {
      const level = this.#writeBillingLevel(group[0]);
      for (const transmitted of group) this.#writeSubscriberLevel(transmitted, level);
    }
  }

  #writeBillingLevel({ claim }: TransmittedClaim): number {
    const { billingProvider, payToAddress } = claim;
    const level = this.#writeLevel('20', { hasChild: true });
    writeSpecialty(this.#writer, 'BI', billingProvider.taxonomy);
    writeBillingProvider(this.#writer, billingProvider);
    if (payToAddress !== undefined) {
      // 2010AB names nobody: NM102 says again what the billing provider is.
      const entityType = billingProvider.name.kind === 'person' ? '1' : '2';
      this.#writer.begin('NM1').elements('87', entityType).end();
      writeAddress(this.#writer, payToAddress);
    }
    return level;
  }

  #writeSubscriberLevel(transmitted: TransmittedClaim, parent: number): void {
    const writer = this.#writer;
    const { subscriber, payer, payerRank, patient } = transmitted.claim;
    const level = this.#writeLevel('22', { parent, hasChild: patient !== undefined });
    writeSubscriberInformation(writer, {
      rank: payerRank,
      relationship: patient === undefined ? SELF : undefined,
      groupNumber: subscriber.groupNumber,
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
    writeClaim(writer, transmitted);
  }

  #writeLevel(code: Level, { parent, hasChild }: { parent?: number; hasChild: boolean }): number {
    this.#levelCount++;
    this.#writer
      .begin('HL')
      .elements(String(this.#levelCount), parent === undefined ? undefined : String(parent))
      .elements(code, hasChild ? '1' : '0')
      .end();
    return this.#levelCount;
  }
}

/** Claims of one billing provider and pay-to address together, in the order of the first of each. */
function byBillingProvider(
  claims: readonly TransmittedClaim[],
): readonly (readonly [TransmittedClaim, ...TransmittedClaim[]])[] {
  const groups = new Map<string, [TransmittedClaim, ...TransmittedClaim[]]>();
  let previous: TransmittedClaim | undefined;
  let key = '';
  for (const transmitted of claims) {
    const { billingProvider, payToAddress } = transmitted.claim;
    const isSame =
      billingProvider === previous?.claim.billingProvider && payToAddress === previous.claim.payToAddress;
    // Claims that come together mostly have the very same provider.
    if (!isSame) key = JSON.stringify([billingProvider, payToAddress ?? null]);
    previous = transmitted;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [transmitted]);
    else group.push(transmitted);
  }
  return [...groups.values()];
}
