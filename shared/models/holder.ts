/** Somebody to whom an object is given, and what is in force for him without it. */
export interface Holder {
  /** As the objects of his noun are known: of a user, the SIP address. */
  readonly identity: string;
  readonly displayName: string | null;
  /** Identity of what he falls back to; null = unknown, for nobody says where he is. */
  readonly fallsTo: string | null;
}

/** Everybody to whom an object is given; null = this server or role does not say. */
export type Holders = readonly Holder[] | null;
