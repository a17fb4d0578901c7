import { rename } from 'node:fs/promises';
import type { SFTPWrapper } from 'ssh2';
import { isFileAt } from './path-requests.ts';
import type { RequestHandler, SessionContext } from './session-context.ts';
import { RefusedRequest, STATUS } from './status.ts';

/** Extensions of OpenSSH (its file PROTOCOL, section 4) with their version. */
export const EXTENSIONS = { 'posix-rename@openssh.com': '1', 'fsync@openssh.com': '1' } as const;

export type Extension = keyof typeof EXTENSIONS;

/** SSH_FXP_VERSION and its version number. */
const VERSION_PACKET = 2;
const SFTP_VERSION = 3;

/** What the library keeps to itself; a version that renames this fails the transport suite. */
interface Internals {
  _protocol: { channelData(channel: number, payload: Buffer): void };
  outgoing: { window: number };
}

/** Names extensions in the VERSION packet, which the library's server sends without any. */
export function advertise(sftp: SFTPWrapper, extensions: Readonly<Record<string, string>>): void {
  const internals = sftp as unknown as Internals;
  const protocol = internals._protocol;
  // The first thing that a server sends is the VERSION packet; what comes after it passes unseen.
  internals._protocol = Object.assign(Object.create(protocol) as Internals['_protocol'], {
    channelData(channel: number, payload: Buffer) {
      internals._protocol = protocol;
      const packet = payload[4] === VERSION_PACKET ? versionPacket(extensions) : payload;
      internals.outgoing.window -= packet.length - payload.length;
      protocol.channelData(channel, packet);
    },
  });
}

function versionPacket(extensions: Readonly<Record<string, string>>): Buffer {
  const strings = Object.entries(extensions).flat().map(lengthAndText);
  const packet = Buffer.concat([Buffer.alloc(9), ...strings]);
  packet.writeUInt32BE(packet.length - 4, 0);
  packet[4] = VERSION_PACKET;
  packet.writeUInt32BE(SFTP_VERSION, 5);
  return packet;
}

function lengthAndText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** The strings that make up an extended request's data. */
export function stringsOf(data: Buffer): Buffer[] {
  const strings: Buffer[] = [];
  for (let at = 0; at + 4 <= data.length; ) {
    const end = at + 4 + data.readUInt32BE(at);
    if (end > data.length) throw new RefusedRequest(STATUS.BAD_MESSAGE);
    strings.push(data.subarray(at + 4, end));
    at = end;
  }
  return strings;
}

/** Answers the extended requests that were advertised. */
export function extendedRequests(
  context: SessionContext,
  extensions: readonly Extension[],
): Record<string, RequestHandler> {
  const { sftp, directory, handles } = context;
  const handlers: Readonly<Record<Extension, (requestId: number, strings: Buffer[]) => Promise<void>>> = {
    async 'posix-rename@openssh.com'(requestId, [from, to]) {
      if (from === undefined || to === undefined) throw new RefusedRequest(STATUS.BAD_MESSAGE);
      const [oldName, newName] = [from.toString('utf8'), to.toString('utf8')];
      const oldPlace = await directory.locateToChange(oldName);
      const newPlace = await directory.locateToChange(newName);
      const isFile = await directory.alone(async () => {
        const isOne = await isFileAt(oldPlace);
        await rename(oldPlace, newPlace);
        return isOne;
      });
      sftp.status(requestId, STATUS.OK);
      if (isFile) context.onFileStored(directory.normalize(newName));
    },
    async 'fsync@openssh.com'(requestId, [handle]) {
      if (handle === undefined) throw new RefusedRequest(STATUS.BAD_MESSAGE);
      await handles.file(handle).file.sync();
      sftp.status(requestId, STATUS.OK);
    },
  };
  return {
    EXTENDED: async (requestId: number, name: string, data: Buffer | undefined) => {
      const isOffered = (extensions as readonly string[]).includes(name);
      if (!isOffered) throw new RefusedRequest(STATUS.OP_UNSUPPORTED);
      await handlers[name as Extension](requestId, stringsOf(data ?? Buffer.alloc(0)));
    },
  };
}
