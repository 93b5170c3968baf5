import { readHostileDocuments } from './read-hostile.ts';

// A process of its own: its memory is all there is, and running out of it ends it.
process.stdout.write(JSON.stringify(readHostileDocuments()));
