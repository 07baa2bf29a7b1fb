// What one person does in one chat, as calls to the control API. They throw in the server's words.
// An Acts keeps its person: whoever opened the map sends the place, though the phone may have changed hands.

import { api } from "./api.js";

const TAP_WAIT_S = 10;

export class Acts {
  constructor(store, { user, chat }) {
    this.store = store;
    this.user = user;
    this.chat = chat;
  }

  #body(extra) {
    return { from: this.user, bot: this.store.botParam, ...extra };
  }

  #send(kind, extra) {
    return api.send(this.chat, this.#body({ kind, ...extra }));
  }

  text(text, replyTo) {
    return this.#send("text", { text, reply_to: replyTo });
  }

  /** `body` is {file}, {items} of an album, or {} for a sample. */
  media(kind, body, { caption, replyTo }) {
    // In an album the caption belongs to the first item.
    const items = body.items?.map((item, index) => (index === 0 && caption ? { ...item, caption } : item));
    return this.#send(kind, { ...body, items, caption: items ? undefined : caption, reply_to: replyTo });
  }

  location(place, replyTo) {
    return this.#send("location", { ...place, reply_to: replyTo });
  }

  contact(person, replyTo) {
    const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
    return this.#send("contact", { phone: person.phone, name, reply_to: replyTo });
  }

  ownContact() {
    return api.share(this.chat, this.#body({ what: "contact" }));
  }

  edit(message, words) {
    const field = message.text === undefined ? "caption" : "text";
    return api.edit(this.chat, this.#body({ message_id: message.message_id, [field]: words }));
  }

  react(message, emoji) {
    return api.react(this.chat, this.#body({ message_id: message.message_id, emoji }));
  }

  remove(message) {
    return api.remove(this.chat, message.message_id, this.store.botParam);
  }

  /** Tap an inline button; resolves to the bot's answer {text, show_alert, url}, or null if none came in time. */
  async tap(message, key) {
    const said = { message_id: message.message_id, data: key.callback_data, button: key.text, wait: TAP_WAIT_S };
    return (await api.tap(this.chat, this.#body(said))).answer;
  }

  block() {
    return api.block(this.user, this.store.bot?.id);
  }

  unblock() {
    return api.unblock(this.user, this.store.bot?.id);
  }
}
