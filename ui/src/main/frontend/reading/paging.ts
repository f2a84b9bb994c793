/** Going from indicator to indicator by key and by swipe, and sending what is written on the way to the next. */
import type { NoteBox } from '../discussion/kyosei-note-box';

/** In CSS pixels: a shorter way is a tap that slipped. */
const SWIPE = 70;
/** In milliseconds: a slower one is reading along with the finger. */
const SWIFT = 900;
/** In CSS pixels from the edge of the screen, where the system has gestures of its own. */
const EDGE = 24;
const STEEP = 0.5;

const WRITABLE = 'input, textarea, select, [contenteditable], vaadin-select, vaadin-dialog';

interface Start {
  x: number;
  y: number;
  at: number;
}

let start: Start | undefined;

function link(where: 'next' | 'previous'): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>(`.reading-pager a[data-go="${where}"]`);
}

function within(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

function scrollsSideways(target: EventTarget | null): boolean {
  for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
    if (element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX)) {
      return true;
    }
  }
  return false;
}

document.addEventListener('keydown', (event) => {
  const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (modified || event.defaultPrevented || within(event, WRITABLE)) {
    return;
  }
  const to = event.key === 'ArrowRight' ? link('next') : event.key === 'ArrowLeft' ? link('previous') : null;
  if (to) {
    event.preventDefault();
    to.click();
  }
});

document.addEventListener(
  'touchstart',
  (event) => {
    const touch = event.touches[0];
    start =
      touch &&
      event.touches.length === 1 &&
      touch.clientX > EDGE &&
      touch.clientX < window.innerWidth - EDGE &&
      (window.visualViewport?.scale ?? 1) <= 1.01 &&
      within(event, '.reading-page') &&
      !within(event, WRITABLE) &&
      !scrollsSideways(event.target)
        ? { x: touch.clientX, y: touch.clientY, at: event.timeStamp }
        : undefined;
  },
  { passive: true }
);

document.addEventListener(
  'touchend',
  (event) => {
    const from = start;
    const touch = event.changedTouches[0];
    start = undefined;
    if (!from || !touch || event.touches.length > 0 || event.timeStamp - from.at > SWIFT) {
      return;
    }
    const aside = touch.clientX - from.x;
    if (Math.abs(aside) >= SWIPE && Math.abs(touch.clientY - from.y) <= Math.abs(aside) * STEEP) {
      // As on paper: the finger takes the page away to the left.
      link(aside < 0 ? 'next' : 'previous')?.click();
    }
  },
  { passive: true }
);

document.addEventListener('touchcancel', () => (start = undefined), { passive: true });

document.addEventListener('note-typed', (event) => {
  if (within(event, '[data-goes-on]')) {
    document.body.toggleAttribute('data-note-typed', (event as CustomEvent<boolean>).detail);
  }
});

/** A page that was swiped or pressed away by key keeps its draft; the button says that it sends. */
window.addEventListener(
  'click',
  (event) => {
    const next = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.reading-next') : null;
    const box = document.querySelector<NoteBox>('kyosei-note-box[data-goes-on]');
    if (!next || !box?.typed || !event.isTrusted) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    void box.submit().then((sent) => {
      if (sent) {
        next.click();
      } else {
        box.scrollIntoView({ block: 'center' });
      }
    });
  },
  { capture: true }
);
