import { cents } from '../../../../src/base/money.ts';
import { adjustment, claimPayment, servicePayment } from '../../support/remittances.ts';

/** Charge 100.00: paid 64.00, contract 20.00, coinsurance 16.00. */
export const primary = claimPayment({
  services: [servicePayment(6400, [adjustment('CO-45', 2000), adjustment('PR-2', 1600)])],
});
export const told = { ...primary, patientResponsibilityCents: cents(1600) };
export const forwarded = {
  ...told,
  statusCode: '19',
  crossoverPayer: { name: 'CLAIMGATE SAMPLE SUPPLEMENT' },
};
/** The next payer pays 12.80 of the 16.00 and leaves 3.20; 84.00 were decided before. */
export const secondary = {
  ...claimPayment({
    ordinal: 2,
    statusCode: '2',
    services: [servicePayment(1280, [adjustment('OA-23', 8400), adjustment('PR-2', 320)])],
  }),
  patientResponsibilityCents: cents(320),
};
