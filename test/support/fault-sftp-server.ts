import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { KexAlgorithm, SFTPWrapper } from 'ssh2';
import ssh2 from 'ssh2';
import {
  advertise,
  EXTENSIONS,
  type Extension,
  stringsOf,
} from '../../src/simulator/sftp-server/extensions.ts';
import { generateHostKey, hostKeyFingerprint } from '../../src/simulator/sftp-server/host-key.ts';

const { STATUS_CODE, OPEN_MODE } = ssh2.utils.sftp;

export type FaultyOperation =
  | 'open'
  | 'write'
  | 'read'
  | 'close'
  | 'fstat'
  | 'lstat'
  | 'rename'
  | 'fsync'
  | 'setstat'
  | 'remove'
  | 'opendir'
  | 'readdir';

/**
 * What goes wrong instead of the right answer. `swallow`: no answer ever. `black-hole`: from here on nothing comes from
 * this connection at all. `reset`: it dies with an RST; `close`: with a FIN. `reset-after`: the operation takes effect
 * and its answer is lost. A number is answered as status code.
 */
export type Fault = 'swallow' | 'black-hole' | 'reset' | 'close' | 'reset-after' | 'lie' | number;

export interface FaultContext {
  /** 1 for the first request of this kind since the server started. */
  readonly ordinal: number;
  readonly path: string;
}

export interface FaultSftpServer {
  readonly port: number;
  readonly hostKeySha256: string;
  readonly files: Map<string, Buffer>;
  /** Every request, as `rename /a /b`. */
  readonly requests: string[];
  /** User names that tried to authenticate. */
  readonly authentications: string[];
  /** Set at any time; an operation without a fault is served rightly. */
  fault(operation: FaultyOperation, decide: (context: FaultContext) => Fault | undefined): void;
  /** Answers the operation rightly, so much later. */
  delay(operation: FaultyOperation, delayMs: number): void;
  stop(): Promise<void>;
}

interface Handle {
  readonly path: string;
  isListed: boolean;
}

