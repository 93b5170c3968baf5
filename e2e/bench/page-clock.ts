import type { Locator, Page } from 'playwright';

/** One measured act in the page, in milliseconds. */
export interface Act {
  /** From the input event to the frame that shows the result. */
  readonly taken: number;
  /** The longest time the main thread answered nobody meanwhile. */
  readonly stall: number;
}

/** How the page shows that an act is done. */
export interface Sign {
  readonly of: Locator;
  /** `busy`: the element is disabled meanwhile, or says that it is; `drawn`: the next frame shows it, for a keystroke is drawn at once. */
  readonly done: 'busy' | 'drawn';
}

/**
 * Measures inside the page, by its own clock: from the next event of this name to the first frame after the sign. The
 * stall is the longest gap of a message that the page sends itself without a pause.
 */
export async function measureAct(
  page: Page,
  event: 'click' | 'input' | 'keydown',
  sign: Sign,
  act: () => Promise<void>,
): Promise<Act> {
  const handle = await sign.of.elementHandle();
  // Armed before the act begins: the listener is there when this answer comes.
  const measured = await page.evaluateHandle(arm, { event, element: handle, wait: sign.done });
  await act();
  return await measured.evaluate(({ done }) => done);
}

/** Runs in the page: listens for the event; `done` is the measured act. */
function arm(sign: { readonly event: string; readonly element: Node; readonly wait: Sign['done'] }): {
  readonly done: Promise<Act>;
} {
  const pulse = new MessageChannel();
  let began = 0;
  let last = 0;
  let stall = 0;
  pulse.port1.onmessage = () => {
    const now = performance.now();
    stall = Math.max(stall, now - last);
    last = now;
    pulse.port2.postMessage(null);
  };
  const done = new Promise<Act>((resolve) => {
    const afterFrame = (): void => {
      // A frame, and the first task after it: what was drawn is on its way to the screen.
      requestAnimationFrame(() => {
        setTimeout(() => {
          pulse.port1.close();
          const now = performance.now();
          resolve({ taken: now - began, stall: Math.max(stall, now - last) });
        });
      });
    };
    let wasBusy = false;
    const observer = new MutationObserver(() => {
      // A control that keeps the focus meanwhile is not `disabled`, and says so all the same.
      const busy = (sign.element as Element).matches(':disabled, [aria-disabled=true]');
      wasBusy ||= busy;
      if (!wasBusy || busy) return;
      observer.disconnect();
      afterFrame();
    });
    const start = ({ timeStamp }: Event): void => {
      began = timeStamp;
      last = performance.now();
      pulse.port2.postMessage(null);
      if (sign.wait === 'busy') observer.observe(sign.element, { attributes: true });
      else afterFrame();
    };
    document.addEventListener(sign.event, start, { capture: true, once: true });
  });
  return { done };
}
