import type { NamedProvider } from '../../domain/party/party.ts';

/**
 * Whether naming `provider` repeats what `known` said already: a loop that names a provider again is not sent
 * (005010X222A1, 2310B and 2420A: only where it differs). An NPI is one provider, however its name is written.
 */
export function saysNothingNew(provider: NamedProvider, known: NamedProvider): boolean {
  const { npi, taxonomy } = provider;
  return npi === known.npi && (taxonomy === undefined || taxonomy === known.taxonomy);
}
