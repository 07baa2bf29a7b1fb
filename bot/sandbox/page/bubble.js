// One message (or one album) as a bubble. It knows how a message looks; what clicks do comes from `phone`.

import { button, el, icon } from "./dom.js";
import { renderText } from "./entities.js";
import { inlineKeyboard } from "./inline.js";
import { isVisual, mediaOf, summary, thumbOf } from "./media.js";
import { T } from "./texts.js";

const timeFormat = new Intl.DateTimeFormat("uk", { hour: "2-digit", minute: "2-digit" });

/**
 * Build the bubble of `messages`: one, or the items of an album.
 * `phone` gives {user, points, actions, openMessageMenu, jumpTo, tap, reactionsOf, nameOf, isGroup}.
 */
export function bubbleOf(messages, phone, { tail }) {
  const [first] = messages;
  const own = isOwn(first, phone.user);
  const spoken = messages.find((message) => message.caption) ?? messages.at(-1);
  const body = el("div", { class: bubbleClass(messages, tail, phone.reactionsOf(spoken)) },
    sender(first, phone, own), forwardedFrom(first), quote(first, phone),
    messages.length > 1 ? album(messages, spoken, phone) : mediaOf(first, phone.points),
    el("div", { class: "foot" }, words(spoken, phone), reactions(spoken, phone), stamp(spoken)));
  const more = button(
    T.messageMenu,
    {
      class: "round bubble-more",
      data: { role: "message-menu" },
      "aria-haspopup": "menu",
      click: () => phone.openMessageMenu(spoken, { anchor: more }),
    },
    icon("down"),
  );
  body.append(more);
  const row = el("div", {
    class: own ? "row out" : "row in",
    data: { message: spoken.message_id, from: own ? "me" : "them" },
  },
    el("div", { class: "bubble-column" }, body, inlineKeyboard(spoken, phone)));
  body.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    phone.openMessageMenu(
      targetOf(event, messages) ?? spoken,
      { at: { left: event.clientX, top: event.clientY, bottom: event.clientY } },
    );
  });
  body.addEventListener("dblclick", (event) => {
    if (!event.target.closest("a, button, video")) phone.replyTo(spoken);
  });
  return row;
}

export const isOwn = (message, user) => !message.from_bot && message.from?.id === user?.id;

function bubbleClass(messages, tail, given) {
  const [first] = messages;
  const wordless = !messages.some((message) => message.text || message.caption);
  const kinds = ["bubble"];
  if (tail) kinds.push("tail");
  if (isVisual(first)) kinds.push("visual");
  if (wordless && isVisual(first) && !first.venue && !given.length) kinds.push("wordless");
  if (first.sticker || first.video_note || first.dice) kinds.push("bare");
  return kinds.join(" ");
}

/** In an album each item can be answered or deleted on its own. */
function targetOf(event, messages) {
  const id = Number(event.target.closest("[data-message]")?.dataset.message);
  return messages.find((message) => message.message_id === id);
}

function album(messages, spoken, phone) {
  const visual = messages.every(isVisual);
  return el("div", {
    class: visual ? `album album-${Math.min(messages.length, 10)}` : "stack",
    data: { role: "album", count: messages.length },
  },
    messages.map((message) => el(
      "div",
      { class: "album-cell", data: { message: message === spoken ? null : message.message_id } },
      mediaOf(message, phone.points),
    )));
}

function sender(message, phone, own) {
  return phone.isGroup && !own ? el("div", { class: "sender" }, phone.nameOf(message.from)) : null;
}

function forwardedFrom(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const from = origin.sender_user ?? origin.sender_chat ?? origin.chat;
  const hidden = origin.sender_user_name ?? T.hiddenSender;
  const name = from ? from.title ?? [from.first_name, from.last_name].filter(Boolean).join(" ") : hidden;
  return el("div", { class: "forwarded" }, T.forwarded(name));
}

function quote(message, phone) {
  const original = message.reply_to_message;
  if (!original || original.forum_topic_created) return null;
  return el("button", {
    type: "button",
    class: "quote",
    click: () => phone.jumpTo(original.message_id),
    data: { reply: original.message_id },
  },
    thumbOf(original),
    el(
      "span",
      { class: "quote-words" },
      el("b", {}, phone.nameOf(original.from, original)),
      el("span", {}, message.quote?.text ?? summary(original)),
    ));
}

function words(message, phone) {
  const text = message.text ?? message.caption;
  if (text) return el(
    "div",
    { class: "words", data: { role: "text" } },
    renderText(text, message.entities ?? message.caption_entities, phone.actions),
  );
  return mediaOf(message, phone.points) ? null : el("div", { class: "words muted" }, T.unsupported);
}

function reactions(message, phone) {
  const given = phone.reactionsOf(message);
  if (!given.length) return null;
  return el("div", { class: "reactions", data: { role: "reactions" } }, given.map((emoji) => el("span", {}, emoji)));
}

function stamp(message) {
  return el(
    "span",
    { class: "stamp" },
    message.edited || message.edit_date ? `${T.edited} ` : "",
    timeFormat.format(message.date * 1000),
  );
}

/** Lines in the middle of the chat: somebody joined, a topic was made. Null for ordinary messages. */
export function serviceLine(message) {
  const line = serviceWords(message);
  return line ? el("div", { class: "row service", data: { message: message.message_id } }, el("span", {}, line)) : null;
}

function serviceWords(message) {
  const names = (users) => users.map((user) => user.first_name).join(", ");
  if (message.pinned_message) return T.service.pinned(summary(message.pinned_message));
  if (message.new_chat_members) return T.service.joined(names(message.new_chat_members));
  if (message.left_chat_member) return T.service.left(message.left_chat_member.first_name);
  if (message.forum_topic_created) return T.service.topic(message.forum_topic_created.name);
  if (message.forum_topic_closed) return T.service.topicClosed;
  if (message.forum_topic_reopened) return T.service.topicReopened;
  if (message.forum_topic_edited) return T.service.topicEdited;
  if (message.group_chat_created || message.supergroup_chat_created) return T.service.created;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return T.service.migrated;
  return null;
}
