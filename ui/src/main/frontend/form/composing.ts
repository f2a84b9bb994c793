/*
 * Text that is still being converted (IME). Two things hold for every text box of the product:
 *
 * A key that chooses among conversions belongs to the input method: Enter takes one, Escape gives it up, arrows go through
 * them. None of these is heard by anything of the page: no cell is left, no dialog closed, nothing sent. That is settled
 * here, for all listeners at once, before any of them.
 *
 * A text is at rest only when its conversion has ended. Who saves after a pause listens to both `input` and `compositionend`
 * with one listener and asks `isConverting`: browsers send no `input` behind the end of a conversion.
 */

/** What browsers name a key that went to the input method; the Enter that ends a conversion has nothing else in Safari. */
const OF_INPUT_METHOD = 229;

export function isConverting(event: Event): boolean {
  return (
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    (event instanceof KeyboardEvent && (event.isComposing || event.keyCode === OF_INPUT_METHOD)) ||
    (event instanceof InputEvent && event.isComposing)
  );
}

for (const name of ['keydown', 'keypress', 'keyup'] as const) {
  window.addEventListener(
    name,
    (event) => {
      if (isConverting(event)) {
        event.stopImmediatePropagation();
        if (event.key === 'Escape') {
          // The browser itself would close the dialog in which the text stands.
          event.preventDefault();
        }
      }
    },
    { capture: true }
  );
}
