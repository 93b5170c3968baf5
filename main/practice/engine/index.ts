export { createEngine } from './engine.ts';
export { openStore } from './store/practice-store.ts';
export type { PracticeStore, StoreOptions } from './store/practice-store.ts';
