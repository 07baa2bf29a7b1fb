// The points of the map, prepared once: biggest first, projected, in a grid for quick look-ups,
// and the land they stand on. There is no outline of the country: many small places drawn as
// soft discs make one.

import { distance, project } from "./geo.js";

const CELL = 0.15; // degrees
const GAP_LON = 1.2;
const GAP_LAT = 0.75;

export class Atlas {
  constructor(rows) {
    this.points = rows
      .map(([lat, lon, population, name]) => ({ lat, lon, population: population ?? 0, name, ...project(lat, lon) }))
      .sort((a, b) => b.population - a.population);
    this.grid = new Map();
    for (const point of this.points) {
      const key = cellKey(point.lat, point.lon);
      if (!this.grid.has(key)) this.grid.set(key, []);
      this.grid.get(key).push(point);
    }
    this.land = landOf([...this.grid.keys()]).map(([row, column]) => project(
      (row + 0.5) * CELL,
      (column + 0.5) * CELL,
    ));
  }

  /** The nearest named points, nearest first: [{name, km}]. */
  nearest(place, limit = 3) {
    for (let ring = 1; ring <= 16; ring *= 2) {
      const found = this.#around(place, ring);
      if (found.length >= limit) {
        return found.map((point) => ({
          name: point.name,
          km: distance(place, point),
        })).sort((a, b) => a.km - b.km).slice(0, limit);
      }
    }
    return [];
  }

  #around({ lat, lon }, ring) {
    const found = [];
    for (let dy = -ring; dy <= ring; dy += 1) {
      for (let dx = -ring * 1.6; dx <= ring * 1.6; dx += 1) {
        found.push(...(this.grid.get(cellKey(lat + dy * CELL, lon + Math.round(dx) * CELL)) ?? []));
      }
    }
    return [...new Set(found)].filter((point) => point.name);
  }
}

const cellKey = (lat, lon) => `${Math.floor(lat / CELL)} ${Math.floor(lon / CELL)}`;

/** The cells with points, and the gaps between them that are too narrow to be the sea: [[row, column]]. */
function landOf(keys) {
  const cells = new Map(keys.map((key) => [key, key.split(" ").map(Number)]));
  bridge(cells, { line: 0, along: 1, gap: Math.round(GAP_LON / CELL) });
  bridge(cells, { line: 1, along: 0, gap: Math.round(GAP_LAT / CELL) });
  return [...cells.values()];
}

function bridge(cells, { line, along, gap }) {
  const sorted = [...cells.values()].sort((a, b) => a[line] - b[line] || a[along] - b[along]);
  sorted.forEach((cell, index) => {
    const next = sorted[index + 1];
    if (!next || next[line] !== cell[line] || next[along] - cell[along] > gap) return;
    for (let at = cell[along] + 1; at < next[along]; at += 1) {
      const between = [...cell];
      between[along] = at;
      cells.set(between.join(" "), between);
    }
  });
}

let cached = { rows: null, atlas: null };

/** The atlas of these points; the same points give the same atlas. */
export function atlasOf(rows) {
  if (cached.rows !== rows) cached = { rows, atlas: new Atlas(rows) };
  return cached.atlas;
}
