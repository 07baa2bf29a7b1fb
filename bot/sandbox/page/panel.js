// The side panel: break the network on purpose, switch strict limits, see the calls.

import { api } from "./api.js";
import { button, el, icon } from "./dom.js";
import { T } from "./texts.js";

export class Panel {
  constructor(store, node, { onClose }) {
    this.store = store;
    this.list = el("div", { class: "fault-list", data: { role: "fault-list" } });
    this.error = el("p", { class: "form-error", role: "alert" });
    this.strict = el(
      "input",
      {
        type: "checkbox",
        data: { role: "strict" },
        on: {
          change: () => this.#attempt(() => api.setLimits({ ...store.state.limits, strict: this.strict.checked })),
        },
      },
    );
    this.bots = el("div", { class: "bots" });
    node.append(button(
      T.close,
      { class: "round panel-close", click: onClose },
      icon("close"),
    ), el("h2", {}, T.faultsTitle), this.#faultForm(), this.list, this.error,
      el("h2", {}, T.limitsTitle), el("label", { class: "check" }, this.strict, T.strict),
      el("h2", {}, T.botsKnown), this.bots,
      el("p", {}, el("a", { href: api.callsUrl, target: "_blank", data: { role: "calls" } }, T.calls)));
  }

  render() {
    const { faults, limits, bots } = this.store.state;
    this.strict.checked = Boolean(limits?.strict);
    this.list.replaceChildren(...(faults.length ? this.#faultRows(faults) : [el("p", { class: "muted" }, T.faultNone)]));
    this.bots.replaceChildren(...bots.map((bot) => this.#botRow(bot)));
    if (!bots.length) this.bots.append(el("p", { class: "muted" }, T.noBot));
  }

  #faultRows(faults) {
    const clear = () => this.#attempt(() => api.clearFaults());
    return [...faults.map((fault) => this.#faultRow(fault)), button(T.faultClear, { data: { role: "fault-clear" }, click: clear })];
  }

  #faultForm() {
    const kinds = Object.entries(T.faults).sort(([a], [b]) => faultOrder(a) - faultOrder(b));
    const kind = el("select", { data: { role: "fault-kind" } }, kinds.map(([value, label]) => el("option", { value }, label)));
    const method = el("input", { type: "text", placeholder: T.faultAny, data: { role: "fault-method" } });
    const times = el(
      "input",
      { type: "number", min: 1, placeholder: T.faultEndless, value: 1, data: { role: "fault-times" } },
    );
    const retry = el("input", { type: "number", min: 1, value: 3, data: { role: "fault-retry" } });
    const retryLabel = el("label", {}, el("span", {}, T.faultRetry), retry);
    kind.addEventListener("change", () => (retryLabel.hidden = kind.value !== "429"));
    const form = el("form", { class: "form" },
      el("label", {}, el("span", {}, T.faultKind), kind), el("label", {}, el("span", {}, T.faultMethod), method),
      el("label", {}, el("span", {}, T.faultTimes), times), retryLabel,
      el("button", { type: "submit", class: "primary", data: { role: "fault-add" } }, T.faultAdd));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#attempt(() => api.addFault({
        kind: kind.value,
        method: method.value.trim() || null,
        times: Number(times.value) || null,
        ...(kind.value === "429" ? { retry_after: Number(retry.value) || 1 } : {}),
      }));
    });
    return form;
  }

  #faultRow(fault) {
    const left = fault.left ?? fault.remaining ?? fault.times;
    return el("div", { class: "fault" },
      el("span", {}, T.faultLine(fault.kind, fault.method ?? T.faultAny, left ? T.faultLeft(left) : T.faultEndless)),
      button(
        T.faultRemove,
        { data: { fault: fault.id }, click: () => this.#attempt(() => api.removeFault(fault.id)) },
      ));
  }

  #botRow(bot) {
    const chosen = bot.id === this.store.bot?.id;
    return el(
      "label",
      { class: "check" },
      el("input", { type: "radio", name: "bot", checked: chosen, on: { change: () => this.store.chooseBot(bot.id) } }),
      `${bot.first_name} @${bot.username}`,
    );
  }

  async #attempt(work) {
    this.error.textContent = "";
    try {
      await work();
      await this.store.loadState();
    } catch (problem) {
      this.error.textContent = T.error(problem.message);
    }
  }
}

/** Objects put number-like keys first by themselves; the common failures come before the rare ones. */
const faultOrder = (kind) => ["429", "500", "502", "lost_answer", "drop", "timeout", "403", "400"].indexOf(kind);
