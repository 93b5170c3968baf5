/** Largest frame in bytes: a command is a few kilobytes, and text is sent in parts. */
export const FRAME_LIMIT = 1_048_576;

const HEADER = 4;

/** One value as a frame: its length in four bytes, highest first, then JSON in UTF-8. Throws a RangeError beyond the limit. */
export function encodeFrame(value: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(value), 'utf8');
  if (body.length > FRAME_LIMIT) throw new RangeError(`a frame of ${body.length} bytes`);
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(body.length);
  return Buffer.concat([header, body]);
}

/** Takes the bytes of a connection as they come and gives the values of whole frames. */
export interface FrameReader {
  /** Throws a RangeError, TypeError or SyntaxError for what is no frame: nothing more can be read then. */
  push(bytes: Uint8Array): readonly unknown[];
}

/** Makes a reader. It never holds more than one frame and what came with it. */
export function createFrameReader(): FrameReader {
  let rest = Buffer.alloc(0);
  return {
    push: (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      const values: unknown[] = [];
      while (rest.length >= HEADER) {
        const length = rest.readUInt32BE();
        if (length > FRAME_LIMIT) throw new RangeError(`a frame of ${length} bytes`);
        if (rest.length < HEADER + length) break;
        const body = rest.subarray(HEADER, HEADER + length);
        rest = rest.subarray(HEADER + length);
        values.push(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
      }
      return values;
    },
  };
}
