// The window with the big map: choose a place to send, or look at one that came.

import { atlasOf } from "./atlas.js";
import { openDialog } from "./dialog.js";
import { button, el } from "./dom.js";
import { formatCoordinates, parseCoordinates } from "./geo.js";
import { viewAround } from "./mapdraw.js";
import { MapView } from "./mapview.js";
import { T } from "./texts.js";

const CLOSE_UP_KM = 120;
const TYPED_KM = 300;

/** Ask for a place: resolves to {lat, lon, accuracy?}, or null when the window was closed. */
export function pickPlace(points) {
  return new Promise((resolve) => {
    let place = null;
    const field = el(
      "input",
      {
        type: "text",
        inputmode: "decimal",
        autocomplete: "off",
        placeholder: T.coordinatesExample,
        data: { role: "coordinates" },
      },
    );
    const accuracy = el(
      "input",
      { type: "number", min: 0, max: 1500, step: 1, placeholder: T.accuracyOptional, data: { role: "accuracy" } },
    );
    const error = el("p", { class: "form-error", role: "alert" });
    const near = el(
      "p",
      { class: "near", "aria-live": "polite", data: { role: "nearest" } },
      points.length ? T.mapHint : T.noPoints,
    );
    const send = el("button", { type: "submit", class: "primary", disabled: true, data: { role: "map-send" } }, T.send);
    const form = el("form", { class: "map-form", method: "dialog" },
      el("label", {}, el("span", {}, T.coordinates), field),
      el("label", { class: "narrow" }, el("span", {}, T.accuracy), accuracy),
      send, error);
    const { canvas, frame } = mapFrame(() => map);
    const dialog = openDialog({
      title: T.mapTitle,
      body: el("div", { class: "map-body" }, frame, near, form),
      wide: true,
      role: "map-picker",
      onClose: () => resolve(null),
    });

    const map = new MapView(canvas, { points, onClick: (clicked) => choose(clicked, { fromField: false }) });
    map.redraw();

    function choose(chosen, { fromField }) {
      place = chosen;
      send.disabled = !place;
      near.textContent = place ? describe(points, place) : T.mapHint;
      if (place && !fromField) field.value = formatCoordinates(place);
      if (place && fromField) map.show(
        place,
        Math.max(map.view.scale, viewAround(place, TYPED_KM, canvas.clientWidth).scale),
      );
      pin();
    }

    function pin() {
      map.setPins(place ? [{ ...place, accuracy: Number(accuracy.value) || 0 }] : []);
    }

    field.addEventListener("input", () => {
      const typed = parseCoordinates(field.value);
      error.textContent = typed || !field.value.trim() ? "" : T.badCoordinates;
      choose(typed, { fromField: true });
    });
    accuracy.addEventListener("input", pin);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!place) return;
      resolve(accuracy.value ? { ...place, accuracy: Number(accuracy.value) } : place);
      dialog.close();
    });
  });
}

/** Look at a place on the big map. */
export function showPlace(points, place, title) {
  const { canvas, frame } = mapFrame(() => map);
  const about = el("p", { class: "near" }, `${formatCoordinates(place)} · ${describe(points, place)}`);
  openDialog({
    title: title ?? T.mapView,
    body: el("div", { class: "map-body" }, frame, about),
    wide: true,
    role: "map-viewer",
  });
  const map = new MapView(canvas, { points, view: viewAround(place, CLOSE_UP_KM, canvas.clientWidth) });
  map.setPins([place]);
}

function mapFrame(mapOf) {
  const canvas = el(
    "canvas",
    { class: "map", tabindex: "0", role: "application", "aria-label": T.mapLabel, data: { role: "map" } },
  );
  const frame = el("div", { class: "map-frame" }, canvas,
    el("div", { class: "map-zoom" },
      button(T.zoomIn, { click: () => mapOf().zoom(1.8) }, "+"),
      button(T.zoomOut, { click: () => mapOf().zoom(1 / 1.8) }, "−")));
  return { canvas, frame };
}

function describe(points, place) {
  const found = atlasOf(points).nearest(place);
  const list = found.map(({ name, km }) => `${name} (${T.km(km.toLocaleString("uk", { maximumFractionDigits: 1 }))})`);
  return list.length ? `${T.nearest}: ${list.join(", ")}` : formatCoordinates(place);
}
