// The plane the map is drawn on (Web Mercator) and distances on the ground.

export const UKRAINE = { south: 44.3, west: 22.1, north: 52.4, east: 40.3 };

const RAD = Math.PI / 180;

export const project = (lat, lon) => ({ x: lon * RAD, y: -Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2)) });

export const unproject = (x, y) => ({ lat: (2 * Math.atan(Math.exp(-y)) - Math.PI / 2) / RAD, lon: x / RAD });

/** Great-circle distance in km. */
export function distance(a, b) {
  const h = Math.sin(((b.lat - a.lat) * RAD) / 2) ** 2
    + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(((b.lon - a.lon) * RAD) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(h));
}

/** "50.25, 28.66", "50,25 28,66", "50.25;28.66" -> {lat, lon}, or null. */
export function parseCoordinates(text) {
  const found = text.trim().match(/^(-?\d+(?:[.,]\d+)?)\s*°?[\s,;]+(-?\d+(?:[.,]\d+)?)\s*°?$/);
  if (!found) return null;
  const [lat, lon] = found.slice(1).map((part) => Number(part.replace(",", ".")));
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

export const formatCoordinates = ({ lat, lon }) => `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
