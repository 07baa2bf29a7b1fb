// Who holds the phone: everybody, by group, with what they have not read; groups they are in below.

import { openMenu } from "./dialog.js";
import { avatar, button, el } from "./dom.js";
import { T } from "./texts.js";

const SEARCH_FROM = 9;
const SHOWN = 100; // of each group; whoever looks for one of thousands uses the search

export const labelOf = (user) =>
  user?.label || [user?.first_name, user?.last_name].filter(Boolean).join(" ") || String(user?.id ?? "");

/** `choose({user, chat})`: a person's own chat with the bot has chat === user. */
export function openPersonPicker(anchor, { store, current, choose }) {
  const pick = (user, chat) => {
    menu.close();
    choose({ user, chat });
  };
  const { users, chats } = store.state;
  const list = el("div");
  const show = (words) => list.replaceChildren(
    ...people(users, words, current, pick),
    ...groupChats(chats, current, pick),
  );
  const search = users.length >= SEARCH_FROM && el(
    "input",
    {
      type: "search",
      placeholder: T.searchPerson,
      "aria-label": T.searchPerson,
      on: { input: (event) => show(event.target.value) },
    },
  );
  show("");
  const menu = openMenu({ anchor, label: T.person, className: "picker", content: search ? [search, list] : [list] });
}

function people(users, words, current, pick) {
  const wanted = words.trim().toLowerCase();
  const found = users.filter((user) => labelOf(user).toLowerCase().includes(wanted));
  return [...byGroup(found)].map(([group, members]) => section(T.groups[group] ?? group,
    members.slice(0, SHOWN).map((user) => personRow(user, user.id === current, () => pick(user.id, user.id)))));
}

function groupChats(chats, current, pick) {
  const own = chats.filter((chat) => memberIds(chat).includes(current));
  return own.length ? [
    section(
      T.groups.chats,
      own.map((chat) => personRow({ id: chat.id, label: chat.title }, false, () => pick(current, chat.id))),
    ),
  ] : [];
}

const section = (title, rows) => el("div", { class: "picker-group" }, el("h3", {}, title), rows);

const memberIds = (chat) => (chat.members ?? []).map((member) => member.id ?? member.user_id ?? member);

export function byGroup(users) {
  const groups = new Map();
  for (const user of users) {
    const group = user.group ?? "";
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(user);
  }
  return groups;
}

function personRow(user, current, choose) {
  return button("", {
    role: "menuitem",
    class: current ? "person current" : "person",
    title: null,
    "aria-label": user.unread ? `${labelOf(user)}, ${T.unread(user.unread)}` : labelOf(user),
    "aria-current": current || null,
    data: { pick: user.id },
    click: choose,
  },
    avatar(user.id, labelOf(user)), el(
      "span",
      { class: "person-name" },
      labelOf(user),
    ), user.unread > 0 && el("span", { class: "unread" }, user.unread));
}
