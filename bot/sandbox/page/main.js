// Read this file first: it puts the page together. What the server says is the truth; nothing is
// shown before the server has it, and after a lost connection everything is read anew.

import { Desk } from "./desk.js";
import { button, el, icon } from "./dom.js";
import { listenToEvents } from "./live.js";
import { openNewPerson } from "./newperson.js";
import { Panel } from "./panel.js";
import { Store } from "./store.js";
import { T } from "./texts.js";

const place = (role) => document.querySelector(`[data-role=${role}]`);
const store = new Store();
const panelNode = place("panel");
const newPerson = () => openNewPerson(async (user) => {
  await store.loadState();
  if (!desk.phones.some((phone) => phone.userId === user.id)) desk.add({ user: user.id, chat: user.id, follow: false });
});
const desk = new Desk(store, place("phones"), { onNewPerson: newPerson });
const togglePanel = () => {
  panelNode.hidden = !panelNode.hidden;
  panelButton.setAttribute("aria-expanded", String(!panelNode.hidden));
};
const panel = new Panel(store, panelNode, { onClose: togglePanel });
const panelButton = button(T.panel, { "aria-expanded": "false", data: { role: "panel-toggle" }, click: togglePanel });
const offline = el("span", { class: "offline", role: "status", hidden: true, data: { role: "offline" } }, T.offline);
place("topbar").append(el("h1", {}, T.title), offline, el("span", { class: "spring" }),
  button(T.newPerson, { data: { role: "new-person" }, click: newPerson }, icon("plus"), T.newPerson),
  button(T.addPhone, { data: { role: "add-phone" }, click: () => desk.addFree() }),
  panelButton);

store.addEventListener("state", () => panel.render());
store.addEventListener("connection", () => (offline.hidden = store.online));

/** Read everything; while the server is away, try again. */
async function load() {
  try {
    await store.reload();
    store.setOnline(true);
  } catch {
    store.setOnline(false);
    setTimeout(load, 1500);
  }
}

await load();
listenToEvents({ onEvent: (event) => store.take(event), onBack: load, onLost: () => store.setOnline(false) });
