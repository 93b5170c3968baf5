import type { MessageId } from '../../shared/i18n/index.ts';

/** What the media settings of a scope say besides the level, in the order they are shown. */
export const mediaWords: Readonly<Record<string, MessageId>> = {
  enableQoS: 'media.qos',
  enableInCallQoS: 'media.in-call-qos',
  inCallQoSIntervalSeconds: 'media.in-call-interval',
  enableSiren: 'media.siren',
  enableG722StereoCodec: 'media.g722',
  maxVideoRateAllowed: 'media.video-rate',
  enableH264Codec: 'media.h264',
  enableAdaptiveBandWidthEstimation: 'media.adaptive-bandwidth',
  enableVideoBasedSharing: 'media.video-sharing',
  enableRtpRtcpMultiplexing: 'media.multiplexing',
};
