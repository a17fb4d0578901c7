// Segments and elements as the corrections and the dental guide write them.

export function specialty(name, code) {
  return segment(
    'PRV',
    'S',
    1,
    name,
    [
      element('R', 'ID', 1, 3, '1221', 'Provider Code', [code]),
      element('R', 'ID', 2, 3, '128', 'Reference Identification Qualifier', ['PXC']),
      element('R', 'AN', 1, 50, '127', 'Provider Taxonomy Code'),
      ...unused('156', 'C035', '1223'),
    ],
    ['P0203'],
  );
}

export function reference(name, repeat, code, identifier) {
  return segment(
    'REF',
    'S',
    repeat,
    name,
    [
      element('R', 'ID', 2, 3, '128', 'Reference Identification Qualifier', [code]),
      element('R', 'AN', 1, 50, '127', identifier),
      ...unused('352', 'C040'),
    ],
    ['R0203'],
  );
}

export function date(name, codes, formats) {
  return segment('DTP', 'S', 1, name, [
    element('R', 'ID', 3, 3, '374', 'Date/Time Qualifier', [codes].flat()),
    element('R', 'ID', 2, 3, '1250', 'Date Time Period Format Qualifier', formats),
    element('R', 'AN', 1, 35, '1251', name),
  ]);
}

export function segment(id, usage, repeat, name, elements, notes = []) {
  return { kind: 'segment', id, name, usage, repeat, notes, elements };
}

export function element(usage, type, min, max, id, name, codes) {
  return { usage, id, name, type, min, max, repeat: 1, ...(codes ? { codes } : {}) };
}

export function composite(usage, id, name, components) {
  return { usage, id, name, repeat: 1, notes: [], components };
}

export function unused(...ids) {
  return ids.map((id) => ({ usage: 'N', id }));
}
