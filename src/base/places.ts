/**
 * Codes of places that X12 and the business both use. They stand here because neither may import the other.
 */

/** Places of service with short names (CMS place of service code set, 2024-05). */
export const PLACES_OF_SERVICE: ReadonlyMap<string, string> = new Map([
  ['01', 'Pharmacy'],
  ['02', 'Telehealth, patient not at home'],
  ['03', 'School'],
  ['04', 'Homeless shelter'],
  ['05', 'Indian Health Service, free-standing'],
  ['06', 'Indian Health Service, provider-based'],
  ['07', 'Tribal 638, free-standing'],
  ['08', 'Tribal 638, provider-based'],
  ['09', 'Prison or correctional facility'],
  ['10', 'Telehealth, patient at home'],
  ['11', 'Office'],
  ['12', 'Home'],
  ['13', 'Assisted living facility'],
  ['14', 'Group home'],
  ['15', 'Mobile unit'],
  ['16', 'Temporary lodging'],
  ['17', 'Walk-in retail health clinic'],
  ['18', 'Place of employment'],
  ['19', 'Off-campus outpatient hospital'],
  ['20', 'Urgent care facility'],
  ['21', 'Inpatient hospital'],
  ['22', 'On-campus outpatient hospital'],
  ['23', 'Emergency room'],
  ['24', 'Ambulatory surgical center'],
  ['25', 'Birthing center'],
  ['26', 'Military treatment facility'],
  ['27', 'Outreach site or street'],
  ['31', 'Skilled nursing facility'],
  ['32', 'Nursing facility'],
  ['33', 'Custodial care facility'],
  ['34', 'Hospice'],
  ['41', 'Ambulance, land'],
  ['42', 'Ambulance, air or water'],
  ['49', 'Independent clinic'],
  ['50', 'Federally qualified health center'],
  ['51', 'Inpatient psychiatric facility'],
  ['52', 'Psychiatric facility, partial hospitalization'],
  ['53', 'Community mental health center'],
  ['54', 'Intermediate care facility'],
  ['55', 'Residential substance abuse facility'],
  ['56', 'Psychiatric residential treatment center'],
  ['57', 'Non-residential substance abuse facility'],
  ['58', 'Non-residential opioid treatment facility'],
  ['60', 'Mass immunization center'],
  ['61', 'Inpatient rehabilitation facility'],
  ['62', 'Outpatient rehabilitation facility'],
  ['65', 'End-stage renal disease facility'],
  ['66', 'Program of all-inclusive care for the elderly'],
  ['71', 'Public health clinic'],
  ['72', 'Rural health clinic'],
  ['81', 'Independent laboratory'],
  ['99', 'Other place'],
]);

/** The fifty states, the district, the territories, the freely associated states, and military mail (USPS Publication 28). */
export const STATES: ReadonlySet<string> = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK ' +
    'OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI FM MH PW AA AE AP'
  ).split(' '),
);
