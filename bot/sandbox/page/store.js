// What the page knows, all of it read from the server: people, bots, map points and open conversations.

import { api } from "./api.js";
import { ChatLog } from "./chatlog.js";

const SETTLE_MS = 60;
const SETTLE_MAX_MS = 3000;
const REST = 8; // a load run with thousands of people must not spend itself on this page
const NO_BOT_MS = 2000;

export class Store extends EventTarget {
  state = { bots: [], users: [], chats: [], faults: [], limits: {}, points: false };
  online = true;
  #logs = new Map();
  #points = null;
  #settling = false;
  #stale = false;
  #read = false;
  #botTimer = null;
  #botId = null;

  get bot() {
    return this.state.bots.find((bot) => bot.id === this.#botId) ?? this.state.bots[0] ?? null;
  }

  /** What to name in control calls: needed only where several bots share the box. */
  get botParam() {
    return this.state.bots.length > 1 ? this.bot.id : undefined;
  }

  chooseBot(id) {
    this.#botId = id;
    this.#emit("state");
    this.#reloadLogs();
  }

  user(id) {
    return this.state.users.find((user) => user.id === id) ?? null;
  }

  group(id) {
    return this.state.chats.find((chat) => chat.id === id) ?? null;
  }

  get points() {
    return this.#points ?? [];
  }

  /** The conversation of a chat, loaded on first use and kept fresh by events from then on. */
  log(chat) {
    if (!this.#logs.has(chat)) {
      const log = new ChatLog(chat, () => this.botParam, () => this.#emit("chat", { chat }));
      this.#logs.set(chat, log);
      if (this.bot) log.reload();
    }
    return this.#logs.get(chat);
  }

  async reload() {
    await this.loadState();
    this.#reloadLogs();
  }

  async loadState() {
    const before = this.state;
    this.state = await api.state();
    if (this.state.points && !(before.points && this.#points)) await this.loadPoints();
    if (before.bots.length !== this.state.bots.length) this.#reloadLogs();
    this.#waitForBot();
    this.#emit("state", { before: this.#read ? before : null }); // nothing "just came" at the first look
    this.#read = true;
  }

  async loadPoints() {
    const answer = await api.points();
    this.#points = Array.isArray(answer) ? answer : answer.points;
    this.#emit("points");
  }

  setOnline(online) {
    if (this.online === online) return;
    this.online = online;
    this.#emit("connection");
  }

  take(event) {
    if (event.type === "reset") {
      this.#logs.clear(); // the people are gone too; whoever comes next starts afresh
      this.loadState();
      return;
    }
    if (event.type === "action") this.#emit("action", event);
    else if (event.type === "points") this.loadPoints();
    else this.#takeChange(event);
  }

  #takeChange(event) {
    const log = this.#logs.get(event.chat);
    const id = event.message_id ?? event.message?.message_id;
    if (["message", "keyboard", "pin"].includes(event.type)) log?.fetchNew();
    else if (["edit", "delete", "reaction"].includes(event.type)) id ? log?.refresh(id) : log?.reload();
    this.#settle();
  }

  /** A burst of events (a broadcast) costs a few readings of the state, not hundreds. */
  async #settle() {
    this.#stale = true;
    if (this.#settling) return;
    this.#settling = true;
    let pause = SETTLE_MS;
    while (this.#stale) {
      await new Promise((done) => setTimeout(done, pause));
      this.#stale = false;
      const began = performance.now();
      await this.loadState().catch(() => {}); // the connection's own retry reads it again
      pause = Math.min(SETTLE_MAX_MS, Math.max(SETTLE_MS, REST * (performance.now() - began)));
    }
    this.#settling = false;
  }

  /** A bot appears with its first call, which may come long after the page. */
  #waitForBot() {
    if (this.state.bots.length || this.#botTimer) return;
    this.#botTimer = setTimeout(() => {
      this.#botTimer = null;
      this.#settle();
    }, NO_BOT_MS);
  }

  #reloadLogs() {
    this.#logs.forEach((log) => (this.bot ? log.reload() : log.clear()));
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
