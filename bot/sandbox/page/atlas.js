// The points of the map, prepared once: biggest first, projected, in a grid for quick look-ups,
// and the land they stand on. There is no outline of the country: many small places drawn as
// soft discs make one.

import { distance, project } from "./geo.js";

const CELL = 0.15; // degrees

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
    this.land = [...this.grid.values()].map(([first]) => {
      const lat = (Math.floor(first.lat / CELL) + 0.5) * CELL;
      const lon = (Math.floor(first.lon / CELL) + 0.5) * CELL;
      return project(lat, lon);
    });
  }

  /** The nearest named points, nearest first: [{name, km}]. */
  nearest(place, limit = 3) {
    for (let ring = 1; ring <= 16; ring *= 2) {
      const found = this.#around(place, ring);
      if (found.length >= limit) {
        return found.map((point) => ({ name: point.name, km: distance(place, point) })).sort((a, b) => a.km - b.km).slice(0, limit);
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

let cached = { rows: null, atlas: null };

/** The atlas of these points; the same points give the same atlas. */
export function atlasOf(rows) {
  if (cached.rows !== rows) cached = { rows, atlas: new Atlas(rows) };
  return cached.atlas;
}
