// The top of a phone: whose it is, and the bot one is talking to.

import { openMenu } from "./dialog.js";
import { avatar, button, el, icon } from "./dom.js";
import { labelOf, openPersonPicker } from "./picker.js";
import { T } from "./texts.js";

const ACTION_MS = 5500; // Telegram shows a chat action for five seconds

export class Header {
  #actionTimer = null;

  constructor(phone) {
    this.phone = phone;
    this.person = button(
      "",
      {
        class: "person-button",
        title: null,
        "aria-haspopup": "menu",
        data: { role: "person" },
        click: () => openPersonPicker(
          this.person,
          { store: phone.store, current: phone.userId, choose: (who) => phone.show(who) },
        ),
      },
    );
    this.followBox = el(
      "input",
      { type: "checkbox", data: { role: "follow" }, on: { change: () => phone.setFollow(this.followBox.checked) } },
    );
    this.follow = el("label", { class: "follow", title: T.followHint }, this.followBox, T.follow);
    this.menu = button(
      T.phoneMenu,
      { class: "round", "aria-haspopup": "menu", data: { role: "phone-menu" }, click: () => this.#openMenu() },
      icon("more"),
    );
    this.bot = el("div", { class: "bot-bar" });
    this.status = el("span", { class: "bot-status", data: { role: "bot-status" } });
    this.node = el(
      "header",
      { class: "phone-head" },
      el("div", { class: "person-bar" }, this.person, this.follow, this.menu),
      this.bot,
    );
  }

  render() {
    const { phone } = this;
    const { user, group, store } = phone;
    const name = labelOf(user);
    const others = store.state.users.filter(
      (other) => other.id !== user?.id && (other.group ?? "") === (user?.group ?? ""),
    );
    const waiting = others.reduce((sum, other) => sum + (other.unread ?? 0), 0);
    const unread = waiting > 0 && el("span", { class: "unread", title: T.unread(waiting) }, waiting);
    this.person.replaceChildren(
      avatar(user?.id ?? 0, name),
      el("span", { class: "person-name" }, name),
      ...(unread ? [unread] : []),
      icon("down"),
    );
    this.person.setAttribute("aria-label", `${T.person}: ${name}`);
    this.follow.hidden = !phone.canFollow;
    this.followBox.checked = phone.follow;
    const title = group?.title ?? store.bot?.first_name ?? T.noBot;
    this.bot.replaceChildren(
      avatar(group?.id ?? store.bot?.id ?? 0, title),
      el("div", { class: "bot-words" }, el("b", { data: { role: "bot-name" } }, title), this.status),
    );
    if (!this.#actionTimer) this.#showUsual();
  }

  showAction(action) {
    clearTimeout(this.#actionTimer);
    this.status.textContent = T.typing[action] ?? T.typing.typing;
    this.status.classList.add("active");
    this.#actionTimer = setTimeout(() => this.clearAction(), ACTION_MS);
  }

  clearAction() {
    clearTimeout(this.#actionTimer);
    this.#actionTimer = null;
    this.#showUsual();
  }

  #showUsual() {
    this.status.classList.remove("active");
    this.status.textContent = this.#usualWords();
  }

  #usualWords() {
    const { bot } = this.phone.store;
    if (this.phone.isGroup) return T.groupChat;
    if (this.phone.blocked) return T.blocked;
    return bot ? `${T.bot} · @${bot.username}` : "";
  }

  #openMenu() {
    const { phone } = this;
    const entry = (role, label, act) => button(
      label,
      { role: "menuitem", data: { action: role }, click: () => { menu.close(); act(); } },
    );
    const menu = openMenu({
      anchor: this.menu, label: T.phoneMenu,
      content: [
        entry("open-link", T.openLink, () => phone.askLink()),
        phone.blocked ? entry(
          "unblock",
          T.unblock,
          () => phone.unblock(),
        ) : entry("block", T.block, () => phone.block()),
        entry("close-phone", T.closePhone, () => phone.onClose()),
      ],
    });
  }
}
