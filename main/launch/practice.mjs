import { buildIfStale } from './build.mjs';
import { handOver } from './node.mjs';

buildIfStale();
handOver('dist/main/practice.js', process.argv.slice(2));
