/**
 * What is clicked without a connection must not happen later, when nobody expects it any more: Vaadin's client would keep
 * the message and send it as soon as it is connected again. So it is stopped here and said. What keeps and sends by itself,
 * as the entry table, has buttons of its own and is left alone.
 */

const SENDING = 'a[href]:not([router-ignore]):not([target]):not(.skip-link), vaadin-button';
const GONE_AFTER = 6000;
const WORDS = 'いまサーバーとつながっていないため、できませんでした。つながってから、もう一度押してください。';

interface ConnectionState {
  state: string;
}

let notice: HTMLElement | undefined;
let going: number | undefined;

function isConnected(): boolean {
  const state = (window as unknown as { Vaadin?: { connectionState?: ConnectionState } }).Vaadin?.connectionState?.state;
  return navigator.onLine && state !== 'reconnecting' && state !== 'connection-lost';
}

function say(): void {
  if (!notice) {
    notice = document.createElement('p');
    notice.className = 'offline-notice';
    notice.setAttribute('role', 'alert');
    document.body.append(notice);
  }
  notice.textContent = WORDS;
  window.clearTimeout(going);
  going = window.setTimeout(() => {
    notice?.remove();
    notice = undefined;
  }, GONE_AFTER);
}

/** While the login is renewed the screen waits for it, and goes where the person wanted: that is said by itself. */
function waitsForLogin(): boolean {
  return document.querySelector('.login-notice') !== null;
}

document.addEventListener(
  'click',
  (event) => {
    const sending = event.target instanceof Element ? event.target.closest(SENDING) : null;
    if (sending && !sending.closest('.login-notice') && !isConnected() && !waitsForLogin()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      say();
    }
  },
  { capture: true }
);

export {};
