import type { Command } from 'commander';
import { type Cents, printCents } from '../base/money.ts';
import { type CheckedRemittance, remittancesNamed, verifyRemittance } from '../flows/verify-remittance.ts';
import type { ProofDifference } from '../proof/proof-sums.ts';
import { type VerifiedProof, verifyProof } from '../proof/verify-proof.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure, Misuse } from './exit.ts';
import type { Gateway } from './gateway.ts';
import { printable } from './output.ts';

interface VerifyOptions {
  readonly directory: string;
  readonly all?: true;
  readonly file?: string;
  readonly against?: string;
  readonly json?: true;
}

export function addProofCommand(program: Command, context: CommandContext): void {
  program
    .command('proof')
    .description('the proofs that remittances balance')
    .command('verify')
    .description(
      'check stored proofs against the archived files, with a reader that shares nothing with posting',
    )
    .argument('[remittance...]', 'remittance ids or trace numbers')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--all', 'every remittance')
    .option('--file <proof>', 'a proof in a file of its own; needs no working directory')
    .option('--against <x12>', 'the 835 that it is about')
    .option('--json', 'print NDJSON; amounts in cents')
    .addHelpText(
      'after',
      '\nEach amount is compared with the bytes that the proof names, each equation is computed anew, totals and hashes are\n' +
        'compared, and no CLP, SVC, CAS or PLB segment may be left out.\n' +
        '\nExit code: 0 every proof holds, 1 one does not, 2 misuse.\n\nExamples:\n  $ claimgate proof verify --all\n' +
        '  $ claimgate proof verify --file remittance.proof --against remittance.835',
    )
    .action(async (references: readonly string[], options: VerifyOptions) => {
      if (options.file !== undefined || options.against !== undefined) {
        return await verifyFiles(context, references, options);
      }
      if ((references.length === 0) === (options.all === undefined)) {
        throw new Misuse('name remittances, or all of them with --all');
      }
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        await verifyStored(context, gateway, { references, isJson: options.json === true });
      } finally {
        await gateway.close();
      }
    });
}

async function verifyFiles(
  context: CommandContext,
  references: readonly string[],
  { all, file, against, json }: VerifyOptions,
): Promise<void> {
  if (file === undefined || against === undefined || references.length > 0 || all !== undefined) {
    throw new Misuse('--file and --against go together, and alone');
  }
  const verdict = await verifyProof(context.readInput(file), context.readInput(against));
  if (json) context.output.data(JSON.stringify(verdict));
  if (!verdict.ok)
    throw new CommandFailure(json ? '' : `the proof does not hold: ${verdict.refusal.message}`);
  if (!json) context.output.data(`the proof holds: ${proofWords(verdict.value)}`);
}

async function verifyStored(
  { output }: CommandContext,
  { store, archive, tenantId }: Gateway,
  { references, isJson }: { readonly references: readonly string[]; readonly isJson: boolean },
): Promise<void> {
  let heldCount = 0;
  let faultCount = 0;
  for (const reference of references.length === 0 ? [undefined] : references) {
    let hasOne = reference === undefined;
    for await (const remittance of remittancesNamed(store, tenantId, reference)) {
      hasOne = true;
      const checked = await verifyRemittance(archive, remittance);
      const isFault = checked.verdict !== 'held-without-proof' && !checked.verdict.ok;
      if (isFault) faultCount++;
      else heldCount++;
      output.data(isJson ? checkedJson(checked) : printable(checkedLine(checked)));
    }
    if (!hasOne) throw new CommandFailure('no remittance has that id or trace number');
  }
  if (faultCount > 0) throw new CommandFailure(`${faultCount} of ${faultCount + heldCount} do not hold`);
}

function checkedJson({ remittance, verdict }: CheckedRemittance): string {
  const { id, traceNumber, state, proofSha256 } = remittance;
  return JSON.stringify({ remittanceId: id, traceNumber, state, proofSha256, verdict });
}

function checkedLine({ remittance, verdict }: CheckedRemittance): string {
  const { id, traceNumber, state } = remittance;
  return `${id.slice(0, 16)}  ${traceNumber}  ${state}  ${verdictWords(verdict)}`;
}

function verdictWords(verdict: CheckedRemittance['verdict']): string {
  if (verdict === 'held-without-proof') return 'no proof: something in it could not be read';
  return verdict.ok ? `holds: ${proofWords(verdict.value)}` : `DOES NOT HOLD: ${verdict.refusal.message}`;
}

/** What was proven; of a remittance that does not balance, by how much and where first. */
function proofWords({ trailer, differences }: VerifiedProof): string {
  const { segments, payment } = trailer;
  const what =
    `${counted(segments.CLP, 'claim payment')}, ${counted(segments.SVC, 'service line')}, ` +
    `${counted(segments.CAS + segments.PLB, 'adjustment segment')}, payment ${printCents(payment)}`;
  const [first] = differences;
  if (first === undefined) return `${what}, balanced`;
  return `${what}, out of balance by ${printCents(first.cents as Cents)} at ${placeWords(first)}`;
}

function placeWords({ claim, service }: ProofDifference): string {
  if (claim === undefined) return 'the transaction';
  return service === undefined
    ? `claim payment ${claim}`
    : `service line ${service} of claim payment ${claim}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
