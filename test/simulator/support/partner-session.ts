import { sftpTransport } from '../../../src/connectors/sftp/sftp-transport.ts';
import type { TransportSession } from '../../../src/ports/transport.ts';
import { SIMULATOR_DIRECTORIES, type Simulator } from '../../../src/simulator/start-simulator.ts';
import type { NamedText } from './answers.ts';

/** Connects to a simulator as the gateway does. */
export function connectTo(simulator: Simulator): Promise<TransportSession> {
  return sftpTransport({
    host: '127.0.0.1',
    port: simulator.port,
    username: simulator.username,
    password: simulator.password,
    hostKeySha256: [simulator.hostKeySha256],
    operationTimeoutMs: 10_000,
  }).connect();
}

/** Uploads under a temporary name and renames. */
export async function deliver(session: TransportSession, name: string, text: string): Promise<void> {
  const temporary = `${SIMULATOR_DIRECTORIES.temporary}/${name}.1.part`;
  await session.create(temporary, Buffer.from(text, 'latin1'));
  await session.rename(temporary, `${SIMULATOR_DIRECTORIES.upload}/${name}`);
}

/** Fetches every answer and deletes it. */
export async function collect(session: TransportSession): Promise<NamedText[]> {
  const answers: NamedText[] = [];
  for (const { name } of await session.list(SIMULATOR_DIRECTORIES.download)) {
    const remote = `${SIMULATOR_DIRECTORIES.download}/${name}`;
    const pieces: Uint8Array[] = [];
    for await (const piece of session.read(remote)) pieces.push(piece);
    await session.remove(remote);
    answers.push({ name, text: Buffer.concat(pieces).toString('latin1') });
  }
  return answers.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
