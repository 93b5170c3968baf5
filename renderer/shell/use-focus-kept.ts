import { useEffect, useRef, type RefObject } from 'react';
import type { Place } from '../app/place.ts';
import { PANE_CLASS } from '../app/theme.ts';

/** Where the focus goes when a place comes to the front or what had it is gone: the first of these that takes it. */
const STANDS = [
  '[role="grid"]',
  `.${PANE_CLASS} h2`,
  '[role="tab"][aria-selected="true"]',
  'main h1[tabindex], main [role="status"][tabindex]',
  'main button',
] as const;

/**
 * Keeps the focus on something: it goes along to another place, unless what came has taken it or it is on what led there,
 * and it goes on when the element that has it is taken out of the document. A page whose focus is nowhere hears no key,
 * and begins again at its first control. The ref is of the element all places are in.
 */
export function useFocusKept<Root extends HTMLElement>(place: Place): RefObject<Root | null> {
  const root = useRef<Root>(null);
  // What in here had the focus last, and what it stood in, from the inside out.
  const trail = useRef<readonly Element[]>([]);

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const onFocus = ({ target }: FocusEvent): void => {
      trail.current = target instanceof Element ? within(target, element) : [];
    };
    const observer = new MutationObserver(() => {
      const had = trail.current[0];
      if (had === undefined || had.isConnected || !isNowhere() || isCovered(element)) return;
      const left = trail.current.find((each) => each.isConnected) ?? element;
      stand(left.closest(`.${PANE_CLASS}`) ?? element);
    });
    element.addEventListener('focusin', onFocus);
    observer.observe(element, { childList: true, subtree: true });
    // A dialog gives the focus back when it is closed, and what it gives it to may be gone by then.
    observer.observe(document.body, { childList: true });
    return () => {
      element.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, []);

  // By its text: the place is made anew at each render.
  const now = JSON.stringify(place);
  const before = useRef({ now, deployment: place.deployment });
  useEffect(() => {
    const { now: then, deployment } = before.current;
    before.current = { now, deployment: place.deployment };
    if (root.current === null || then === now || isThere(root.current, deployment !== place.deployment)) return;
    stand(root.current);
  }, [now, place.deployment]);
  return root;
}

function within(element: Element, root: Element): readonly Element[] {
  const outwards: Element[] = [];
  for (let each: Element | null = element; each !== null && each !== root; each = each.parentElement) {
    outwards.push(each);
  }
  return outwards;
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** A dialog or a menu over the page keeps the focus to itself; MUI hides the page from screen readers meanwhile. */
function isCovered(element: Element): boolean {
  return element.closest('[aria-hidden="true"]') !== null;
}

/** Whether the focus is in what is in front now, on its tab, or on the deployment that was chosen from the list. */
function isThere(root: Element, chosen: boolean): boolean {
  const content = root.querySelector('[role="tabpanel"]') ?? root.querySelector('main');
  const focused = document.activeElement;
  if (focused === null || content?.contains(focused) === true) return true;
  return focused.matches('[role="tab"][aria-selected="true"]') || (chosen && focused.matches('[aria-current="true"]'));
}

/** What is hidden takes no focus: the next in order is tried. */
function stand(root: Element): void {
  for (const stands of STANDS) {
    const element = root.matches(`.${PANE_CLASS}`) ? root.querySelector('h2') : root.querySelector(stands);
    if (!(element instanceof HTMLElement)) continue;
    element.focus();
    if (document.activeElement === element) return;
  }
}
