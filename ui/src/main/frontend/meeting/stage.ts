/*
 * The keys of a presentation: forward, back, out, and into the form that records what is said. A key that belongs to a
 * field or a button stays with it.
 */
const STEPS: Readonly<Record<string, string>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Escape: 'leave',
  o: 'record',
  O: 'record'
};

const FIELDS = 'input, textarea, select, [contenteditable], vaadin-text-area, vaadin-select, vaadin-select-overlay, vaadin-dialog';
const PRESSED_BY_SPACE = 'button, summary, [role="button"]';

function onKey(event: KeyboardEvent): void {
  const stage = document.querySelector('.stage');
  const focused = event.target instanceof Element ? event.target : document.body;
  if (!stage || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (focused.closest(FIELDS)) {
    // The first Escape leads out of the field; what is written in it stays.
    if (event.key === 'Escape') {
      event.preventDefault();
      stage.querySelector<HTMLElement>('main')?.focus();
    }
    return;
  }
  const step = STEPS[event.key];
  if (step === undefined || (event.key === ' ' && focused.closest(PRESSED_BY_SPACE))) {
    return;
  }
  const target = stage.querySelector<HTMLElement>(`[data-step="${step}"]`);
  if (!target) {
    return;
  }
  event.preventDefault();
  if (target.matches(FIELDS)) {
    target.closest('details')?.setAttribute('open', '');
    target.focus();
    target.scrollIntoView({ block: 'center' });
  } else {
    target.click();
  }
}

/** Ctrl+Enter in a text presses the filled button of its form. */
function onSend(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.repeat && (event.ctrlKey || event.metaKey) && event.target instanceof HTMLTextAreaElement) {
    const button = event.target.closest('[data-form]')?.querySelector<HTMLButtonElement>('[data-send]');
    if (button) {
      event.preventDefault();
      // A text is sent when somebody leaves it; here it has to go ahead of the button.
      event.target.dispatchEvent(new Event('change', { bubbles: true }));
      button.click();
    }
  }
}

/** What is presented in one window of this browser is told to the others, of which one records. */
const presented = 'BroadcastChannel' in window ? new BroadcastChannel('kyosei.presented') : undefined;

interface Presented {
  meeting: string;
  no: string;
}

interface Recording extends HTMLElement {
  $server?: { goTo(no: string): Promise<void> };
}

let recording: { view: Recording; meeting: string } | undefined;

presented?.addEventListener('message', ({ data }: MessageEvent<Presented>) => {
  const follower = recording;
  if (!follower?.view.isConnected || follower.meeting !== data.meeting) {
    return;
  }
  const typing = [...follower.view.querySelectorAll<HTMLElement & { value?: string }>('vaadin-text-area')].some(
    (text) => text.closest('[data-form]') && text.value
  );
  const moved = follower.view.querySelector('[data-moved]');
  if (typing && moved) {
    moved.textContent = `映している画面は No.${data.no} に進みました。書いている文は、いまの指標に記録されます。`;
  } else {
    void follower.view.$server?.goTo(data.no);
  }
});

(window as unknown as { kyoseiStage: object }).kyoseiStage = {
  shows: (meeting: string, no: string): void => presented?.postMessage({ meeting, no } satisfies Presented),
  follows: (view: Recording, meeting: string): void => {
    recording = { view, meeting };
  }
};

document.addEventListener('keydown', onKey);
document.addEventListener('keydown', onSend);
