/** Where a command speaks: data to stdout, everything meant for the person to stderr (clig.dev). */
export interface Output {
  /** One line of data. */
  data(line: string): void;
  /** One line for the person at the terminal. */
  say(line: string): void;
  /** Replaces the progress line on a terminal; nothing elsewhere. */
  progress(line: string): void;
  /** Bytes of data, for what is not made of lines. */
  bytes(bytes: Uint8Array): Promise<void>;
}

export interface OutputStreams {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Control characters of a terminal, and everything else that moves its cursor: text from a file may hold them. */
// oxlint-disable-next-line no-control-regex -- these are the very characters that must not pass
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Makes text from a partner or a file safe to print. */
export function printable(text: string): string {
  return text.replace(CONTROL, '\ufffd');
}

export function streamOutput(streams: OutputStreams): Output {
  const showsProgress = streams.stderr.isTTY === true;
  let hasProgress = false;
  function clearProgress(): void {
    if (hasProgress) streams.stderr.write('\r\u001b[K');
    hasProgress = false;
  }
  return {
    data(line) {
      clearProgress();
      streams.stdout.write(`${line}\n`);
    },
    say(line) {
      clearProgress();
      streams.stderr.write(`${line}\n`);
    },
    progress(line) {
      if (!showsProgress) return;
      streams.stderr.write(`\r\u001b[K${line}`);
      hasProgress = true;
    },
    async bytes(bytes) {
      clearProgress();
      await new Promise<void>((resolve, reject) => {
        streams.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
      });
    },
  };
}