/** An SFTP server over a map of files, whose every answer can be made to go wrong. */
export async function startFaultSftpServer(
  options: {
    files?: Readonly<Record<string, string | Uint8Array>>;
    kex?: KexAlgorithm[];
    extensions?: readonly Extension[];
  } = {},
): Promise<FaultSftpServer> {
  const files = new Map(
    Object.entries(options.files ?? {}).map(([path, content]) => [path, Buffer.from(content as string)]),
  );
  const hostKey = generateHostKey();
  const requests: string[] = [];
  const authentications: string[] = [];
  const faults = new Map<FaultyOperation, (context: FaultContext) => Fault | undefined>();
  const ordinals = new Map<FaultyOperation, number>();
  const delays = new Map<FaultyOperation, number>();
  const sockets = new Set<Socket>();
  const algorithms = options.kex === undefined ? {} : { algorithms: { kex: options.kex } };

  const extensions = options.extensions ?? (Object.keys(EXTENSIONS) as Extension[]);

  function serve(sftp: SFTPWrapper, socket: Socket): void {
    advertise(sftp, Object.fromEntries(extensions.map((name) => [name, EXTENSIONS[name]])));
    const handles = new Map<number, Handle>();
    let lastHandle = 0;

    function opened(path: string): Buffer {
      handles.set(++lastHandle, { path, isListed: false });
      const handle = Buffer.alloc(4);
      handle.writeUInt32BE(lastHandle);
      return handle;
    }
    function handleOf(handle: Buffer): Handle {
      const found = handles.get(handle.readUInt32BE(0));
      if (found === undefined) throw new Error('the client used a handle that was never given out');
      return found;
    }

    /** Runs the effect and its answer, unless a fault was planted. */
    function on(
      operation: FaultyOperation,
      request: { id: number; path: string; note?: string },
      work: (lie: boolean) => () => void,
    ): void {
      const ordinal = (ordinals.get(operation) ?? 0) + 1;
      ordinals.set(operation, ordinal);
      requests.push(request.note ?? `${operation} ${request.path}`);
      const fault = faults.get(operation)?.({ ordinal, path: request.path });
      if (fault === 'swallow') return;
      if (fault === 'black-hole') return void socket.pause();
      if (fault === 'reset') return void socket.resetAndDestroy();
      if (fault === 'close') return void socket.destroy();
      if (typeof fault === 'number') return sftp.status(request.id, fault, 'planted by /the/test');
      const answer = work(fault === 'lie');
      if (fault === 'reset-after') return void socket.resetAndDestroy();
      const delayMs = delays.get(operation);
      if (delayMs === undefined) answer();
      else setTimeout(answer, delayMs);
    }
    const status = (id: number, code: number) => (): void => sftp.status(id, code, 'said of /some/path');

    sftp.on('OPEN', (id, path, flags) =>
      on('open', { id, path }, () => {
        const isWrite = (flags & OPEN_MODE.WRITE) !== 0;
        if (!isWrite && !files.has(path)) return status(id, STATUS_CODE.NO_SUCH_FILE);
        if (isWrite && (flags & OPEN_MODE.EXCL) !== 0 && files.has(path))
          return status(id, STATUS_CODE.FAILURE);
        if (isWrite) files.set(path, Buffer.alloc(0));
        const handle = opened(path);
        return () => sftp.handle(id, handle);
      }),
    );
    // A lying WRITE says OK and stores nothing.
    sftp.on('WRITE', (id, handle, offset, bytes) =>
      on('write', { id, path: handleOf(handle).path }, (lie) => {
        const { path } = handleOf(handle);
        const old = files.get(path) ?? Buffer.alloc(0);
        if (!lie) {
          const grown = Buffer.alloc(Math.max(old.length, offset + bytes.length));
          old.copy(grown);
          bytes.copy(grown, offset);
          files.set(path, grown);
        }
        return status(id, STATUS_CODE.OK);
      }),
    );
    // A lying READ says that the file ends here.
    sftp.on('READ', (id, handle, offset, length) =>
      on('read', { id, path: handleOf(handle).path }, (lie) => {
        const bytes = files.get(handleOf(handle).path) ?? Buffer.alloc(0);
        if (lie || offset >= bytes.length) return status(id, STATUS_CODE.EOF);
        return () => sftp.data(id, bytes.subarray(offset, offset + Math.min(length, 32_768)));
      }),
    );
    sftp.on('CLOSE', (id, handle) =>
      on('close', { id, path: handleOf(handle).path }, () => status(id, STATUS_CODE.OK)),
    );
    sftp.on('FSETSTAT', (id, handle) =>
      on('setstat', { id, path: handleOf(handle).path }, () => status(id, STATUS_CODE.OK)),
    );
    sftp.on('SETSTAT', (id, path) => on('setstat', { id, path }, () => status(id, STATUS_CODE.OK)));
    sftp.on('FSTAT', (id, handle) =>
      on('fstat', { id, path: handleOf(handle).path }, () => {
        const { path } = handleOf(handle);
        return () => sftp.attrs(id, attributesOf(files.get(path)));
      }),
    );
    sftp.on('LSTAT', (id, path) =>
      on('lstat', { id, path }, (lie) =>
        files.has(path)
          ? () => sftp.attrs(id, attributesOf(files.get(path)?.subarray(lie ? 1 : 0)))
          : status(id, STATUS_CODE.NO_SUCH_FILE),
      ),
    );
    // A lying RENAME answers FAILURE though it did its work.
    sftp.on('RENAME', (id, from, to) =>
      on('rename', { id, path: from, note: `rename ${from} ${to}` }, (lie) => {
        const bytes = files.get(from);
        if (bytes === undefined) return status(id, STATUS_CODE.NO_SUCH_FILE);
        if (files.has(to)) return status(id, STATUS_CODE.FAILURE);
        files.set(to, bytes);
        files.delete(from);
        return status(id, lie ? STATUS_CODE.FAILURE : STATUS_CODE.OK);
      }),
    );
    sftp.on('EXTENDED', (id: number, name: string, data: Buffer) => {
      if (!(extensions as readonly string[]).includes(name)) return status(id, STATUS_CODE.OP_UNSUPPORTED)();
      const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = stringsOf(data);
      if (name === 'fsync@openssh.com') {
        const { path } = handleOf(first);
        return on('fsync', { id, path }, () => status(id, STATUS_CODE.OK));
      }
      const [from, to] = [first.toString('utf8'), second.toString('utf8')];
      return on('rename', { id, path: from, note: `posix-rename ${from} ${to}` }, (lie) => {
        const bytes = files.get(from);
        if (bytes === undefined) return status(id, STATUS_CODE.NO_SUCH_FILE);
        files.set(to, bytes);
        files.delete(from);
        return status(id, lie ? STATUS_CODE.FAILURE : STATUS_CODE.OK);
      });
    });
    sftp.on('REMOVE', (id, path) =>
      on('remove', { id, path }, () =>
        status(id, files.delete(path) ? STATUS_CODE.OK : STATUS_CODE.NO_SUCH_FILE),
      ),
    );
    sftp.on('OPENDIR', (id, path) =>
      on('opendir', { id, path }, () => {
        const handle = opened(path);
        return () => sftp.handle(id, handle);
      }),
    );
    sftp.on('READDIR', (id, handle) =>
      on('readdir', { id, path: handleOf(handle).path }, () => {
        const directory = handleOf(handle);
        const prefix = directory.path === '/' ? '/' : `${directory.path}/`;
        const paths = [...files.keys()].filter((path) => path.startsWith(prefix));
        if (directory.isListed || paths.length === 0) return status(id, STATUS_CODE.EOF);
        directory.isListed = true;
        // Names are given as they stand after the directory, slashes and all, as a malicious server would.
        const names = paths.map((path) => {
          const filename = path.slice(prefix.length);
          return {
            filename,
            longname: `-rw-r--r-- 1 0 0 1 Jan 1 00:00 ${filename}`,
            attrs: attributesOf(files.get(path)),
          };
        });
        return () => sftp.name(id, names);
      }),
    );
  }

  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const ssh = new ssh2.Server({ hostKeys: [hostKey], ...algorithms }, (connection) => {
      connection.on('error', () => undefined);
      connection.on('authentication', (context) => {
        authentications.push(context.username);
        if (context.method === 'password' && context.password === 'right') context.accept();
        else context.reject(['password']);
      });
      connection.on('session', (accept) => {
        accept().on('sftp', (acceptSftp) => serve(acceptSftp(), socket));
      });
    });
    ssh.injectSocket(socket);
  });
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (listener.address() as AddressInfo).port,
    hostKeySha256: hostKeyFingerprint(hostKey),
    files,
    requests,
    authentications,
    fault: (operation, decide) => void faults.set(operation, decide),
    delay: (operation, delayMs) => void delays.set(operation, delayMs),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        listener.close(() => resolve());
      });
    },
  };
}

function attributesOf(bytes: Uint8Array | undefined) {
  return { mode: 0o100644, uid: 0, gid: 0, size: bytes?.length ?? 0, atime: 1, mtime: 1 };
}
