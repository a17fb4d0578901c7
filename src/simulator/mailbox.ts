import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Where the simulator keeps things. Trading partners see `root`, and in it nothing else. */
export interface Mailbox {
  readonly root: string;
  readonly inbound: string;
  readonly outbound: string;
  /** What the bank tells of payments (scenarios with EFT). */
  readonly bank: string;
  /** For a partner's temporary objects; the simulator never looks at it. */
  readonly uploading: string;
  /** Answers that are written and not yet promised. */
  readonly working: string;
  /** Finished remittances that wait for their time. */
  readonly pending: string;
  /** Everything that was taken from `inbound`. */
  readonly archive: string;
}

/** Makes the folders of a mailbox; all stand on one file system, so that a rename moves a file in one step. */
export function openMailbox(directory: string): Mailbox {
  const root = path.join(directory, 'mailbox');
  const mailbox: Mailbox = {
    root,
    inbound: path.join(root, 'inbound'),
    outbound: path.join(root, 'outbound'),
    bank: path.join(root, 'bank'),
    uploading: path.join(root, 'uploading'),
    working: path.join(directory, 'working'),
    pending: path.join(directory, 'pending'),
    archive: path.join(directory, 'archive'),
  };
  for (const folder of Object.values(mailbox)) mkdirSync(folder, { recursive: true });
  return mailbox;
}

/** Names of the files in a folder, in order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .toSorted();
}

/** Writes a file and waits until the disk has its bytes; its name is there for certain after `syncFolder`. */
export function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeFileSync(descriptor, text, 'latin1');
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a file so that it stands under its name whole or not at all. */
export function writeAtOnce(file: string, text: string): void {
  const unfinished = `${file}.unfinished`;
  writeDurably(unfinished, text);
  renameSync(unfinished, file);
  syncFolder(path.dirname(file));
}

/** Waits until the disk has the names in a folder: without it a power cut may undo a rename. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Moves a file unless it has been moved already; true when it moved. */
export function moveIfThere(from: string, to: string): boolean {
  if (!existsSync(from)) return false;
  renameSync(from, to);
  return true;
}
