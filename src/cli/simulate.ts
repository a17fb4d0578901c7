import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readScenario } from '../simulator/scenario/read-scenario.ts';
import type { Scenario } from '../simulator/scenario/scenario-schema.ts';
import { VirtualClock } from '../simulator/scenario/virtual-clock.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../simulator/start-simulator.ts';
import type { CommandContext } from './command-context.ts';
import { Misuse } from './exit.ts';
import { stopped } from './serve.ts';

interface SimulateOptions {
  readonly directory: string;
  readonly port: string;
  readonly seed?: string;
  readonly remitAfter: string;
  readonly scenario?: string;
  readonly clock: string;
  readonly day: string;
  readonly username: string;
  readonly password: string;
}

export function addSimulateCommand(program: Command, context: CommandContext): void {
  program
    .command('simulate')
    .description('run a clearinghouse and payer behind a real SFTP server on loopback')
    .requiredOption('-d, --directory <path>', 'where its mailbox and its memory stand')
    .option('-p, --port <port>', 'port to listen on; 0 takes a free one', '0')
    .option('--seed <text>', 'the same seed and claims give the same answers (default: "claimgate")')
    .option('--remit-after <seconds>', 'how long the payer takes to pay, without a scenario', '2')
    .option('--scenario <file>', 'what the payer does, in YAML (docs/scenarios.md)')
    .option('--clock <kind>', 'of a scenario: virtual, which waits for the first file, or real', 'virtual')
    .option('--day <seconds>', 'how long a day of the virtual clock takes', '2')
    .option('--username <name>', 'SFTP user', 'claimgate')
    .option('--password <text>', 'SFTP password: synthetic, for this simulator only', 'simulated')
    .addHelpText(
      'after',
      '\nPrints one line of JSON: port, host key fingerprint and user, for a partner profile.\n\nExamples:\n  $ claimgate simulate --directory /var/tmp/payer --remit-after 10\n  $ claimgate simulate --directory /var/tmp/payer --scenario denial.yaml --day 5',
    )
    .action(async (options: SimulateOptions) => {
      const port = Number(options.port);
      const seconds = Number(options.remitAfter);
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        throw new Misuse('--port takes a port number');
      if (!Number.isFinite(seconds) || seconds < 0) throw new Misuse('--remit-after takes seconds');
      const { terms, started } = scenarioTerms(options);
      const simulator = await startSimulator({
        directory: options.directory,
        port,
        remitDelayMs: seconds * 1000,
        username: options.username,
        password: options.password,
        ...(options.seed === undefined ? {} : { seed: options.seed }),
        ...terms,
      });
      const stopDays = started(simulator);
      context.output.data(
        JSON.stringify({
          host: '127.0.0.1',
          port: simulator.port,
          hostKeySha256: simulator.hostKeySha256,
          username: options.username,
        }),
      );
      context.output.say('the simulator answers; stop it with Ctrl-C');
      await stopped(context.stopSignal);
      stopDays();
      await simulator.stop();
    });
}

interface ScenarioTerms {
  readonly terms: Pick<SimulatorOptions, 'scenario' | 'clock'>;
  /** Lets the days go by; gives what ends it. */
  readonly started: (simulator: Simulator) => () => void;
}

function scenarioTerms({ scenario: file, clock, day, seed }: SimulateOptions): ScenarioTerms {
  const seconds = Number(day);
  if (clock !== 'virtual' && clock !== 'real') throw new Misuse('--clock is virtual or real');
  if (!Number.isFinite(seconds) || seconds <= 0) throw new Misuse('--day takes seconds');
  if (file === undefined) return { terms: {}, started: () => () => undefined };
  const read = scenarioIn(file);
  const scenario = seed === undefined ? read : { ...read, seed };
  if (clock === 'real') return { terms: { scenario }, started: () => () => undefined };
  const days = new VirtualClock(scenario.start);
  return {
    terms: { scenario, clock: days.now },
    started(simulator) {
      if (simulator.lastTakenAt !== undefined) days.resumeAt(simulator.lastTakenAt);
      days.onAdvance(() => simulator.publishDue());
      // Day 0 is that of the first file, however long it takes to come.
      const timer = setInterval(() => {
        if (simulator.lastTakenAt !== undefined) days.advance();
      }, seconds * 1000);
      return () => clearInterval(timer);
    },
  };
}

function scenarioIn(file: string): Scenario {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Misuse(`${file} cannot be read`);
  }
  const read = readScenario(text);
  if (read.ok) return read.value;
  const lines = read.refusal.map(({ line, pointer, message }) => `${file}:${line} ${pointer} ${message}`);
  throw new Misuse(lines.join('\n'));
}
