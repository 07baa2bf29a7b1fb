// The keyboard under a bubble. A pressed button spins until the bot has answered the callback.

import { el } from "./dom.js";

export function inlineKeyboard(message, phone) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el(
    "div",
    { class: "inline-keyboard" },
    rows.map((row) => el("div", { class: "inline-row" }, row.map((key) => inlineButton(message, key, phone)))),
  );
}

function inlineButton(message, key, phone) {
  const node = el("button", {
    type: "button",
    class: key.style ? `inline style-${key.style}` : "inline",
    title: key.url,
    data: { role: "inline", kind: kindOf(key) },
    click: () => press(node, message, key, phone),
  }, el("span", {}, key.text));
  return node;
}

const kindOf = (key) => [
  "callback_data",
  "url",
  "copy_text",
  "web_app",
  "switch_inline_query",
].find((name) => key[name] !== undefined) ?? "other";

async function press(node, message, key, phone) {
  if (node.getAttribute("aria-busy") === "true") return;
  if (key.url) return phone.openUrl(key.url);
  if (key.copy_text) return phone.copy(key.copy_text.text);
  if (key.callback_data === undefined) return phone.toast("unsupported");
  node.setAttribute("aria-busy", "true");
  try {
    await phone.tap(message, key);
  } finally {
    node.removeAttribute("aria-busy");
  }
}
