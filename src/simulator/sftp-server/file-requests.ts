import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import ssh2 from 'ssh2';
import { ensureFits, type GivenAttributes, permissionsOf, setAttributes } from './file-attributes.ts';
import type { OpenFile } from './open-handles.ts';
import type { RequestHandler, SessionContext } from './session-context.ts';
import { attributesOf, STATUS } from './status.ts';

const { OPEN_MODE } = ssh2.utils.sftp;

/** A client may ask for any length; more than this it gets in several answers (draft §6.4). */
const READ_BYTES_MAX = 256 * 1024;

/** The requests about open files, by their name in the protocol. */
export function fileRequests(context: SessionContext): Record<string, RequestHandler> {
  const { sftp, directory, handles } = context;
  return {
    OPEN: async (requestId: number, remotePath: string, flags: number, attributes: GivenAttributes) => {
      handles.ensureRoom();
      const place = await directory.locate(remotePath);
      const mode = permissionsOf(attributes.mode) ?? 0o644;
      // Not between a rename's look at the name and its taking it.
      const file = await directory.alone(() => open(place, openFlags(flags), mode));
      const opened: OpenFile = {
        kind: 'file',
        file,
        place,
        remotePath: directory.normalize(remotePath),
        isForWriting: (flags & OPEN_MODE.WRITE) !== 0,
        isAppending: (flags & OPEN_MODE.APPEND) !== 0,
      };
      sftp.handle(requestId, handles.add(opened));
    },
    READ: async (requestId: number, handle: Buffer, offset: number, length: number) => {
      const buffer = Buffer.allocUnsafe(Math.min(length, READ_BYTES_MAX));
      const { bytesRead } = await handles.file(handle).file.read(buffer, 0, buffer.length, offset);
      if (bytesRead === 0) sftp.status(requestId, STATUS.EOF);
      else sftp.data(requestId, buffer.subarray(0, bytesRead));
    },
    WRITE: async (requestId: number, handle: Buffer, offset: number, bytes: Buffer) => {
      const { file, isAppending } = handles.file(handle);
      const start = isAppending ? (await file.stat()).size : offset;
      ensureFits(start + bytes.length);
      let written = 0;
      while (written < bytes.length) {
        const rest = bytes.subarray(written);
        written += (await file.write(rest, 0, rest.length, start + written)).bytesWritten;
      }
      sftp.status(requestId, STATUS.OK);
    },
    CLOSE: async (requestId: number, handle: Buffer) => {
      const closed = await handles.close(handle);
      sftp.status(requestId, STATUS.OK);
      if (closed.kind === 'file' && closed.isForWriting) context.onFileStored(closed.remotePath);
    },
    FSTAT: async (requestId: number, handle: Buffer) => {
      sftp.attrs(requestId, attributesOf(await handles.file(handle).file.stat()));
    },
    FSETSTAT: async (requestId: number, handle: Buffer, attributes: GivenAttributes) => {
      await setAttributes(attributes, handles.file(handle).file);
      sftp.status(requestId, STATUS.OK);
    },
  };
}

function openFlags(flags: number): number {
  const { READ, WRITE, APPEND, CREAT, TRUNC, EXCL } = OPEN_MODE;
  const access =
    (flags & WRITE) === 0 ? constants.O_RDONLY : (flags & READ) === 0 ? constants.O_WRONLY : constants.O_RDWR;
  const bits: readonly (readonly [number, number])[] = [
    [APPEND, constants.O_APPEND],
    [CREAT, constants.O_CREAT],
    [TRUNC, constants.O_TRUNC],
    [EXCL, constants.O_EXCL],
  ];
  return bits.reduce(
    (all, [bit, own]) => ((flags & bit) === 0 ? all : all | own),
    access | constants.O_NOFOLLOW,
  );
}
