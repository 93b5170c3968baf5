import { handOver, requireInstalled } from './node.mjs';

requireInstalled();
handOver('e2e/bench/run.ts', process.argv.slice(2));
