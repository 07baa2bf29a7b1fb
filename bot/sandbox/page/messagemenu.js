// What one can do with a message: react, answer, copy, change or delete one's own.

import { isOwn } from "./bubble.js";
import { openMenu } from "./dialog.js";
import { button, el } from "./dom.js";
import { T } from "./texts.js";

const REACTIONS = ["👍", "❤️", "🔥", "🙏", "👎", "😢"];

/** `actions`: {react(emoji), reply(), edit(), remove(), copy(text)}. */
export function openMessageMenu(message, { anchor, at, user, actions }) {
  const text = message.text ?? message.caption;
  const own = isOwn(message, user);
  const entry = (role, label, act) => button(
    label,
    { role: "menuitem", data: { action: role }, click: () => { menu.close(); act(); } },
  );
  const content = [
    el(
      "div",
      { class: "react-row" },
      REACTIONS.map((emoji) => button(
        T.react(emoji),
        { role: "menuitem", data: { react: emoji }, click: () => { menu.close(); actions.react(emoji); } },
        emoji,
      )),
    ),
    entry("reply", T.reply, actions.reply),
    own && text && entry("edit", T.edit, actions.edit),
    text && entry("copy", T.copy, () => actions.copy(text)),
    own && entry("delete", T.remove, actions.remove),
  ];
  const menu = openMenu({
    anchor,
    at,
    label: T.messageMenu,
    className: "message-menu",
    content: content.filter(Boolean),
  });
}
