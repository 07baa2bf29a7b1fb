// One phone: a person, their chat, and everything they can do in it. The pieces it shows are in modules
// of their own; this one connects them to the control API.

import { Acts } from "./acts.js";
import { api } from "./api.js";
import { commandsFor } from "./commands.js";
import { Composer } from "./composer.js";
import { chooseContact } from "./contacts.js";
import { openForm } from "./dialog.js";
import { button, el } from "./dom.js";
import { Header } from "./header.js";
import { payloadOf, startPayload } from "./links.js";
import { pickPlace } from "./mappicker.js";
import { summary } from "./media.js";
import { openMessageMenu } from "./messagemenu.js";
import { Notices } from "./notices.js";
import { labelOf } from "./picker.js";
import { profileText } from "./profile.js";
import { reactionsOn } from "./reactions.js";
import { T } from "./texts.js";
import { Timeline } from "./timeline.js";

export class Phone {
  #lastHeard = 0;
  actions = { link: (url, event) => this.#followLink(url, event), command: (text) => this.quickSend(text) };

  /** `slot` is {user, chat, follow}; `onChange` keeps it, `onClose` takes the phone away. */
  constructor(store, slot, { onChange, onClose }) {
    this.store = store;
    this.slot = slot;
    this.onChange = onChange;
    this.onClose = () => onClose(this);
    this.header = new Header(this);
    this.timeline = new Timeline(this);
    this.composer = new Composer(this);
    this.notices = new Notices();
    this.empty = this.#emptyState();
    this.pinned = button(
      "",
      {
        class: "pinned",
        title: null,
        "aria-label": null,
        hidden: true,
        data: { role: "pinned" },
        click: () => this.jumpTo(this.#log.pinned.at(-1)),
      },
    );
    this.unblockBar = el("div", { class: "unblock-bar", hidden: true },
      button(T.unblock, { data: { role: "unblock" }, click: () => this.unblock() }));
    this.node = el("section", { class: "phone", data: { phone: "" } },
      this.header.node,
      this.pinned,
      el("div", { class: "chat" }, this.timeline.node, this.empty, this.timeline.down, this.notices.node),
      this.composer.node,
      this.unblockBar);
    this.show(slot);
  }

  get userId() { return this.slot.user; }
  get chat() { return this.slot.chat ?? this.slot.user; }
  get user() { return this.store.user(this.slot.user); }
  get group() { return this.isGroup ? this.store.group(this.chat) : null; }
  get isGroup() { return this.chat !== this.slot.user; }
  get points() { return this.store.points; }
  get follow() { return Boolean(this.slot.follow); }
  get canFollow() { return Boolean(this.user?.group) && this.user.group !== "resident"; }
  get blocked() { return !this.isGroup && (this.user?.blocked ?? []).includes(this.store.bot?.id); }
  get commands() { return commandsFor(this.store.bot, { chat: this.chat, user: this.user, isGroup: this.isGroup }); }
  get #log() { return this.store.log(this.chat); }

  show({ user, chat = user }) {
    Object.assign(this.slot, { user, chat });
    this.acts = new Acts(this.store, { user, chat });
    this.node.dataset.user = user;
    this.node.dataset.chat = chat;
    this.notices.clear();
    this.composer.reset();
    this.header.clearAction();
    this.onChange();
    this.renderState();
    this.renderChat();
  }

  setFollow(follow) {
    this.slot.follow = follow;
    this.onChange();
  }

  renderState() {
    this.node.setAttribute("aria-label", labelOf(this.user));
    this.header.render();
    this.#renderEmpty();
    this.composer.node.hidden = this.blocked;
    this.unblockBar.hidden = !this.blocked;
    this.#markSeen();
  }

  renderChat() {
    const log = this.#log;
    const { messages } = log;
    if (messages.at(-1)?.from_bot && messages.at(-1).message_id > this.#lastHeard) this.header.clearAction();
    this.#lastHeard = messages.at(-1)?.message_id ?? 0;
    this.timeline.render(this.chat, messages);
    this.empty.hidden = messages.length > 0 || !(log.loaded || !this.store.bot);
    this.#renderEmpty();
    this.#renderPinned(log);
    this.composer.update({
      replyKeyboard: log.replyKeyboard,
      forced: log.forceReply && log.find(log.forceReply),
      commands: this.commands,
    });
    this.#markSeen();
  }

  /** Before the first message stands what the bot says of itself, as in Telegram. */
  #renderEmpty() {
    const { bot } = this.store;
    const description = this.isGroup ? "" : profileText(bot, "description", this.user);
    const title = description ? T.whatItDoes : T.emptyTitle;
    this.empty.classList.toggle("described", Boolean(description));
    this.empty.querySelector("b").textContent = bot ? title : T.noBot;
    this.empty.querySelector("p").textContent = description || T.emptyHint;
    for (const part of this.empty.querySelectorAll("p, button")) part.hidden = !bot;
  }

  #renderPinned(log) {
    const message = log.find(log.pinned.at(-1));
    this.pinned.hidden = !message;
    if (message) this.pinned.replaceChildren(el("b", {}, T.pinned), el("span", {}, summary(message)));
  }

  /** Only what is on the screen is read. */
  #markSeen() {
    if (!this.isGroup && this.user?.unread > 0 && !document.hidden) api.seen(this.userId).catch(() => {});
  }

