// Every way in which a file of a stranger is read, by name. Each must come to an end and throw nothing.

import { decode } from '../bench/built-core.mjs';

/** Modules of `src`, or of the build, that the readers are taken from. */
export const CORE_MODULES = {
  copy: 'edi/syntax/copy',
  json: 'edi/json',
  inspect: 'edi/inspect',
  check: 'edi/check/interchange-checker',
  codes: 'edi/codes/code-sets',
  answer: 'edi/acknowledgment/answer-report',
  acknowledgment: 'edi/acknowledgment/read-acknowledgment',
  envelope: 'edi/envelope/envelope-reader',
  ta1: 'translate/interchange-acknowledgment-ta1',
  response: 'translate/implementation-acknowledgment-999',
  status: 'translate/claim-acknowledgment-277ca',
  claims: 'translate/claim-837p/claim-reader-837p',
  remittance: 'translate/remittance-835',
  balance: 'domain/remittance/balance',
};

const ANSWER = {
  date: '20250316',
  time: '0920',
  firstControlNumber: 503,
  firstGroupNumber: 503,
  isTa1Only: false,
  lineEnd: '\n',
};

/** Faults that an answer of ours must not have, whatever it answers to. */
const TORN = /^file\.|-mismatch$|-missing$|outside-envelope$/;

export function readersOf(core) {
  return {
    'write what was read': (bytes) => {
      const copy = core.copy.writeFileCopy(core.copy.copyFile(decode, bytes));
      if (copy !== bytes.latin1Slice(0, bytes.length)) throw new Error('the copy is another file');
    },
    json: (bytes) => JSON.stringify(core.json.fileToJson(decode, bytes)),
    inspect: (bytes) => {
      const inspector = new core.inspect.InterchangeInspector(decode);
      inspector.feed(bytes);
      inspector.finish();
    },
    'check and answer': (bytes) => {
      for (const { text } of core.answer.answerReport(check(core, bytes), ANSWER)) {
        const { problems, interchanges } = check(core, Buffer.from(text, 'latin1'));
        const groups = interchanges.flatMap((one) => one.groups);
        const found = [problems, ...[...interchanges, ...groups].map((one) => one.problems)].flat();
        const torn = found.find(({ code }) => TORN.test(code));
        if (torn !== undefined) throw new Error(`our own answer has ${torn.code}`);
      }
    },
    'read an acknowledgment': (bytes) => core.acknowledgment.readAcknowledgment(bytes, decode),
    translate: (bytes) => translate(core, bytes),
  };
}

function check(core, bytes) {
  const checker = new core.check.InterchangeChecker(decode, { codeSets: core.codes.shippedCodeSets() });
  checker.feed(bytes);
  return checker.finish();
}

/** Every translator reads every set, whatever it says it is. */
function translate(core, bytes) {
  let open = [];
  const reader = new core.envelope.EnvelopeReader(decode, {
    interchangeAcknowledgment: (segment, place) => core.ta1.readInterchangeAcknowledgment(segment, place),
    setOpened: () => {
      open = [
        new core.remittance.RemittanceReader(),
        new core.claims.ClaimReader837p(
          () => undefined,
          () => undefined,
        ),
        new core.response.ImplementationAcknowledgmentReader(),
        new core.status.ClaimAcknowledgmentReader({ claim: () => undefined }),
      ];
    },
    segment: (segment, place) => {
      const [remittance, claims, ...others] = open;
      remittance.segment(segment, place.segmentOrdinal, place);
      claims.segment(segment, place.segmentOrdinal, place);
      for (const each of others) each.segment(segment, place);
    },
    setClosed: () => {
      const [remittance, ...others] = open;
      core.balance.proveBalance(remittance.finish());
      for (const each of others) each.finish();
    },
  });
  reader.feed(bytes);
  reader.finish();
}
