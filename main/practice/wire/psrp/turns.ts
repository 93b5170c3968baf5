/** Lets so many work at once; who comes later waits for a place, first come first served. */
export class Turns {
  private working = 0;
  private places: number;
  private readonly waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.places = limit;
  }

  get limit(): number {
    return this.places;
  }

  /** Places nobody works at. */
  get free(): number {
    return Math.max(0, this.places - this.working);
  }

  setLimit(limit: number): void {
    this.places = limit;
    this.admit();
  }

  /**
   * Waits for a place and does the work at it. Work whose signal aborts while it waits is begun at once, without a
   * place: it has only its own end to tell.
   */
  async take(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    const admitted = await this.place(signal);
    try {
      await work();
    } finally {
      if (admitted) {
        this.working -= 1;
        this.admit();
      }
    }
  }

  private async place(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    if (this.working < this.places) {
      this.working += 1;
      return true;
    }
    return new Promise((resolve) => {
      const admitted = (): void => {
        signal.removeEventListener('abort', gone);
        resolve(true);
      };
      const gone = (): void => {
        this.waiting.splice(this.waiting.indexOf(admitted), 1);
        resolve(false);
      };
      signal.addEventListener('abort', gone, { once: true });
      this.waiting.push(admitted);
    });
  }

  private admit(): void {
    while (this.working < this.places) {
      const next = this.waiting.shift();
      if (next === undefined) return;
      this.working += 1;
      next();
    }
  }
}
