// Server-sent events with reconnect. What was missed meanwhile is not replayed: `onBack` reloads instead.

const RETRY_MS = 1500;

export function listenToEvents({ onEvent, onBack, onLost }) {
  let opened = false;

  function connect() {
    const source = new EventSource("/control/events");
    source.onopen = () => {
      if (opened) onBack();
      opened = true;
    };
    source.onmessage = (event) => onEvent(JSON.parse(event.data));
    source.onerror = () => {
      // EventSource gives up for good on a non-200 answer, so the retry is ours.
      source.close();
      onLost();
      opened = true;
      setTimeout(connect, RETRY_MS);
    };
  }

  connect();
}
