import type { Command } from 'commander';
import { sumCents, ZERO_CENTS } from '../../base/money.ts';
import { workRule } from '../../domain/posting/exception-code.ts';
import {
  RESOLUTION_ACTIONS,
  type ResolutionAction,
  type Resolved,
  type ResolvingRefusal,
  resolveException,
} from '../../flows/exceptions/resolve-exception.ts';
import { eftTermsOf } from '../../partners/eft-terms-of.ts';
import type { StoredWorkItem } from '../../ports/work-item-store.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure, Misuse } from '../exit.ts';
import { dollars } from '../explain/words.ts';
import type { Gateway } from '../gateway.ts';
import { readLimit } from '../limit.ts';
import { addFilterOptions, type FilterOptions, readFilter } from './exception-filter.ts';
import { addDecisionOptions, type Decision, type DecisionOptions, readDecision } from './person-decision.ts';

interface ResolveOptions extends FilterOptions, DecisionOptions {
  readonly directory: string;
  readonly as: string;
  readonly claim?: string;
  readonly all?: true;
  readonly yes?: true;
  readonly limit: string;
}

export function addResolveExceptions(exceptions: Command, context: CommandContext): void {
  const command = exceptions
    .command('resolve')
    .description(
      'decide about exceptions, each with a reason that is kept; money moves by new journal entries only',
    )
    .argument('[ids...]', 'ids, as `claimgate exceptions list` shows them; or --all')
    .requiredOption(
      '--as <action>',
      `one of ${RESOLUTION_ACTIONS.join(', ')}, where the exception allows it`,
    );
  command.option('--claim <claim>', 'with match: the claim’s id, account number or a patient control number');
  addDecisionOptions(command, context);
  addFilterOptions(
    command.option('--all', 'all open ones that the filters below leave and the action is for'),
  )
    .option('--limit <count>', 'with --all, at most this many', '10000')
    .option('--yes', 'with --all: do it, and do not only tell how many there are')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .addHelpText(
      'after',
      `
match         say which claim a claim payment belongs to (--claim)
unmatch       take a claim payment off its claim: it belongs to none, or to another one
unpost        take a claim payment out of its claim’s books; its money waits
post          post a held remittance that resembles a posted one: it is money of its own
write-off     give up what is open
bill-patient  ask the patient for what is open
accept        leave everything as it is posted

Examples:
  $ claimgate exceptions resolve ID --as match --claim RB-2026-0007 --reason "same visit, name misspelt"
  $ claimgate exceptions resolve ID --as write-off --reason "appeal was refused"
  $ claimgate exceptions resolve --all --code CO-29 --as write-off --reason "filed too late" --yes`,
    )
    .action((ids: readonly string[], options: ResolveOptions) => resolve(context, ids, options));
}

async function resolve(
  context: CommandContext,
  ids: readonly string[],
  options: ResolveOptions,
): Promise<void> {
  const action = RESOLUTION_ACTIONS.find((one) => one === options.as);
  if (action === undefined) throw new Misuse(`--as takes one of ${RESOLUTION_ACTIONS.join(', ')}`);
  const { claim } = options;
  if ((action === 'match') !== (claim !== undefined))
    throw new Misuse('match takes --claim, nothing else does');
  if (action === 'match' && options.all === true) throw new Misuse('match takes exceptions by id, not --all');
  if ((ids.length === 0) !== (options.all === true)) throw new Misuse('name exceptions by id, or take --all');
  const decision = { ...readDecision(options), ...(claim === undefined ? {} : { claim }) };
  const filter = { ...readFilter(options), limit: readLimit(options.limit) };
  const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
  try {
    if (options.all === true) {
      const items = await gateway.store.inTransaction(gateway.tenantId, ({ workItems }) =>
        workItems.list(filter),
      );
      const allowed = items.filter((item) => workRule(item)?.actions.includes(action) === true);
      context.output.data(countWords(items, allowed, action));
      if (options.yes !== true && allowed.length > 0)
        throw new CommandFailure('nothing was done; --yes does it');
      await resolveEach(gateway, context, { ids: allowed.map(({ id }) => id), action, decision });
    } else await resolveEach(gateway, context, { ids, action, decision });
  } finally {
    await gateway.close();
  }
}

function countWords(
  items: readonly StoredWorkItem[],
  allowed: readonly StoredWorkItem[],
  action: ResolutionAction,
): string {
  const total = dollars(sumCents(allowed.flatMap(({ amountCents }) => amountCents ?? [])));
  const others = items.length - allowed.length;
  return (
    `${allowed.length} exception${allowed.length === 1 ? '' : 's'} to resolve as ${action}, ${total} in all` +
    (others === 0 ? '' : `; ${others} more that ${action} is not for`)
  );
}

/** Each on its own: one that is refused keeps none of the others back. */
async function resolveEach(
  gateway: Gateway,
  { output, decode }: Pick<CommandContext, 'output' | 'decode'>,
  todo: {
    readonly ids: readonly string[];
    readonly action: ResolutionAction;
    readonly decision: Decision & { readonly claim?: string };
  },
): Promise<void> {
  const { store, archive, clock, profiles } = gateway;
  const profileOf = (partnerId: string) => gateway.profileOf(partnerId);
  const dependencies = { store, archive, clock, decode, profileOf, eft: eftTermsOf(profiles) };
  let refusedCount = 0;
  for (const workItemId of todo.ids) {
    const outcome = await resolveException(dependencies, gateway.tenantId, {
      workItemId,
      action: todo.action,
      ...todo.decision,
    });
    if (outcome.ok) output.data(`${workItemId}: ${doneWords(outcome.value, todo.action)}`);
    else {
      refusedCount++;
      output.say(`${workItemId}: ${REFUSAL_WORDS[outcome.refusal]}`);
    }
  }
  if (refusedCount > 0) throw new CommandFailure(`${refusedCount} of ${todo.ids.length} were not resolved`);
}

function doneWords({ resolutionId, movedCents, publicationId }: Resolved, action: ResolutionAction): string {
  if (action === 'post') return `posted, ${dollars(movedCents ?? ZERO_CENTS)} in transit`;
  const done = movedCents === undefined ? 'posted anew' : `${dollars(movedCents)} moved`;
  const moved = publicationId === undefined ? '' : `, ${done}`;
  return `${action}${moved}; to take it back: claimgate exceptions undo ${resolutionId}`;
}

const REFUSAL_WORDS: Readonly<Record<ResolvingRefusal, string>> = {
  'exception-not-found': 'no exception has that id',
  'not-open': 'it is closed already',
  'action-not-allowed': 'that action is not for it; `claimgate exceptions show` tells which are',
  'claim-needed': 'say which claim it is',
  'claim-not-found': 'no claim has that id or number',
  'claim-ambiguous': 'more than one claim has that number; name it by its id',
  'payment-not-found': 'its claim payment is not on file',
  'remittance-not-published': 'its remittance is held; nothing of it is posted',
  'remittance-not-found': 'its remittance is not on file',
  'proof-not-kept': 'it was held before proofs were kept; ask the payer to send it again',
  'already-so': 'that is decided already',
  'nothing-open': 'its claim’s books hold nothing of it any more',
};
