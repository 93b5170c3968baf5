#!/usr/bin/env node
import { buildIfStale } from './build.mjs';
import { handOver } from './node.mjs';

buildIfStale();
handOver('dist/main/cli.js', process.argv.slice(2));
