import { closeSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Awaited<ReturnType<NodeFS['init']>>['emscriptenOpts'];
type PreRun = NonNullable<EmscriptenOptions['preRun']>[number];
type Module = Parameters<PreRun>[0];

/** What a `FileSystemType` of Emscripten has and its type definitions leave out. */
interface NodeFileSystem {
  readonly stream_ops?: { fsync?: (stream: OpenStream) => number };
  realPath(node: unknown): string;
}

interface OpenStream {
  /** The descriptor of the real file; directories have none. */
  readonly nfd?: number;
  readonly node: unknown;
}

/** WASI's number for EIO, by which PostgreSQL learns that its data may not be on disk; it then stops. */
const EIO = 29;

/**
 * The directory under an embedded PostgreSQL, with an fsync that reaches the disk. As PGlite ships it, `fsync` in
 * the database is a call that does nothing, and a power cut takes every commit with it.
 */
export class SyncingFileSystem extends NodeFS {
  /** Called when PostgreSQL panics, as it does where the disk fails it. Inside PGlite the call would never return. */
  onPanic: () => void = () => undefined;
  #fsyncCount = 0;

  get fsyncCount(): number {
    return this.#fsyncCount;
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const hook: PreRun = (module) => this.#hook(module);
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...(emscriptenOpts.preRun ?? []), hook],
        onAbort: () => this.onPanic(),
      },
    };
  }

  #hook(module: Module): void {
    const fileSystem = module.NODEFS as unknown as NodeFileSystem;
    // Where PGlite changed inside, nothing is counted and the database is not opened.
    if (fileSystem.stream_ops === undefined) return;
    fileSystem.stream_ops.fsync = (stream) => {
      try {
        if (stream.nfd === undefined) syncByPath(fileSystem.realPath(stream.node));
        else fsyncSync(stream.nfd);
        this.#fsyncCount++;
        return 0;
      } catch {
        return EIO;
      }
    };
  }
}

/** Brings a file, or the names in a directory, to the disk. */
export function syncByPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
