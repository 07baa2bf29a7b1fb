// What lies over one phone for a while: a toast, or an alert one has to close.

import { button, el } from "./dom.js";
import { T } from "./texts.js";

const TOAST_MS = 3500;

export class Notices {
  #timer = null;

  constructor() {
    this.node = el("div", { class: "notices", role: "status", "aria-live": "polite" });
  }

  toast(words) {
    clearTimeout(this.#timer);
    this.node.querySelector(".toast")?.remove();
    const toast = el("div", { class: "toast", data: { role: "toast" } }, words);
    this.node.append(toast);
    this.#timer = setTimeout(() => toast.remove(), TOAST_MS);
  }

  alert(title, words) {
    const before = document.activeElement;
    const close = () => {
      shade.remove();
      before?.focus?.({ preventScroll: true });
    };
    const ok = button("OK", { class: "primary", data: { role: "alert-ok" }, click: close });
    const shade = el("div", {
      class: "shade",
      role: "alertdialog",
      "aria-label": title,
      data: { role: "alert" },
      on: { keydown: (event) => event.key === "Escape" && close() },
    },
      el("div", { class: "alert" }, el("b", {}, title), el("p", {}, words), ok));
    this.node.append(shade);
    ok.focus({ preventScroll: true });
  }

  clear() {
    clearTimeout(this.#timer);
    this.node.replaceChildren();
  }
}
