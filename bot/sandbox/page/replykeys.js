// The keyboard of a bot in place of the phone's own: plain words, "send my place", "send my contact".

import { el } from "./dom.js";

/** `actions`: {text(words), location(), contact(), unsupported()}. */
export function replyKeys(markup, actions) {
  return el("div", { class: markup.resize_keyboard ? "keys" : "keys tall", data: { role: "keys" } },
    markup.keyboard.map((row) => el("div", { class: "keys-row" }, row.map((key) => keyButton(key, actions)))));
}

function keyButton(key, actions) {
  const text = typeof key === "string" ? key : key.text;
  const [kind, act] = meaning(key, text, actions);
  return el(
    "button",
    { type: "button", class: key.style ? `key style-${key.style}` : "key", data: { role: "key", kind }, click: act },
    text,
  );
}

function meaning(key, text, actions) {
  if (key.request_location) return ["location", () => actions.location()];
  if (key.request_contact) return ["contact", () => actions.contact()];
  if (key.request_poll || key.request_users || key.request_chat || key.web_app) return ["other", () => actions.unsupported()];
  return ["text", () => actions.text(text)];
}
