import type { IdleOutputs } from '../../shared/contract/idle.ts';
import type { Handlers } from './handler.ts';

/** The requests on what happens when nobody uses Edgewise. */
export const idleHandlers: Pick<Handlers, keyof IdleOutputs> = {
  'idle.read': ({ settings, idle }) => {
    settings.refresh();
    return { minutes: settings.current().preferences.idleMinutes, locked: idle.locked() };
  },
  'idle.set': async ({ settings, idle, emit }, { minutes }) => {
    await settings.change((now) => ({ ...now, preferences: { ...now.preferences, idleMinutes: minutes } }));
    idle.seen();
    emit('idle.changed', { minutes, locked: idle.locked() });
    return null;
  },
  'idle.seen': ({ idle }) => {
    idle.seen();
    return null;
  },
  'idle.unlock': ({ idle }) => {
    idle.unlock();
    return null;
  },
};
