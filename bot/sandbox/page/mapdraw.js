// Drawing the map: land, dots sized by population, names that do not overlap, pins.

import { UKRAINE, project } from "./geo.js";

const FONT = "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const LAND_KM = 26; // wide enough that thinly settled land has no holes
const KM = 1 / 6371; // in units of the plane at the equator
const COLORS = {
  light: {
    sea: "#dfe9ef",
    land: "#f6f3ea",
    dot: "#8a9aa5",
    city: "#53687a",
    name: "#2b3b48",
    halo: "#fffdf6",
    pin: "#e53935",
  },
  dark: {
    sea: "#1b2733",
    land: "#2a3947",
    dot: "#6d8194",
    city: "#a9bccd",
    name: "#e6eef5",
    halo: "#1b2733",
    pin: "#ff6b60",
  },
};

const darkMode = matchMedia("(prefers-color-scheme: dark)");

/** A view: the centre on the plane and pixels per unit of it. */
export function fitUkraine(width, height) {
  const a = project(UKRAINE.north, UKRAINE.west);
  const b = project(UKRAINE.south, UKRAINE.east);
  const scale = 0.94 * Math.min(width / (b.x - a.x), height / (b.y - a.y));
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, scale };
}

export function viewAround(place, widthKm, width) {
  return { ...project(place.lat, place.lon), scale: width / (widthKm * KM / Math.cos((place.lat * Math.PI) / 180)) };
}

/** Draw everything. `pins` are {lat, lon, accuracy?}; names keep out of the `reserved` boxes [x1, y1, x2, y2]. */
export function drawMap(canvas, atlas, view, { pins = [], reserved = [] } = {}) {
  const { width, height, context } = prepare(canvas);
  const colors = darkMode.matches ? COLORS.dark : COLORS.light;
  const frame = {
    width, height, context, colors, view,
    toX: (x) => (x - view.x) * view.scale + width / 2,
    toY: (y) => (y - view.y) * view.scale + height / 2,
  };
  context.fillStyle = colors.sea;
  context.fillRect(0, 0, width, height);
  drawLand(frame, atlas.land);
  const visible = drawDots(frame, atlas.points);
  drawNames(frame, visible, [...reserved, ...obstacles(frame, visible, pins)]);
  for (const pin of pins) drawPin(frame, pin);
}

function prepare(canvas) {
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return { width, height, context };
}

const inside = ({ width, height }, x, y, margin) => x > -margin && y > -margin && x < width + margin && y < height + margin;

function drawLand(frame, land) {
  const { context, colors, view, toX, toY } = frame;
  const radius = LAND_KM * KM * view.scale;
  context.fillStyle = colors.land;
  context.beginPath();
  for (const cell of land) {
    const x = toX(cell.x);
    const y = toY(cell.y);
    if (!inside(frame, x, y, radius)) continue;
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 7);
  }
  context.fill();
}

function drawDots(frame, points) {
  const { context, colors, view, toX, toY } = frame;
  const zoom = Math.max(0.75, Math.min(2.4, Math.log2(view.scale / 900)));
  const visible = [];
  for (let i = points.length - 1; i >= 0; i -= 1) {
    const point = points[i];
    const x = toX(point.x);
    const y = toY(point.y);
    if (!inside(frame, x, y, 8)) continue;
    const radius = zoom * Math.max(0.5, Math.min(5, Math.sqrt(point.population) / 200));
    visible.push({ point, x, y, radius });
    context.fillStyle = radius > 1.5 ? colors.city : colors.dot;
    if (radius < 0.8) {
      context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
    } else {
      context.beginPath();
      context.arc(x, y, radius, 0, 7);
      context.fill();
    }
  }
  return visible.reverse();
}

/** What no name may cover: pins and the dots of towns. */
function obstacles({ toX, toY }, visible, pins) {
  const dots = visible.filter(({ radius }) => radius > 3).map(({ x, y, radius }) => [
    x - radius,
    y - radius,
    x + radius,
    y + radius,
  ]);
  const heads = pins.map((pin) => {
    const { x, y } = project(pin.lat, pin.lon);
    return [toX(x) - 12, toY(y) - 34, toX(x) + 12, toY(y) - 8]; // the head: a name may stand beside the tip
  });
  return [...dots, ...heads];
}

/** The biggest places first; a name that would cover another one is left out. */
function drawNames(frame, visible, taken) {
  const { context, colors, width, height } = frame;
  const onMap = (box) => box[0] > 0 && box[1] > 0 && box[2] < width && box[3] < height;
  const free = (box) => onMap(box) && !taken.some((other) => overlap(box, other));
  const wanted = Math.max(6, Math.round((width * height) / 11000));
  let drawn = 0;
  context.lineJoin = "round";
  for (const { point, x, y, radius } of visible.slice(0, wanted * 6)) {
    if (drawn >= wanted) break;
    if (!point.name || !inside(frame, x, y, 0)) continue;
    const size = Math.max(10.5, Math.min(14, 9 + radius));
    context.font = `${point.population > 200000 ? 600 : 400} ${size}px ${FONT}`;
    const length = context.measureText(point.name).width;
    // To the right of the dot, or left of it, or below: the first that is free.
    const spots = [[x + radius + 3, y], [x - radius - 3 - length, y], [x - length / 2, y + radius + size * 0.75]];
    const boxes = spots.map(([left, middle]) => [
      left - 2,
      middle - size * 0.65,
      left + length + 2,
      middle + size * 0.65,
    ]);
    const box = boxes.find(free);
    if (!box) continue;
    taken.push(box);
    drawn += 1;
    const baseline = (box[1] + box[3]) / 2 + size * 0.35;
    context.strokeStyle = colors.halo;
    context.lineWidth = 3;
    context.strokeText(point.name, box[0] + 2, baseline);
    context.fillStyle = colors.name;
    context.fillText(point.name, box[0] + 2, baseline);
  }
}

const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function drawPin(frame, pin) {
  const { context, colors, view, toX, toY } = frame;
  const spot = project(pin.lat, pin.lon);
  const x = toX(spot.x);
  const y = toY(spot.y);
  if (pin.accuracy) {
    context.beginPath();
    context.arc(x, y, ((pin.accuracy / 1000) * KM * view.scale) / Math.cos((pin.lat * Math.PI) / 180), 0, 7);
    context.fillStyle = `${colors.pin}33`;
    context.fill();
  }
  context.beginPath();
  context.moveTo(x, y);
  context.bezierCurveTo(x - 4, y - 9, x - 11, y - 13, x - 11, y - 21);
  context.arc(x, y - 21, 11, Math.PI, 0);
  context.bezierCurveTo(x + 11, y - 13, x + 4, y - 9, x, y);
  context.fillStyle = colors.pin;
  context.strokeStyle = "#ffffff";
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
  context.beginPath();
  context.arc(x, y - 21, 4, 0, 7);
  context.fillStyle = "#ffffff";
  context.fill();
}
