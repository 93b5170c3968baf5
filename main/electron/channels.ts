/** The channels between preload and main; the page never sees a name of them. */
export const REQUEST_CHANNEL = 'edgewise:request';
export const CANCEL_CHANNEL = 'edgewise:cancel';
export const EVENT_CHANNEL = 'edgewise:event';
export const LANGUAGE_CHANNEL = 'edgewise:language';
