// A map one can move: wheel and pinch zoom, drag, keys, a click that is not a drag.

import { atlasOf } from "./atlas.js";
import { project, unproject } from "./geo.js";
import { drawMap, fitUkraine } from "./mapdraw.js";

const CLICK_SLOP = 5; // px a finger may wander and still be clicking
const MAX_SCALE = 400000;

export class MapView {
  pins = [];
  #pointers = new Map();
  #moved = 0;
  #frame = null;

  /** `points` are the server's rows; `onClick(place)` gets {lat, lon}. */
  constructor(canvas, { points, view, onClick }) {
    this.canvas = canvas;
    this.atlas = atlasOf(points);
    this.view = view ?? fitUkraine(canvas.clientWidth, canvas.clientHeight);
    this.minScale = fitUkraine(canvas.clientWidth, canvas.clientHeight).scale * 0.7;
    this.onClick = onClick;
    const on = (name, handler, options) => canvas.addEventListener(name, handler.bind(this), options);
    on("wheel", this.#wheel, { passive: false });
    on("pointerdown", this.#down);
    on("pointermove", this.#move);
    on("pointerup", this.#up);
    on("pointercancel", this.#up);
    on("keydown", this.#key);
    new ResizeObserver(() => this.redraw()).observe(canvas);
  }

  setPins(pins) {
    this.pins = pins;
    this.redraw();
  }

  /** Bring a place into sight without changing the zoom more than needed. */
  show(place, scale = this.view.scale) {
    this.view = { ...project(place.lat, place.lon), scale };
    this.redraw();
  }

  zoom(factor, at) {
    const centre = at ?? { x: this.canvas.clientWidth / 2, y: this.canvas.clientHeight / 2 };
    const before = this.#planeAt(centre);
    const scale = Math.max(this.minScale, Math.min(MAX_SCALE, this.view.scale * factor));
    this.view = { ...this.view, scale };
    const after = this.#planeAt(centre);
    this.view.x += before.x - after.x;
    this.view.y += before.y - after.y;
    this.redraw();
  }

  redraw() {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      if (this.canvas.clientWidth) drawMap(
        this.canvas,
        this.atlas,
        this.view,
        { pins: this.pins, reserved: [this.#zoomButtons] },
      );
    });
  }

  get #zoomButtons() {
    const { clientWidth } = this.canvas;
    return [clientWidth - 52, 0, clientWidth, 92];
  }

  #planeAt({ x, y }) {
    const { clientWidth, clientHeight } = this.canvas;
    return {
      x: this.view.x + (x - clientWidth / 2) / this.view.scale,
      y: this.view.y + (y - clientHeight / 2) / this.view.scale,
    };
  }

  #pan(dx, dy) {
    this.view = { ...this.view, x: this.view.x - dx / this.view.scale, y: this.view.y - dy / this.view.scale };
    this.redraw();
  }

  #spot(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #wheel(event) {
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0018)), this.#spot(event));
  }

  #down(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, this.#spot(event));
    if (this.#pointers.size === 1) this.#moved = 0;
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = this.#spot(event);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.zoom(
      span(now, other) / span(before, other),
      { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 },
    );
    else this.#pan(now.x - before.x, now.y - before.y);
    this.#moved += other ? 100 : span(now, before);
    this.#pointers.set(event.pointerId, now);
  }

  #up(event) {
    const spot = this.#pointers.get(event.pointerId);
    this.#pointers.delete(event.pointerId);
    if (!spot || event.type === "pointercancel" || this.#moved > CLICK_SLOP || event.button !== 0) return;
    const { x, y } = this.#planeAt(spot);
    this.onClick?.(unproject(x, y));
  }

  #key(event) {
    const step = 60;
    const moves = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    if (moves[event.key]) this.#pan(...moves[event.key]);
    else if (event.key === "+" || event.key === "=") this.zoom(1.5);
    else if (event.key === "-") this.zoom(1 / 1.5);
    else if (event.key === "Enter") this.onClick?.(unproject(this.view.x, this.view.y));
    else return;
    event.preventDefault();
  }
}

const span = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
