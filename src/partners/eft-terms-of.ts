import type { EftTerms } from '../domain/reassociation/eft-terms.ts';
import type { MailboxProfile } from './profile.ts';

/**
 * What may be expected of the bank's files; undefined where no profile says that a bank reports. Of several banks the
 * most patient counts, from the earliest day on: a remittance does not say to which of the payee's banks its money goes.
 */
export function eftTermsOf(profiles: readonly MailboxProfile[]): EftTerms | undefined {
  return profiles
    .flatMap(({ eft }) => eft ?? [])
    .reduce<EftTerms | undefined>(
      (terms, { since, businessDays }) =>
        terms === undefined
          ? { since, businessDays }
          : {
              since: since < terms.since ? since : terms.since,
              businessDays: Math.max(businessDays, terms.businessDays),
            },
      undefined,
    );
}
