/** The frame's few movements: skipping to the content, unfolding the navigation, closing a menu by Escape or elsewhere. */

const OPEN_MENUS = 'details.link-menu[open]';

function openMenus(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>(OPEN_MENUS)];
}

function toggleOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-toggles]') : null;
}

function unfold(toggle: HTMLElement): void {
  const folded = document.getElementById(toggle.dataset.toggles ?? '');
  if (folded) {
    toggle.setAttribute('aria-expanded', String(folded.toggleAttribute('data-open')));
  }
}

/** A bare `#main` would lead to the first page, for addresses are relative to the document's base. */
function skip(link: HTMLAnchorElement): void {
  document.getElementById(link.hash.slice(1))?.focus();
}

/** The server does not know what has been unfolded here. */
function fold(folded: Element): void {
  folded.removeAttribute('data-open');
  document.querySelector(`[data-toggles="${folded.id}"]`)?.setAttribute('aria-expanded', 'false');
}

document.addEventListener('click', (event) => {
  const skipLink = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.skip-link') : null;
  if (skipLink) {
    event.preventDefault();
    skip(skipLink);
  }
  const left = event.target instanceof Element && event.target.closest('a') ? event.target.closest('[data-open]') : null;
  if (left) {
    fold(left);
  }
  const toggle = toggleOf(event.target);
  if (toggle) {
    unfold(toggle);
  }
  const clicked = event.target instanceof Node ? event.target : null;
  // What only begins something in the menu leaves it open, for it shows there how far it is.
  const link = !event.defaultPrevented && event.target instanceof Element && event.target.closest('details.link-menu a');
  openMenus()
    .filter((menu) => link || !menu.contains(clicked))
    .forEach((menu) => (menu.open = false));
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    openMenus().forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
  }
});

document.addEventListener('focusin', (event) => {
  const focused = event.target instanceof Node ? event.target : null;
  openMenus()
    .filter((menu) => !menu.contains(focused))
    .forEach((menu) => (menu.open = false));
});
