import { buildIfStale } from './build.mjs';
import { handOver, requireInstalled } from './node.mjs';

requireInstalled();
buildIfStale();
handOver('e2e/bench/run.ts', process.argv.slice(2));
