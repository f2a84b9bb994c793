/**
 * Says that the login has run out, and lets the person log in again in another tab while this one keeps what was typed.
 * Vaadin's client holds the refused message and sends it again by itself; here we only look whether the login is back.
 */

type Login = 'active' | 'expired' | 'none' | 'unknown';

interface ConnectionState {
  state: string;
  addStateChangeListener(listener: (previous: string, current: string) => void): void;
}

const LOOK_AGAIN = 2000;

let notice: HTMLElement | undefined;
let looking: number | undefined;

async function login(): Promise<Login> {
  try {
    const answer = await fetch('/oauth/session', { cache: 'no-store', credentials: 'same-origin' });
    return answer.ok ? ((await answer.json()) as { login: Login }).login : 'unknown';
  } catch {
    return 'unknown';
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
  attributes: Record<string, string> = {}
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

/** The parts of screens that keep what is typed in the browser until the server has it. */
const KEEPING = 'kyosei-entry-matrix, kyosei-narrative-editor, kyosei-note-box, kyosei-minutes-editor';
/** Fields of forms, which are gone with the page. */
const FLEETING = 'vaadin-text-field, vaadin-text-area, vaadin-date-picker, vaadin-combo-box';

function keepsDrafts(): boolean {
  try {
    localStorage.setItem('kyosei.kept', '1');
    localStorage.removeItem('kyosei.kept');
    return document.querySelector(KEEPING) !== null;
  } catch {
    return false;
  }
}

/** Says what is true of this very page. */
function whatStays(): string {
  const fleeting = [...document.querySelectorAll<HTMLElement & { value?: string }>(FLEETING)].some(
    (field) => !field.closest(KEEPING) && (field.value ?? '') !== ''
  );
  if (!keepsDrafts()) {
    return '入力中の内容が必要なときは、写し取ってからログインし直してください。';
  }
  return `書きかけの内容は、このブラウザに残っています。ログインし直してこの画面を開くと、続きから送れます。${
    fleeting ? 'そのほかの欄に入力したものは残りません。必要なときは、写し取ってください。' : ''
  }`;
}

function show(state: Login): void {
  if (notice?.dataset.login === state) {
    return;
  }
  notice?.remove();
  notice = element('section', '', { class: 'login-notice', role: 'alert', 'data-login': state });
  if (state === 'expired') {
    notice.append(
      element('strong', 'ログインの有効期限が切れました'),
      element('p', '入力内容はこの画面に残っています。新しいタブでログインし直すと、この画面の続きから作業できます。'),
      element('a', 'ログインし直す（新しいタブが開きます）', {
        class: 'button primary',
        href: '/oauth/again',
        target: '_blank',
        rel: 'noopener',
      })
    );
  } else {
    const reopen = element('button', 'ログインし直す', { class: 'button primary', type: 'button' });
    reopen.addEventListener('click', () => {
      if (keepsDrafts()) {
        // Nothing would be lost, so nobody is warned of it.
        window.addEventListener('beforeunload', (leaving) => leaving.stopImmediatePropagation(), { capture: true });
      }
      window.location.reload();
    });
    notice.append(element('strong', 'ログインが切れました'), element('p', whatStays()), reopen);
  }
  document.body.append(notice);
}

function hide(): void {
  notice?.remove();
  notice = undefined;
  window.clearTimeout(looking);
  looking = undefined;
}

async function look(): Promise<void> {
  const state = await login();
  if (state === 'active') {
    hide();
    return;
  }
  if (state !== 'unknown') {
    show(state);
  }
  window.clearTimeout(looking);
  looking = window.setTimeout(look, LOOK_AGAIN);
}

function connection(): ConnectionState | undefined {
  return (window as unknown as { Vaadin?: { connectionState?: ConnectionState } }).Vaadin?.connectionState;
}

function watch(): void {
  const state = connection();
  if (!state) {
    window.setTimeout(watch, 200);
    return;
  }
  state.addStateChangeListener((_, current) => {
    if (current === 'reconnecting') {
      void look();
    } else if (current === 'connected') {
      hide();
    }
  });
}

watch();