  // What the pieces ask about.

  nameOf(from, message) {
    if (message?.from_bot || from?.is_bot) return from?.first_name ?? this.store.bot?.first_name ?? "";
    if (from?.id === this.userId) return T.you;
    const known = this.store.user(from?.id);
    return known ? labelOf(known) : from?.first_name ?? "";
  }

  reactionsOf(message) { return reactionsOn(message); }
  toast(words) { this.notices.toast(words === "unsupported" ? T.unsupportedButton : words); }
  jumpTo(id) { this.timeline.jumpTo(id); }
  replyTo(message) { this.composer.replyTo(message); }

  copy(text) {
    navigator.clipboard?.writeText(text).then(() => this.toast(T.copied), () => this.toast(text));
  }

  // What the person does. `attempt` shows the server's words when it refuses.

  async attempt(work) {
    try {
      await work();
    } catch (problem) {
      this.toast(T.error(problem.message));
    }
  }

  quickSend(text) {
    return this.attempt(() => this.acts.text(text));
  }

  async tap(message, key) {
    const { acts } = this;
    await this.attempt(async () => {
      const answer = await acts.tap(message, key);
      if (acts === this.acts && answer) this.#showAnswer(answer);
    });
  }

  #showAnswer({ text, show_alert: asAlert, url }) {
    if (url) this.openUrl(url);
    else if (text && asAlert) this.notices.alert(this.store.bot?.first_name ?? "", text);
    else if (text) this.toast(text);
  }

  async askLocation(replyTo) {
    const { acts } = this;
    const place = await pickPlace(this.points);
    if (place) await this.attempt(() => acts.location(place, replyTo));
  }

  shareContact() {
    return this.attempt(() => this.acts.ownContact());
  }

  askContact(replyTo) {
    const { acts, user } = this;
    chooseContact(this.store.state.users, user, (person) =>
      this.attempt(() => (person.id === user.id ? acts.ownContact() : acts.contact(person, replyTo))));
  }

  askLink() {
    openForm({
      title: T.openLink, action: T.start,
      fields: [
        {
          name: "link",
          label: T.linkField,
          input: el("input", { type: "text", required: true, autocomplete: "off", data: { role: "deep-link" } }),
        },
      ],
      submit: ({ link }) => {
        const payload = payloadOf(link, this.store.bot?.username);
        if (payload === null) throw new Error(T.linkField);
        return this.acts.text(`/start ${payload}`.trim());
      },
    });
  }

  block() {
    return this.attempt(() => this.acts.block());
  }

  unblock() {
    return this.attempt(() => this.acts.unblock());
  }

  openMessageMenu(message, where) {
    openMessageMenu(message, {
      ...where,
      user: this.user,
      actions: {
        react: (emoji) => this.attempt(() => this.acts.react(message, emoji)),
        reply: () => this.replyTo(message),
        edit: () => this.composer.edit(message),
        copy: (text) => this.copy(text),
        remove: () => this.attempt(() => this.acts.remove(message)),
      },
    });
  }

  openUrl(url) {
    const payload = startPayload(url, this.store.bot?.username);
    if (payload === null) window.open(url, "_blank", "noreferrer");
    else this.quickSend(`/start ${payload}`.trim());
  }

  #followLink(url, event) {
    if (startPayload(url, this.store.bot?.username) === null) return;
    event.preventDefault();
    this.openUrl(url);
  }

  #emptyState() {
    return el("div", { class: "empty", hidden: true, data: { role: "empty" } },
      el("b", {}, T.emptyTitle),
      el("p", {}, T.emptyHint),
      button(T.start, { class: "primary", data: { role: "start" }, click: () => this.quickSend("/start") }));
  }
}
