// Text + Bot API entities -> DOM. Offsets are UTF-16 units, which is what JavaScript strings count in.

import { el } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/**
 * Render a message text. `actions.link(url)` and `actions.command(text)` are what a click does.
 * Entities nest or lie side by side; the server never hands out crossing ones.
 */
export function renderText(text, entities, actions) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return span(text, 0, text.length, sorted, actions);
}

function span(text, from, to, entities, actions) {
  const out = document.createDocumentFragment();
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const end = Math.min(entity.offset + entity.length, to);
    const inside = others.filter((other) => other.offset < end);
    rest = others.slice(inside.length);
    if (entity.offset < at) continue;
    out.append(text.slice(at, entity.offset));
    out.append(wrap(entity, text.slice(entity.offset, end), span(text, entity.offset, end, inside, actions), actions));
    at = end;
    // A block element already breaks the line; the newline after it would show as an empty one.
    if (BLOCKS.has(entity.type) && text[at] === "\n") at += 1;
  }
  out.append(text.slice(at, to));
  return out;
}

function wrap(entity, raw, content, actions) {
  const { type } = entity;
  if (TAGS[type]) return el(TAGS[type], {}, content);
  if (type === "pre") return el("pre", { data: { language: entity.language } }, el("code", {}, content));
  if (type === "blockquote") return el("blockquote", {}, content);
  if (type === "expandable_blockquote") return expandable(content);
  if (type === "spoiler") return spoiler(content);
  if (type === "text_link") return link(entity.url, content, actions);
  if (type === "url") return link(raw.includes("://") ? raw : `https://${raw}`, content, actions);
  if (type === "email") return link(`mailto:${raw}`, content, actions);
  if (type === "bot_command") return el(
    "button",
    { type: "button", class: "linklike", click: () => actions.command(raw) },
    content,
  );
  if ([
    "mention",
    "text_mention",
    "hashtag",
    "cashtag",
    "phone_number",
  ].includes(type)) return el("span", { class: "tinted" }, content);
  return content;
}

function link(url, content, actions) {
  if (!/^(https?|mailto|tg):/i.test(url)) return content;
  return el(
    "a",
    { href: url, target: "_blank", rel: "noreferrer noopener", title: url, click: (event) => actions.link(url, event) },
    content,
  );
}

function spoiler(content) {
  const node = el(
    "span",
    { class: "spoiler", role: "button", tabindex: "0", "aria-expanded": "false" },
    el("span", {}, content),
  );
  const reveal = () => {
    node.classList.add("open");
    node.setAttribute("aria-expanded", "true");
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", (event) => event.key === "Enter" && reveal());
  return node;
}

function expandable(content) {
  const node = el(
    "blockquote",
    { class: "expandable", role: "button", tabindex: "0", "aria-expanded": "false" },
    content,
  );
  const toggle = () => node.setAttribute("aria-expanded", String(node.classList.toggle("open")));
  node.addEventListener("click", toggle);
  node.addEventListener("keydown", (event) => event.key === "Enter" && toggle());
  return node;
}
