// The form for one more person in the box.

import { api } from "./api.js";
import { openForm } from "./dialog.js";
import { el } from "./dom.js";
import { T } from "./texts.js";

/** `onMade(user)` is called with the person the server made. */
export function openNewPerson(onMade) {
  const input = (role, more = {}) => el("input", { type: "text", autocomplete: "off", data: { role }, ...more });
  openForm({
    title: T.newPerson, action: T.create,
    fields: [
      { name: "first_name", label: T.firstName, input: input("first-name", { required: true }) },
      { name: "last_name", label: T.lastName, input: input("last-name") },
      { name: "phone", label: T.phone, input: input("phone-number", { type: "tel", placeholder: "+380…" }) },
      {
        name: "language_code",
        label: T.language,
        input: select({ uk: "українська", en: "English", pl: "polski" }, "language"),
      },
      { name: "group", label: T.group, input: select(T.groupOne, "group") },
    ],
    submit: async (values) => {
      const filled = Object.entries(values).filter(([, value]) => value);
      onMade(await api.newUser(Object.fromEntries(filled)));
    },
  });
}

function select(options, role) {
  return el(
    "select",
    { data: { role } },
    Object.entries(options).map(([value, label]) => el("option", { value }, label)),
  );
}
