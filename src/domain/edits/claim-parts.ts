import type { ProfessionalClaim } from '../claim/claim.ts';
import type { Address, NamedProvider } from '../party/party.ts';

/** A part of a claim with the pointer to it. */
export interface Placed<Part> {
  readonly pointer: string;
  readonly part: Part;
}

function placed<Part>(pointer: string, part: Part | undefined): Placed<Part>[] {
  return part === undefined ? [] : [{ pointer, part }];
}

/** Rendering and referring providers, of the claim and of its lines. */
export function namedProvidersOf(claim: ProfessionalClaim): Placed<NamedProvider>[] {
  return [
    ...placed('/renderingProvider', claim.renderingProvider),
    ...placed('/referringProvider', claim.referringProvider),
    ...claim.lines.flatMap((line, index) =>
      placed(`/lines/${index}/renderingProvider`, line.renderingProvider),
    ),
  ];
}

export function addressesOf(claim: ProfessionalClaim): Placed<Address>[] {
  return [
    ...placed('/billingProvider/address', claim.billingProvider.address),
    ...placed('/payToAddress', claim.payToAddress),
    ...placed('/serviceFacility/address', claim.serviceFacility?.address),
    ...placed('/payer/address', claim.payer.address),
    ...placed('/subscriber/address', claim.subscriber.address),
    ...placed('/patient/address', claim.patient?.address),
    ...claim.otherCoverages.flatMap((coverage, index) => [
      ...placed(`/otherCoverages/${index}/payer/address`, coverage.payer.address),
      ...placed(`/otherCoverages/${index}/subscriber/address`, coverage.subscriber.address),
    ]),
  ];
}

/** The last day on which anything was done. */
export function lastServiceDate(claim: ProfessionalClaim): string {
  return claim.lines.reduce((last, line) => {
    const end = line.serviceDateEnd ?? line.serviceDate;
    return end > last ? end : last;
  }, '');
}
