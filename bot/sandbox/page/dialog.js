// Modal windows (native <dialog>: focus trap and Esc for free) and menus that hang on a button.

import { button, el, icon } from "./dom.js";
import { T } from "./texts.js";

/** Open a modal window. Returns {node, close}; `onClose` runs however it was closed. */
export function openDialog({ title, body, wide = false, role, onClose }) {
  const node = el("dialog", { class: wide ? "dialog wide" : "dialog", "aria-label": title, data: { role } },
    el(
      "div",
      { class: "dialog-head" },
      el("h2", {}, title),
      button(T.close, { class: "round", click: () => node.close() }, icon("close")),
    ),
    body);
  node.addEventListener("close", () => {
    node.remove();
    onClose?.();
  });
  node.addEventListener("click", (event) => {
    if (event.target === node) node.close();
  });
  document.body.append(node);
  node.showModal();
  return { node, close: () => node.close() };
}

/** A dialog with labelled fields; `submit(values)` may throw, then its words are shown and it stays open. */
export function openForm({ title, fields, action, submit }) {
  const error = el("p", { class: "form-error", role: "alert" });
  const form = el("form", { class: "form", method: "dialog" },
    fields.map((field) => el("label", {}, el("span", {}, field.label), field.input)),
    error,
    el("button", { type: "submit", class: "primary" }, action));
  const dialog = openDialog({ title, body: form });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await submit(Object.fromEntries(fields.map((field) => [field.name, field.input.value.trim()])));
      dialog.close();
    } catch (problem) {
      error.textContent = problem.message;
    }
  });
  return dialog;
}

let closeCurrent = null;

/**
 * A menu near its anchor (or at a point). Only one is open at a time.
 * Arrow keys move, Esc and a click elsewhere close, and the focus returns to where it was.
 */
export function openMenu({ anchor, at, content, label, className = "" }) {
  closeCurrent?.();
  const before = document.activeElement;
  const node = el("div", { class: `menu ${className}`, role: "menu", "aria-label": label }, content);
  (anchor?.closest("dialog") ?? document.body).append(node);
  place(node, at ?? anchor.getBoundingClientRect());

  const away = (event) => !node.contains(event.target) && !anchor?.contains(event.target) && close();
  function close() {
    if (closeCurrent !== close) return;
    closeCurrent = null;
    document.removeEventListener("pointerdown", away, true);
    const focusInside = node.contains(document.activeElement);
    node.remove();
    if (focusInside) before?.focus?.({ preventScroll: true });
  }
  closeCurrent = close;
  document.addEventListener("pointerdown", away, true);
  node.addEventListener("keydown", (event) => onMenuKey(event, node, close));
  (node.querySelector("input") ?? node.querySelector("button"))?.focus({ preventScroll: true });
  return { node, close };
}

export const closeMenu = () => closeCurrent?.();

function onMenuKey(event, node, close) {
  if (event.key === "Escape") {
    event.preventDefault();
    close();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const stops = [...node.querySelectorAll("button, input")].filter((item) => !item.hidden);
  const index = stops.indexOf(document.activeElement);
  stops[(index + step + stops.length) % stops.length]?.focus();
}

function place(node, box) {
  const { width, height } = node.getBoundingClientRect();
  const margin = 8;
  const left = Math.max(margin, Math.min(box.left, innerWidth - width - margin));
  const below = box.bottom + 4;
  const top = below + height <= innerHeight - margin ? below : Math.max(margin, box.top - height - 4);
  node.style.left = `${left}px`;
  node.style.top = `${top}px`;
}
