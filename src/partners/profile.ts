import { z } from 'zod';
import { DELIVERY_MODES } from '../domain/exchange/delivery-protocol.ts';
import { answersDueSchema } from './answers-due-schema.ts';
import { delimitersSchema } from './delimiters-schema.ts';
import { eftSchema } from './eft-schema.ts';

/** A place to read a secret from, never the secret: `file:keys/password` or `env:CLEARINGHOUSE_PASSWORD`. */
const secretReference = z.string().regex(/^(file|env):.+$/, 'a secret is a reference: file:PATH or env:NAME');

const hostKey = z
  .string()
  .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'a host key is pinned as SHA256:… (what ssh-keygen -lf prints)');

const remoteDirectory = z.string().regex(/^[^\0\r\n]+$/);

const upload = z
  .strictObject({
    directory: remoteDirectory,
    /** On the same file system, and not looked at by the partner. Only ack-gated delivery does without. */
    temporaryDirectory: remoteDirectory.optional(),
    /** What delivery counts on. Left out, it is what the last `claimgate partners test` found. */
    mode: z.enum(DELIVERY_MODES).optional(),
    /** How an upload is verified before its rename: by its size, or by reading every byte back. */
    verify: z.enum(['size', 'read-back']).default('size'),
  })
  .refine(({ temporaryDirectory, mode }) => temporaryDirectory !== undefined || mode === 'ack-gated', {
    message: 'without a temporary directory the mode is ack-gated',
    path: ['temporaryDirectory'],
  });

const download = z
  .strictObject({
    directory: remoteDirectory,
    /** Suffixes of names still being written. */
    ignoreSuffixes: z.array(z.string().min(1)).default(['.tmp', '.part', '.filepart']),
    /** How long a file's size and time must stay the same before it counts as written. */
    settleSeconds: z.number().min(0).max(300).default(10),
    /** What becomes of a file that is in our archive and database. */
    after: z.enum(['leave', 'delete', 'move']).default('delete'),
    /** Where `move` puts it: on the same file system. */
    moveTo: remoteDirectory.optional(),
  })
  .refine(({ after, moveTo }) => (after === 'move') === (moveTo !== undefined), {
    message: 'moveTo belongs to after: move',
    path: ['moveTo'],
  });

/** What OpenSSH has dropped or no longer offers by itself (RFC 9142), for servers that speak nothing newer. */
const olderAlgorithms = z.strictObject({
  kex: z.array(z.enum(['diffie-hellman-group14-sha1', 'diffie-hellman-group-exchange-sha1'])).default([]),
  serverHostKey: z.array(z.enum(['ssh-rsa'])).default([]),
  cipher: z.array(z.enum(['aes128-cbc', 'aes192-cbc', 'aes256-cbc'])).default([]),
  hmac: z.array(z.enum(['hmac-sha1', 'hmac-sha1-etm@openssh.com'])).default([]),
});

const mailbox = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(22),
  username: z.string().min(1),
  auth: z.union([
    z.strictObject({ passwordRef: secretReference }),
    z.strictObject({ privateKeyRef: secretReference, passphraseRef: secretReference.optional() }),
  ]),
  /** Two pins allow a rotation. No pin, no connection. */
  hostKeySha256: z.array(hostKey).min(1).max(2),
  /** Weakens the connection; `claimgate partners test` and the log say so. */
  olderAlgorithms: olderAlgorithms.optional(),
  operationTimeoutMs: z.int().min(100).default(30_000),
  download: z.array(download).min(1),
  pollSeconds: z.int().min(1).default(900),
});

const interchangeId = z
  .string()
  .min(1)
  .max(15)
  .regex(/^[A-Z0-9 ]+$/);
const applicationId = z
  .string()
  .min(2)
  .max(15)
  .regex(/^[A-Z0-9 ]+$/);

const envelope = z.strictObject({
  senderQualifier: z.string().length(2).default('ZZ'),
  senderId: interchangeId,
  receiverQualifier: z.string().length(2).default('ZZ'),
  receiverId: interchangeId,
  /** GS02 and GS03, where they are not ISA06 and ISA08. */
  applicationSender: applicationId.optional(),
  applicationReceiver: applicationId.optional(),
  usage: z.enum(['T', 'P']),
  isTa1Requested: z.boolean().default(true),
  delimiters: delimitersSchema.prefault({}),
  lineEnd: z.enum(['', '\n', '\r\n']).default(''),
});

/** Something of a name must be left in X12's character set, whatever the delimiters are. */
const partyName = z
  .string()
  .min(1)
  .max(60)
  .regex(/[A-Za-z0-9]/);

/** NM109 of the submitter or receiver: characters that no delimiter can be. */
const partyIdentifier = z
  .string()
  .min(2)
  .max(80)
  .regex(/^[A-Za-z0-9.-]+( [A-Za-z0-9.-]+)*$/, 'letters, digits, points, dashes and single spaces');

const limits = z.strictObject({
  claimsPerSet: z.int().min(1).max(5000).default(5000),
  claimsPerInterchange: z.int().min(1).default(5000),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const identity = {
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and dashes'),
  name: z.string().min(1).max(60),
};

/** Where the partner's clocks stand: for envelope dates, file names, the day on which a claim is edited, and deadlines. */
const timeZone = z
  .string()
  .refine(isTimeZone, 'an IANA time zone such as America/New_York')
  .default('America/New_York');

/** One trading partner in one environment; test and production are two profiles. */
export const partnerProfileSchema = z
  .strictObject({
    ...identity,
    kind: z.enum(['clearinghouse', 'payer']),
    sftp: mailbox.extend({ upload }),
    /** Where its mailbox has the bank's files too. */
    eft: eftSchema.optional(),
    envelope,
    submitter: z.strictObject({
      name: partyName,
      identifier: partyIdentifier,
      contactName: partyName,
      telephone: z.string().regex(/^\d{10}$/),
    }),
    /** Loop 1000B. */
    receiver: z.strictObject({ name: partyName, identifier: partyIdentifier }),
    /** `{isa13}`, `{date}` (CCYYMMDD) and `{usage}` are filled in; `{isa13}` makes the name unique. */
    fileName: z
      .string()
      .regex(/^[A-Za-z0-9._{}-]+$/)
      .refine((template) => template.includes('{isa13}'), 'the name must hold {isa13}, which makes it unique')
      .default('837P_{date}_{isa13}.x12'),
    limits: limits.prefault({}),
    answersDue: answersDueSchema.prefault({}),
    /** Payer identifiers that go to this partner; `*` takes what no other partner names. */
    payers: z.array(z.string().min(1)).min(1),
    timeZone,
  })
  .meta({ id: 'urn:claimgate:schema:partner-profile:1', title: 'Trading partner profile' });

export type PartnerProfile = z.output<typeof partnerProfileSchema>;

/** A bank that has nothing but a mailbox, and tells in it what payers have sent. */
const bankProfileSchema = z
  .strictObject({ ...identity, kind: z.literal('bank'), sftp: mailbox, eft: eftSchema })
  .meta({ id: 'urn:claimgate:schema:bank-profile:1', title: 'Profile of a bank' });

export type BankProfile = z.output<typeof bankProfileSchema>;

/** Anybody whose mailbox is looked into. */
export const mailboxProfileSchema = z.discriminatedUnion('kind', [partnerProfileSchema, bankProfileSchema]);

export type MailboxProfile = PartnerProfile | BankProfile;

/** Whether claims go to it. */
export function takesClaims(profile: MailboxProfile): profile is PartnerProfile {
  return profile.kind !== 'bank';
}
