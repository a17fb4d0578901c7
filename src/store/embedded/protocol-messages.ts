// The PostgreSQL frontend/backend protocol 3.0 (PostgreSQL documentation, chapter "Message Formats"), as far as it is
// needed to let many connections share one session.

/** What a session says of its transaction when it is ready for the next query: none, in one, in a failed one. */
export type TransactionStatus = 'I' | 'T' | 'E';

/** Type byte and length. */
export const HEADER_BYTES = 5;

/** A message: its type, its length, its body. */
export function protocolMessage(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(type, 'latin1');
  header.writeInt32BE(body.length + HEADER_BYTES - 1, 1);
  return Buffer.concat([header, body]);
}

export function queryMessage(sql: string): Buffer {
  return protocolMessage('Q', terminated(sql));
}

/** What a server says once it has let a connection in. */
export function greeting(serverVersion: string): Buffer {
  const parameters = {
    server_version: serverVersion,
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    TimeZone: 'UTC',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
  };
  return Buffer.concat([
    protocolMessage('R', int32(0)),
    ...Object.entries(parameters).map(([name, value]) =>
      protocolMessage('S', terminated(name), terminated(value)),
    ),
    // Process id and key for cancelling, which a single session does not do.
    protocolMessage('K', int32(0), int32(0)),
    protocolMessage('Z', Buffer.from('I')),
  ]);
}

/** An error after which the connection ends. */
export function fatalError(sqlState: string, message: string): Buffer {
  const fields = { S: 'FATAL', V: 'FATAL', C: sqlState, M: message };
  const parts = Object.entries(fields).map(([type, value]) =>
    Buffer.concat([Buffer.from(type), terminated(value)]),
  );
  return protocolMessage('E', ...parts, Buffer.from([0]));
}

/** The status with which a batch of answers ends; undefined where the session is not ready for a query. */
export function statusAfter(answers: Uint8Array): TransactionStatus | undefined {
  const bytes = Buffer.from(answers.buffer, answers.byteOffset, answers.byteLength);
  let status: TransactionStatus | undefined;
  for (let start = 0; start < bytes.length; start += 1 + bytes.readInt32BE(start + 1)) {
    const isReady = bytes[start] === READY_FOR_QUERY;
    status = isReady
      ? (String.fromCharCode(bytes[start + HEADER_BYTES] ?? 0) as TransactionStatus)
      : undefined;
  }
  return status;
}

const READY_FOR_QUERY = 'Z'.charCodeAt(0);

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function terminated(text: string): Buffer {
  return Buffer.from(`${text}\0`);
}
