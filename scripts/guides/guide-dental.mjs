// The dental guide has no open source of facts. It is the professional guide with the differences that are listed
// here: from the 4010 dental map of pyx12 (shape of DN1, DN2, SV3, TOO), TigerShark's X224A2 and moov's 837D rules
// (usage and codes in 5010), and proven on the official examples.
import { composite, date, element, reference, segment, specialty, unused } from './guide-parts.mjs';
import { elementAt, rulesOf } from './guide-tree.mjs';

const DENTAL_REPORTS = ['B4', 'DA', 'DG', 'EB', 'OZ', 'P6', 'RB', 'RR'];
const SURFACES = ['B', 'D', 'F', 'I', 'L', 'M', 'O'];

export function composeDental(professional, { ids }) {
  const tree = structuredClone(professional);
  tree.children[0].elements[2].codes = ids;
  const loop = (id) => [...rulesOf(tree)].find(({ rule }) => rule.kind === 'loop' && rule.id === id).rule;
  changeParties(loop);
  loop('2300').children = claim(loop('2300'), loop);
  loop('2320').children = otherSubscriber(loop('2320'), loop);
  loop('2400').children = serviceLine(loop('2400'), loop);
  return tree;
}

/** The subscriber and patient carry no weight, pregnancy or telephone. */
function changeParties(loop) {
  without(loop('2000B'), 'PAT');
  without(loop('2010BA'), 'PER');
  without(loop('2010CA'), 'PER');
  const patient = segmentOf(loop('2000C'), 'PAT');
  patient.elements = [
    patient.elements[0],
    ...unused('1384', '584', '1220', '1250', '1251', '355', '81', '1073'),
  ];
}

function claim(professional, loop) {
  const take = (id, code) => segmentOf(professional, id, code);
  const clm = take('CLM');
  clm.elements[6].codes = ['A', 'C'];
  clm.elements[9] = { usage: 'N', id: '1351' };
  clm.elements[11].codes = ['01', '02', '03', '05'];
  clm.elements[18] = element('S', 'ID', 2, 2, '1383', 'Predetermination of Benefits Code', ['PB']);
  const pwk = take('PWK');
  pwk.elements[0].codes = DENTAL_REPORTS;
  const note = { ...take('NTE'), repeat: 5 };
  note.elements[0].codes = ['ADD'];
  const hcp = take('HCP');
  hcp.elements[0].codes = [
    '00',
    '01',
    '02',
    '03',
    '04',
    '05',
    '06',
    '07',
    '08',
    '09',
    '10',
    '11',
    '12',
    '13',
    '14',
  ];
  hcp.elements.splice(5, 2, ...unused('127', '782'));
  return [
    clm,
    take('DTP', '439'),
    date('Appliance Placement Date', '452', ['D8']),
    date('Service Date', '472', ['D8', 'RD8']),
    take('DTP', '050'),
    segment('DN1', 'S', 1, 'Orthodontic Total Months of Treatment', [
      element('S', 'R', 1, 15, '380', 'Orthodontic Treatment Months Count'),
      element('S', 'R', 1, 15, '380', 'Orthodontic Treatment Months Remaining Count'),
      ...unused('1073'),
      element('S', 'AN', 1, 80, '352', 'Orthodontic Treatment Indicator'),
    ]),
    segment(
      'DN2',
      'S',
      35,
      'Tooth Status',
      [
        element('R', 'AN', 1, 50, '127', 'Tooth Number'),
        element('R', 'ID', 1, 2, '1368', 'Tooth Status Code', ['E', 'M']),
        ...unused('380', '1250', '1251'),
        element('R', 'ID', 1, 3, '1270', 'Code List Qualifier Code', ['JP']),
      ],
      ['P0405'],
    ),
    pwk,
    take('CN1'),
    take('AMT'),
    reference('Predetermination Identification', 1, 'G3', 'Predetermination of Benefits Identifier'),
    ...['4N', 'F8', '9F', 'G1', '9A', '9C', 'D9'].map((code) => take('REF', code)),
    take('K3'),
    note,
    diagnoses(take('HI', 'BK')),
    hcp,
    ...providers(loop),
    loop('2320'),
    loop('2400'),
  ];
}

/** At most four diagnoses, also in the dentists' own nomenclature. */
function diagnoses(hi) {
  hi.usage = 'S';
  hi.elements[0].components[0].codes = ['ABK', 'BK', 'TQ'];
  for (const other of hi.elements.slice(1, 4)) other.components[0].codes = ['ABF', 'BF', 'TQ'];
  hi.elements = [...hi.elements.slice(0, 4), ...unused(...Array.from({ length: 8 }, () => 'C022'))];
  return hi;
}

function providers(loop) {
  const referring = loop('2310A');
  referring.children.splice(1, 0, specialty('Referring Provider Specialty Information', 'RF'));
  const facility = loop('2310C');
  without(facility, 'PER');
  const supervising = { ...loop('2310D'), id: '2310E' };
  return [referring, loop('2310B'), facility, assistantSurgeon(supervising, '2310D'), supervising];
}

/** The loop of the assistant surgeon looks like the supervising provider's, with a specialty. */
function assistantSurgeon(supervising, id) {
  const loop = JSON.parse(
    JSON.stringify(supervising).replaceAll('Supervising Provider', 'Assistant Surgeon'),
  );
  loop.id = id;
  loop.children[0].elements[0].codes = ['DD'];
  loop.children.splice(1, 0, specialty('Assistant Surgeon Specialty Information', 'AS'));
  return loop;
}

