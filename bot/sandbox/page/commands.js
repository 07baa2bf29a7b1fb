// Which commands a person sees in a chat: Telegram takes the narrowest scope that has any.

import { openMenu } from "./dialog.js";
import { button, el } from "./dom.js";
import { T } from "./texts.js";

/** The commands of `bot` for this chat: [{command, description}]. */
export function commandsFor(bot, { chat, user, isGroup }) {
  const wide = isGroup ? "all_group_chats" : "all_private_chats";
  const steps = [
    (scope) => scope.type === "chat" && String(scope.chat_id) === String(chat),
    (scope) => scope.type === wide,
    (scope) => scope.type === "default",
  ];
  for (const step of steps) {
    for (const language of [user?.language_code ?? "", ""]) {
      const fits = (list) => step(scopeOf(list)) && (list.language ?? list.language_code ?? "") === language;
      const found = (bot?.commands ?? []).find(fits);
      if (found?.commands.length) return found.commands;
    }
  }
  return [];
}

/** A scope is Telegram's object, or its name, or missing. */
const scopeOf = ({ scope }) => (typeof scope === "string" ? { type: scope } : scope ?? { type: "default" });

export function openCommandMenu(anchor, commands, choose) {
  const menu = openMenu({
    anchor, label: T.commands, className: "command-menu",
    content: commandRows(commands, (command) => {
      menu.close();
      choose(command);
    }),
  });
}

export function commandRows(commands, choose) {
  return commands.map(({ command, description }) => button("", {
    role: "menuitem",
    "aria-label": `/${command}`,
    title: null,
    data: { command },
    click: () => choose(`/${command}`),
  },
    el("b", {}, `/${command}`), el("span", {}, description)));
}
