// The row of phones: which ones there are, who holds them, and which officer to follow.

import { button, el } from "./dom.js";
import { Phone } from "./phone.js";
import { byGroup } from "./picker.js";
import { T } from "./texts.js";

const KEY = "sandbox-phones";
const ORDER = ["resident", "officer", "admin"];
const JUST_NOW_MS = 3000;

export class Desk {
  phones = [];
  #known = new Set(); // groups that had their phone, so that a closed one does not come back by itself
  #arrivals = new Map(); // user -> when something last came

  constructor(store, node, { onNewPerson }) {
    this.store = store;
    this.node = node;
    this.nobody = el(
      "div",
      { class: "nobody", hidden: true },
      el("b", {}, T.noPeople),
      el("p", {}, T.noPeopleHint),
      button(T.newPerson, { class: "primary", click: onNewPerson }),
    );
    node.append(this.nobody);
    store.addEventListener("state", ({ detail }) => this.#onState(detail?.before));
    store.addEventListener("chat", ({ detail }) => this.#at(detail.chat, (phone) => phone.renderChat()));
    store.addEventListener("points", () => this.phones.forEach((phone) => phone.renderChat()));
    store.addEventListener(
      "action",
      ({ detail }) => this.#at(detail.chat, (phone) => phone.header.showAction(detail.action)),
    );
    document.addEventListener("visibilitychange", () => this.phones.forEach((phone) => phone.renderState()));
  }

  add(slot) {
    const phone = new Phone(
      this.store,
      slot,
      { onChange: () => this.#save(), onClose: (closed) => this.#remove(closed) },
    );
    this.phones.push(phone);
    this.node.append(phone.node);
    this.#changed();
    return phone;
  }

  /** One more phone, for somebody who has none yet if there is such a person. */
  addFree() {
    const { users } = this.store.state;
    const shown = new Set(this.phones.map((phone) => phone.userId));
    const person = users.find((user) => !shown.has(user.id)) ?? users[0];
    if (person) this.add(slotFor(person)).node.scrollIntoView({ behavior: "smooth" });
  }

  #remove(phone) {
    this.phones = this.phones.filter((other) => other !== phone);
    phone.node.remove();
    this.#changed();
  }

  #changed() {
    this.phones.forEach((phone, index) => (phone.node.dataset.phone = index + 1));
    this.nobody.hidden = this.phones.length > 0;
    this.#save();
  }

  #onState(before) {
    this.#seat();
    if (before) this.#noteArrivals(before);
    for (const phone of this.phones) {
      phone.renderState();
      phone.renderChat(); // commands and names may have changed
    }
    if (before) this.#follow();
  }

  /** Phones for the groups that have none yet; people who are gone give theirs up. */
  #seat() {
    for (const phone of this.phones.filter((shown) => !shown.user)) this.#remove(phone);
    if (!this.phones.length && !this.#known.size) this.#restore();
    const groups = byGroup(this.store.state.users);
    if (!groups.size) this.#known.clear();
    for (const group of sorted([...groups.keys()])) {
      const wanted = group === "resident" ? 2 : 1;
      const seats = groups.get(group).slice(0, wanted);
      seats.forEach((person, index) => {
        const seat = `${group}/${index}`;
        if (this.#known.has(seat)) return;
        this.#known.add(seat);
        this.add(slotFor(person));
      });
    }
    this.nobody.hidden = this.phones.length > 0;
  }

  #noteArrivals(before) {
    const unreadBefore = new Map(before.users.map((user) => [user.id, user.unread]));
    for (const user of this.store.state.users) {
      if (user.unread > (unreadBefore.get(user.id) ?? 0)) this.#arrivals.set(user.id, Date.now());
    }
  }

  /** Turn a following phone to the officer something just came for, unless its holder is busy or also got it. */
  #follow() {
    if (document.querySelector("dialog, .menu")) return; // somebody is in the middle of something
    const now = Date.now();
    const shown = new Set(this.phones.map((phone) => phone.userId));
    const fresh = (user) => now - (this.#arrivals.get(user) ?? 0) < JUST_NOW_MS;
    for (const phone of this.phones) {
      if (!phone.follow || !phone.canFollow || phone.composer.hasDraft || fresh(phone.userId)) continue;
      const called = this.store.state.users.find(
        (user) => user.group === phone.user.group && user.unread > 0 && fresh(user.id) && !shown.has(user.id),
      );
      if (called) phone.show({ user: called.id });
    }
  }

  #at(chat, act) {
    this.phones.filter((phone) => phone.chat === chat).forEach(act);
  }

  #save() {
    localStorage.setItem(
      KEY,
      JSON.stringify({ slots: this.phones.map((phone) => phone.slot), known: [...this.#known] }),
    );
  }

  #restore() {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const slots = (kept?.slots ?? []).filter((slot) => this.store.user(slot.user));
    if (!slots.length) return;
    kept.known.forEach((seat) => this.#known.add(seat));
    slots.forEach((slot) => this.add(slot));
  }
}

const slotFor = (person) => ({ user: person.id, chat: person.id, follow: person.group === "officer" });

const sorted = (groups) => groups.sort((a, b) => rank(a) - rank(b));
const rank = (group) => (ORDER.includes(group) ? ORDER.indexOf(group) : ORDER.length);
