import type { Command } from 'commander';
import { startSimulator } from '../simulator/start-simulator.ts';
import type { CommandContext } from './command-context.ts';
import { Misuse } from './exit.ts';
import { stopped } from './serve.ts';

interface SimulateOptions {
  readonly directory: string;
  readonly port: string;
  readonly seed: string;
  readonly remitAfter: string;
  readonly username: string;
  readonly password: string;
}

export function addSimulateCommand(program: Command, context: CommandContext): void {
  program
    .command('simulate')
    .description('run a clearinghouse and payer behind a real SFTP server on loopback')
    .requiredOption('-d, --directory <path>', 'where its mailbox and its memory stand')
    .option('-p, --port <port>', 'port to listen on; 0 takes a free one', '0')
    .option('--seed <text>', 'the same seed and claims give the same answers', 'claimgate')
    .option('--remit-after <seconds>', 'how long the payer takes to pay', '2')
    .option('--username <name>', 'SFTP user', 'claimgate')
    .option('--password <text>', 'SFTP password: synthetic, for this simulator only', 'simulated')
    .addHelpText(
      'after',
      '\nPrints one line of JSON: port, host key fingerprint and user, for a partner profile.\n\nExample:\n  $ claimgate simulate --directory /var/tmp/payer --remit-after 10',
    )
    .action(async (options: SimulateOptions) => {
      const port = Number(options.port);
      const seconds = Number(options.remitAfter);
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        throw new Misuse('--port takes a port number');
      if (!Number.isFinite(seconds) || seconds < 0) throw new Misuse('--remit-after takes seconds');
      const simulator = await startSimulator({
        directory: options.directory,
        port,
        seed: options.seed,
        remitDelayMs: seconds * 1000,
        username: options.username,
        password: options.password,
      });
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
      await simulator.stop();
    });
}
