// One conversation as the server has it. Readings run one after another, so an old answer never
// overwrites a newer one.

import { api } from "./api.js";

const PAGE = 200;

export class ChatLog {
  replyKeyboard = null;
  forceReply = null;
  pinned = [];
  loaded = false;
  #messages = new Map();
  #queue = Promise.resolve();
  #waiting = new Set();

  constructor(chat, botParam, onChange) {
    this.chat = chat;
    this.botParam = botParam;
    this.onChange = onChange;
  }

  get messages() {
    return [...this.#messages.values()].filter((message) => !message.deleted).sort((a, b) => a.message_id - b.message_id);
  }

  find(id) {
    return this.#messages.get(id) ?? null;
  }

  clear() {
    this.#messages.clear();
    this.replyKeyboard = this.forceReply = null;
    this.pinned = [];
    this.onChange();
  }

  reload() {
    return this.#enqueue("reload", async () => {
      const fresh = await this.#readAfter(0);
      this.#messages = new Map(fresh.map((message) => [message.message_id, message]));
      this.loaded = true;
    });
  }

  fetchNew() {
    return this.#enqueue("new", async () => {
      for (const message of await this.#readAfter(this.#last())) this.#messages.set(message.message_id, message);
    });
  }

  /** Read one message again: it was edited, deleted or reacted to. */
  refresh(id) {
    return this.#enqueue(`one ${id}`, async () => {
      const page = await this.#page(id - 1, 1);
      const message = page.find((candidate) => candidate.message_id === id);
      if (message) this.#messages.set(id, message);
      else this.#messages.delete(id);
    });
  }

  #last() {
    return Math.max(0, ...this.#messages.keys());
  }

  async #readAfter(after) {
    const all = [];
    for (;;) {
      const page = await this.#page(after, PAGE);
      all.push(...page);
      if (page.length < PAGE) return all;
      after = page.at(-1).message_id;
    }
  }

  async #page(after, limit) {
    const answer = await api.messages(this.chat, this.botParam(), after, limit);
    this.replyKeyboard = answer.reply_keyboard ?? null;
    this.forceReply = answer.force_reply ?? null;
    this.pinned = answer.pinned ?? [];
    return answer.messages;
  }

  /** The same reading asked for twice before it began is done once. */
  #enqueue(kind, work) {
    if (this.#waiting.has(kind)) return this.#queue;
    this.#waiting.add(kind);
    this.#queue = this.#queue.then(async () => {
      this.#waiting.delete(kind);
      await work();
      this.onChange();
    }).catch((problem) => console.warn(`chat ${this.chat}: ${problem.message}`));
    return this.#queue;
  }
}
