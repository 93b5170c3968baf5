/** After how many minutes without use sessions may be dropped, as a choice shows them; beside "never". */
export const IDLE_MINUTES = [15, 30, 60, 240] as const;
