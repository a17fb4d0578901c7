// One scenario from its claims to its books, compared with what was worked out by hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { differencesOf } from './differences.mjs';
import { foundIn } from './found.mjs';
import { openExchange } from './gateway.mjs';

const SAMPLES = new URL('../../samples/scenarios/', import.meta.url).pathname;

/** Days that go by at most, and after the last file that came. */
const DAYS_MAX = 400;

/** Names of the scenarios, in order: those that are in the simulator's language. */
export function scenarioNames() {
  return readdirSync(SAMPLES)
    .filter((name) => existsSync(path.join(SAMPLES, name, 'scenario.yaml')))
    .toSorted();
}

/** Runs a scenario as a tenant of its own. Gives the differences, none where the books are as expected. */
export async function runScenario(modules, { store, archive, name, tenantId = name }) {
  const folder = path.join(SAMPLES, name);
  const expected = parse(readFileSync(path.join(folder, 'expected.yaml'), 'utf8'), { schema: 'failsafe' });
  const { partner, eft, days, claims: files = ['claims.ndjson'], refused = '0', ...books } = expected;
  const exchange = await openExchange(modules, {
    store,
    archive,
    tenantId,
    scenario: scenarioOf(modules, folder),
    partner: partner === undefined ? {} : inNumbers(partner),
    ...(eft === undefined ? {} : { eft: inNumbers(eft) }),
  });
  try {
    const outcomes = [];
    for (const file of files)
      outcomes.push(...(await exchange.accept(readFileSync(path.join(folder, file)))));
    const refusals = outcomes.filter(({ outcome }) => outcome === 'refused');
    if (refusals.length !== Number(refused)) {
      return [`${refusals.length} claims are refused: ${JSON.stringify(refusals.map((one) => one.errors))}`];
    }
    await letDaysGoBy(exchange, Number(days ?? 0));
    return differencesOf(books, await foundIn(modules, exchange));
  } finally {
    await exchange.close();
  }
}

function scenarioOf(modules, folder) {
  const read = modules.scenario.readScenario(readFileSync(path.join(folder, 'scenario.yaml'), 'utf8'));
  if (read.ok) return read.value;
  const problems = read.refusal.map(({ line, pointer, message }) => `${line}: ${pointer} ${message}`);
  throw new Error(`${folder}/scenario.yaml ${problems.join('; ')}`);
}

/** Until the payer has nothing more to say, and for as many days as are asked for. */
async function letDaysGoBy(exchange, days) {
  await exchange.work();
  await exchange.simulator.answered();
  for (let day = 0; ; day++) {
    await exchange.collect();
    await exchange.work();
    await exchange.findUnpairedPayments();
    if (exchange.simulator.pendingCount === 0 && day >= days) break;
    if (day === DAYS_MAX) throw new Error('the exchange does not come to an end');
    exchange.clock.advance();
  }
  await exchange.findLateAnswers();
}

/** YAML is read as text throughout; a profile has numbers. */
function inNumbers(value) {
  if (typeof value === 'string') return /^\d+$/.test(value) ? Number(value) : value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inNumbers(part)]));
}
