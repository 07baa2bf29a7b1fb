// The list of bubbles: keeps what has not changed, adds what is new, follows the bottom like a chat does.

import { bubbleOf, isOwn, serviceLine } from "./bubble.js";
import { button, el, icon } from "./dom.js";
import { T } from "./texts.js";

const SHOWN = 150;
const NEAR_BOTTOM = 80;
const TAIL_GAP_S = 600;
const dayFormat = new Intl.DateTimeFormat("uk", { day: "numeric", month: "long" });

export class Timeline {
  #drawn = new Map(); // key -> {node, print}
  #limit = SHOWN;
  #chat = null;
  #lastId = 0;
  #lastTop = 0;

  constructor(phone) {
    this.phone = phone;
    this.list = el("div", { class: "timeline-list" });
    this.node = el(
      "div",
      { class: "timeline", tabindex: "0", role: "log", "aria-label": T.write, data: { role: "timeline" } },
      this.list,
    );
    this.down = button(
      T.toBottom,
      { class: "round to-bottom", hidden: true, click: () => this.toBottom("smooth") },
      icon("down"),
    );
    this.node.addEventListener("scroll", () => this.#onScroll());
    // A picture that arrives late must not push the newest message out of sight.
    // Nor may a keyboard that opens under the chat.
    const follow = new ResizeObserver(() => this.sticky && this.toBottom());
    follow.observe(this.list);
    follow.observe(this.node);
    this.sticky = true;
  }

  render(chat, messages) {
    if (this.#chat !== chat) this.#restart(chat);
    const newest = messages.at(-1);
    const ownNew = newest && newest.message_id > this.#lastId && isOwn(newest, this.phone.user);
    const stick = this.sticky || ownNew;
    this.#lastId = newest?.message_id ?? 0;
    this.#apply(this.#rows(messages));
    if (stick) this.toBottom();
  }

  toBottom(behavior = "instant") {
    this.sticky = true;
    this.node.scrollTo({ top: this.node.scrollHeight, behavior });
  }

  /** Scroll to a message and let it flash; says whether it is there. */
  jumpTo(id) {
    const target = this.list.querySelector(`[data-message="${id}"]`);
    if (!target) return false;
    this.sticky = false;
    target.scrollIntoView({ block: "center", behavior: "smooth" });
    target.classList.add("flash");
    setTimeout(() => target.classList.remove("flash"), 1400);
    return true;
  }

  #restart(chat) {
    this.#chat = chat;
    this.#drawn.clear();
    this.#limit = SHOWN;
    this.#lastId = 0;
    this.list.replaceChildren();
    this.sticky = true;
  }

  /** Only a scroll upwards lets go of the bottom: content that grows also leaves one above it. */
  #onScroll() {
    const { scrollTop } = this.node;
    if (this.#atBottom()) this.sticky = true;
    else if (scrollTop < this.#lastTop - 1) this.sticky = false;
    this.#lastTop = scrollTop;
    this.down.hidden = this.#atBottom();
  }

  #atBottom() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR_BOTTOM;
  }

  /** What the list should be: [{key, print, make}]; `print` changes when the row must be drawn anew. */
  #rows(messages) {
    const bundles = albums(messages.slice(-this.#limit));
    const rows = messages.length > this.#limit ? [this.#earlierRow(messages)] : [];
    let day = null;
    bundles.forEach((bundle, index) => {
      const date = new Date(bundle[0].date * 1000).toDateString();
      if (date !== day) rows.push(dayRow(date));
      day = date;
      const tail = hasTail(bundle.at(-1), bundles[index + 1]?.[0]);
      const context = [tail, this.phone.points.length, this.phone.reactionsOf(bundle[0])];
      rows.push({
        key: `m${bundle[0].message_id}`,
        print: JSON.stringify([bundle, context]),
        make: () => serviceLine(bundle[0]) ?? bubbleOf(bundle, this.phone, { tail }),
      });
    });
    return rows;
  }

  #earlierRow(messages) {
    const more = () => {
      this.#limit += SHOWN;
      this.sticky = false;
      this.#apply(this.#rows(messages));
    };
    return {
      key: "earlier",
      print: String(messages.length),
      make: () => el("div", { class: "row service" }, button(T.earlier, { click: more })),
    };
  }

  #apply(rows) {
    const keep = new Map();
    let previous = null;
    for (const { key, print, make } of rows) {
      const old = this.#drawn.get(key);
      const node = old?.print === print ? old.node : make();
      if (old && old.node !== node) old.node.replaceWith(node);
      const next = previous ? previous.nextSibling : this.list.firstChild;
      if (next !== node) this.list.insertBefore(node, next);
      keep.set(key, { node, print });
      previous = node;
    }
    for (const [key, { node }] of this.#drawn) if (!keep.has(key)) node.remove();
    this.#drawn = keep;
  }
}

/** Messages of one media_group_id that follow each other make one bubble. */
function albums(messages) {
  const bundles = [];
  for (const message of messages) {
    const last = bundles.at(-1);
    if (message.media_group_id && last?.[0].media_group_id === message.media_group_id) last.push(message);
    else bundles.push([message]);
  }
  return bundles;
}

/** The tail is on the last of a run of bubbles by one sender. */
function hasTail(message, next) {
  return !next || next.from?.id !== message.from?.id || next.date - message.date > TAIL_GAP_S;
}

function dayRow(date) {
  const names = { [new Date().toDateString()]: T.today, [new Date(Date.now() - 864e5).toDateString()]: T.yesterday };
  const words = names[date] ?? dayFormat.format(new Date(date));
  return { key: `d${date}`, print: words, make: () => el("div", { class: "row service day" }, el("span", {}, words)) };
}