function otherSubscriber(professional, loop) {
  const take = (id, code) => segmentOf(professional, id, code);
  const insurance = take('OI');
  insurance.elements[3] = { usage: 'N', id: '1351' };
  const payer = loop('2330B');
  const controlNumber = payer.children.pop();
  payer.children.push(
    reference(
      'Other Payer Predetermination Identification',
      1,
      'G3',
      'Other Payer Predetermination Identifier',
    ),
    controlNumber,
  );
  const supervising = { ...loop('2330F'), id: '2330E' };
  const facility = { ...loop('2330E'), id: '2330G' };
  segmentOf(facility, 'REF').elements[0].codes = ['0B', 'G2', 'LU'];
  const surgeon = JSON.parse(
    JSON.stringify(supervising).replaceAll('Supervising Provider', 'Assistant Surgeon'),
  );
  surgeon.id = '2330H';
  surgeon.children[0].elements[0].codes = ['DD'];
  return [
    take('SBR'),
    take('CAS'),
    take('AMT', 'D'),
    take('AMT', 'EAF'),
    take('AMT', 'A8'),
    insurance,
    take('MOA'),
    loop('2330A'),
    payer,
    loop('2330C'),
    loop('2330D'),
    supervising,
    { ...loop('2330G'), id: '2330F' },
    facility,
    surgeon,
  ];
}

function serviceLine(professional, loop) {
  const take = (id, code) => segmentOf(professional, id, code);
  const hcp = take('HCP');
  hcp.elements.splice(5, 3, ...unused('127', '782', '234'));
  hcp.elements[8].codes = ['AD'];
  hcp.elements[10].codes = ['UN'];
  const predetermination = structuredClone(take('REF', 'G1'));
  predetermination.name = 'Service Predetermination Identification';
  predetermination.elements[0].codes = ['G3'];
  predetermination.elements[1].name = 'Predetermination of Benefits Identifier';
  const rendering = loop('2420A');
  const supervising = { ...loop('2420D'), id: '2420C' };
  const facility = { ...loop('2420C'), id: '2420D' };
  return [
    take('LX'),
    dentalService(take('SV1')),
    toothInformation(),
    date('Service Date', '472', ['D8']),
    date('Prior Placement Date', ['139', '441'], ['D8']),
    date('Appliance Placement Date', '452', ['D8']),
    date('Replacement Date', '446', ['D8']),
    date('Treatment Start Date', '196', ['D8']),
    date('Treatment Completion Date', '198', ['D8']),
    take('CN1'),
    predetermination,
    ...['G1', '6R', '9B', '9D', '9F'].map((code) => take('REF', code)),
    take('AMT', 'T'),
    take('K3'),
    hcp,
    rendering,
    assistantSurgeon(supervising, '2420B'),
    supervising,
    facility,
    adjudication(loop('2430')),
  ];
}

function dentalService(professional) {
  const [procedure, charge, , , place, , pointer] = professional.elements;
  procedure.components[0].codes = ['AD'];
  pointer.usage = 'S';
  return segment(
    'SV3',
    'R',
    1,
    'Dental Service',
    [
      procedure,
      charge,
      place,
      composite('S', 'C006', 'Oral Cavity Designation', [
        cavity('R'),
        ...[2, 3, 4, 5].map(() => cavity('S')),
      ]),
      element('S', 'ID', 1, 1, '1358', 'Prosthesis, Crown, or Inlay Code', ['I', 'R']),
      element('S', 'R', 1, 15, '380', 'Procedure Count'),
      ...unused('352', '1327', '1360', '1073'),
      pointer,
    ],
    [],
  );
}

function toothInformation() {
  return segment(
    'TOO',
    'S',
    32,
    'Tooth Information',
    [
      element('R', 'ID', 1, 3, '1270', 'Code List Qualifier Code', ['JP']),
      element('S', 'AN', 1, 30, '1271', 'Tooth Code'),
      composite('S', 'C005', 'Tooth Surface', [surface('R'), ...[2, 3, 4, 5].map(() => surface('S'))]),
    ],
    ['P0102'],
  );
}

function cavity(usage) {
  return element(usage, 'ID', 1, 3, '1361', 'Oral Cavity Designation Code');
}

function surface(usage) {
  return element(usage, 'ID', 1, 2, '1369', 'Tooth Surface Code', SURFACES);
}

function adjudication(loop) {
  segmentOf(loop, 'SVD').elements[2].components[0].codes = ['AD', 'ER'];
  return loop;
}

function segmentOf(loop, id, code) {
  const found = loop.children.find(
    (child) =>
      child.kind === 'segment' &&
      child.id === id &&
      (code === undefined || ['1', '1-1'].some((place) => elementAt(child, place)?.codes?.includes(code))),
  );
  if (found === undefined) throw new Error(`the professional guide has no ${id} ${code ?? ''} in ${loop.id}`);
  return found;
}

function without(loop, id) {
  const index = loop.children.findIndex((child) => child.kind === 'segment' && child.id === id);
  if (index < 0) throw new Error(`the professional guide has no ${id} in ${loop.id}`);
  loop.children.splice(index, 1);
}
