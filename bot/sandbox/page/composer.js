// The bottom of a phone: the field, the bar of what is being answered or edited, the bot's keyboard.

import { openAttachMenu, sendFiles } from "./attach.js";
import { commandRows, openCommandMenu } from "./commands.js";
import { button, el, icon } from "./dom.js";
import { summary } from "./media.js";
import { replyKeys } from "./replykeys.js";
import { T } from "./texts.js";

const MAX_HEIGHT = 140;

/**
 * `phone` does the sending: acts, askLocation, askContact, shareContact, quickSend, and knows the commands.
 * The field is emptied only after the server took the message.
 */
export class Composer {
  #mode = null; // {kind: "reply" | "edit", message, forced?}
  #forcedId = null;
  #markup = null;
  #folded = false;
  #busy = false;

  constructor(phone) {
    this.phone = phone;
    this.field = el("textarea", { rows: 1, placeholder: T.write, "aria-label": T.write, data: { role: "composer" } });
    this.bar = el("div", { class: "compose-bar", hidden: true, data: { role: "compose-bar" } });
    this.hints = el("div", { class: "command-hints", hidden: true });
    this.keys = el("div", { class: "keys-slot", hidden: true });
    this.commandButton = button(
      T.commands,
      {
        class: "round command-button",
        hidden: true,
        "aria-haspopup": "menu",
        data: { role: "commands" },
        click: () => openCommandMenu(this.commandButton, phone.commands, (command) => phone.quickSend(command)),
      },
      icon("menu"),
    );
    this.clip = button(
      T.attach,
      {
        class: "round",
        "aria-haspopup": "menu",
        data: { role: "attach" },
        click: () => openAttachMenu(
          this.clip,
          { hasText: Boolean(this.field.value.trim()), actions: this.#attachActions },
        ),
      },
      icon("clip"),
    );
    this.fold = button(
      T.keyboard,
      { class: "round", hidden: true, data: { role: "keyboard-toggle" }, click: () => this.#setFolded(!this.#folded) },
      icon("keyboard"),
    );
    this.sendButton = button(
      T.send,
      { class: "round send", data: { role: "send" }, click: () => this.#submit() },
      icon("send"),
    );
    this.node = el("div", { class: "composer" }, this.hints, this.bar,
      el(
        "div",
        { class: "compose-row" },
        this.commandButton,
        this.clip,
        this.field,
        this.fold,
        this.sendButton,
      ), this.keys);
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    this.field.addEventListener("input", () => this.#onInput());
    this.field.addEventListener("paste", (event) => this.#onPaste(event));
  }

  get hasDraft() {
    return Boolean(this.field.value.trim()) || this.#mode?.kind === "edit";
  }

  /** Start over for another person. */
  reset() {
    this.#mode = null;
    this.#forcedId = null;
    this.field.value = "";
    this.#folded = false;
    this.#showMode();
    this.#onInput();
  }

  /** What the server says about the chat: the bot's keyboard and a forced reply. */
  update({ replyKeyboard, forced, commands }) {
    this.commandButton.hidden = !commands.length;
    if (JSON.stringify(replyKeyboard) !== JSON.stringify(this.#markup)) this.#setMarkup(replyKeyboard);
    this.#setForced(forced);
    this.field.placeholder = replyKeyboard?.input_field_placeholder ?? T.write;
  }

  /** A forced reply is offered once; whoever cancels it is not asked again at every update. */
  #setForced(forced) {
    const id = forced?.message_id ?? null;
    if (id === this.#forcedId) return;
    this.#forcedId = id;
    if (forced && this.#mode?.kind !== "edit") this.#setMode({ kind: "reply", message: forced, forced: true });
    if (!forced && this.#mode?.forced) this.#setMode(null);
  }

  replyTo(message) {
    this.#setMode({ kind: "reply", message });
    this.field.focus();
  }

  edit(message) {
    this.#setMode({ kind: "edit", message });
    this.field.value = message.text ?? message.caption ?? "";
    this.#onInput();
    this.field.focus();
  }

  /** The message being answered, which media and keys also answer. */
  get #replyId() {
    return this.#mode?.kind === "reply" ? this.#mode.message.message_id : undefined;
  }

  get #attachActions() {
    return {
      media: (kind, body) => this.#sendMedia(kind, body),
      location: () => this.phone.askLocation(this.#replyId),
      contact: () => this.phone.askContact(this.#replyId),
      problem: (words) => this.phone.toast(words),
    };
  }

  async #submit() {
    const text = this.field.value.trim();
    if (!text) return;
    await this.#busyWhile(async () => {
      if (this.#mode?.kind === "edit") await this.phone.acts.edit(this.#mode.message, text);
      else await this.phone.acts.text(text, this.#replyId);
      this.#done();
    });
  }

  async #sendMedia(kind, body) {
    const caption = this.field.value.trim();
    await this.#busyWhile(async () => {
      await this.phone.acts.media(kind, body, { caption: caption || undefined, replyTo: this.#replyId });
      this.#done();
    });
  }

  async #pressKey(text) {
    await this.#busyWhile(async () => {
      await this.phone.acts.text(text, this.#replyId);
      if (this.#markup?.one_time_keyboard) this.#setFolded(true);
      this.#setMode(null);
    });
  }

  async #busyWhile(work) {
    if (this.#busy) return;
    this.#busy = true;
    this.sendButton.setAttribute("aria-busy", "true");
    try {
      await work();
    } catch (problem) {
      this.phone.toast(T.error(problem.message));
    } finally {
      this.#busy = false;
      this.sendButton.removeAttribute("aria-busy");
    }
  }

  #done() {
    this.field.value = "";
    this.#setMode(null);
    this.#onInput();
  }

  #setMode(mode) {
    if (this.#mode?.kind === "edit" && mode?.kind !== "edit") this.field.value = "";
    this.#mode = mode;
    this.#showMode();
  }

  #showMode() {
    this.bar.hidden = !this.#mode;
    if (!this.#mode) return;
    const { kind, message } = this.#mode;
    const title = kind === "edit" ? T.editing : `${T.replying}: ${this.phone.nameOf(message.from, message)}`;
    this.bar.replaceChildren(el("div", { class: "quote-words" }, el("b", {}, title), el("span", {}, summary(message))),
      button(T.cancel, { class: "round", click: () => this.#setMode(null) }, icon("close")));
  }

  #setMarkup(markup) {
    this.#markup = markup;
    this.keys.replaceChildren();
    if (markup) {
      this.keys.append(replyKeys(markup, {
        text: (words) => this.#pressKey(words),
        location: () => this.phone.askLocation(),
        contact: () => this.phone.shareContact(),
        unsupported: () => this.phone.toast(T.unsupportedButton),
      }));
    }
    this.#setFolded(false);
  }

  #setFolded(folded) {
    this.#folded = folded;
    this.fold.hidden = !this.#markup;
    this.fold.setAttribute("aria-expanded", String(!folded));
    this.keys.hidden = folded || !this.#markup;
  }

  #onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape") {
      if (this.#mode) this.#setMode(null);
      else this.hints.hidden = true;
    } else if (event.key === "ArrowUp" && !this.hints.hidden) {
      event.preventDefault();
      this.hints.querySelector("button:last-child")?.focus();
    }
  }

  #onInput() {
    this.field.style.height = "auto";
    const { scrollHeight } = this.field; // 0 while the phone is not in the page yet
    if (scrollHeight) this.field.style.height = `${Math.min(scrollHeight, MAX_HEIGHT)}px`;
    this.#hintCommands();
  }

  /** A leading slash lists the commands that fit. */
  #hintCommands() {
    const typed = this.field.value;
    const isCommand = /^\/\w*$/.test(typed);
    const fitting = isCommand ? this.phone.commands.filter(({ command }) => `/${command}`.startsWith(typed)) : [];
    this.hints.hidden = !fitting.length;
    this.hints.replaceChildren(...commandRows(fitting, (command) => {
      this.field.value = command;
      this.#submit();
      this.field.focus();
    }));
  }

  #onPaste(event) {
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    if (!files.length) return;
    event.preventDefault();
    sendFiles(files.length > 1 ? "album" : "photo", files, this.#attachActions);
  }
}
