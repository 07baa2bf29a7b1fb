// Whose phone number to send.

import { openDialog } from "./dialog.js";
import { avatar, button, el } from "./dom.js";
import { labelOf } from "./picker.js";
import { T } from "./texts.js";

/** One's own card first, then everybody who has a number. */
export function chooseContact(users, self, choose) {
  const people = [self, ...users.filter((user) => user.id !== self.id && user.phone)];
  const dialog = openDialog({
    title: T.chooseContact,
    role: "contact-picker",
    body: el("div", { class: "picker-list" }, people.map((person) => button("", {
      class: "person",
      title: null,
      "aria-label": labelOf(person),
      data: { contact: person.id },
      click: () => { dialog.close(); choose(person); },
    },
      avatar(person.id, labelOf(person)), el(
        "span",
        { class: "person-name" },
        labelOf(person),
        el("small", {}, person.id === self.id ? [T.own, person.phone].filter(Boolean).join(", ") : person.phone),
      )))),
  });
}
