import { expect, test } from 'vitest';
import { InterchangeChecker } from '../../../src/edi/check/interchange-checker.ts';
import type { EnvelopeHandler } from '../../../src/edi/envelope/envelope-handler.ts';
import { EnvelopeReader } from '../../../src/edi/envelope/envelope-reader.ts';
import { tellBoth } from '../../../src/edi/envelope/tell-both.ts';
import { checkText } from '../support/check-text.ts';
import { TWO_SETS } from '../support/interchange-text.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';

const TA1 = 'TA1*000000003*250101*0101*R*021~';
/** An interchange with a TA1, a fault and a segment outside. */
const FILE = `${TWO_SETS.replace('GS*', `${TA1}GS*`).replace('SE*4*', 'SE*5*')}NTE*A~`;

function listener(events: string[]): EnvelopeHandler {
  const tell =
    (name: string) =>
    (...told: unknown[]): void => {
      events.push(`${name} ${told.length}`);
    };
  return {
    interchangeOpened: tell('interchangeOpened'),
    interchangeAcknowledgment: tell('interchangeAcknowledgment'),
    groupOpened: tell('groupOpened'),
    setOpened: tell('setOpened'),
    segment: tell('segment'),
    countedSegment: tell('countedSegment'),
    setClosed: tell('setClosed'),
    groupClosed: tell('groupClosed'),
    interchangeClosed: tell('interchangeClosed'),
    problem: tell('problem'),
  };
}

function read(handler: EnvelopeHandler): void {
  const reader = new EnvelopeReader(decodeLatin1, handler);
  reader.feed(bytesOf(FILE));
  reader.finish();
}

test('two handlers hear all that one alone hears', () => {
  const [alone, one, other]: [string[], string[], string[]] = [[], [], []];
  read(listener(alone));
  read(tellBoth(listener(one), listener(other)));
  expect(new Set(alone.map((event) => event.split(' ')[0])).size).toBe(10);
  expect(one).toEqual(alone);
  expect(other).toEqual(alone);
});

test('a handler beside a checker hears every set, and the report is the same', () => {
  const heard: string[] = [];
  const checker = new InterchangeChecker(decodeLatin1, { beside: listener(heard) });
  checker.feed(bytesOf(FILE));
  expect(checker.finish()).toEqual(checkText(FILE));
  expect(heard.filter((event) => event.startsWith('setClosed'))).toHaveLength(2);
  expect(heard.filter((event) => event.startsWith('problem')).length).toBeGreaterThan(1);
});
