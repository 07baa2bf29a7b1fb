// What a bubble carries besides words: pictures, sound, files, places, contacts.

import { api } from "./api.js";
import { openDialog } from "./dialog.js";
import { avatar, button, el, icon } from "./dom.js";
import { viewAround, drawMap } from "./mapdraw.js";
import { atlasOf } from "./atlas.js";
import { showPlace } from "./mappicker.js";
import { T } from "./texts.js";

const PIN_MAP_KM = 60;
const BARS = 36;

/** The media part of a message, or null when it is words only. `points` are for the pin maps. */
export function mediaOf(message, points) {
  if (message.photo) return picture(best(message.photo), T.photo);
  if (message.animation) return film(message.animation, { label: T.animation, loop: true });
  if (message.video) return film(message.video, { label: T.video });
  if (message.video_note) return film(message.video_note, { label: T.videoNote, round: true });
  if (message.sticker) return picture(message.sticker, message.sticker.emoji ?? T.sticker, "sticker");
  if (message.voice) return sound(message.voice, T.voice);
  if (message.audio) return sound(
    message.audio,
    [message.audio.performer, message.audio.title].filter(Boolean).join(" – ") || message.audio.file_name || T.audio,
  );
  if (message.document) return fileRow(message.document);
  if (message.venue) return pinMap(message.venue.location, points, message.venue);
  if (message.location) return pinMap(message.location, points, null);
  if (message.contact) return contactCard(message.contact);
  if (message.poll) return pollCard(message.poll);
  if (message.dice) return el("div", { class: "dice" }, `${message.dice.emoji} ${message.dice.value}`);
  return null;
}

/** Media that fill the bubble from edge to edge. */
export const isVisual = (message) => Boolean(
  message.photo || message.video || message.animation || message.location || message.venue,
);

/** A few words for a quote, a list or an album cell. */
export function summary(message) {
  const words = message.text ?? message.caption;
  const kinds = {
    photo: T.photo,
    animation: T.animation,
    video: T.video,
    video_note: T.videoNote,
    sticker: T.sticker,
    voice: T.voice,
    audio: T.audio,
    venue: message.venue?.title,
    location: T.location,
    contact: T.contact,
    poll: T.poll,
    dice: T.dice,
  };
  const kind = Object.keys(kinds).find((name) => message[name]);
  const label = kind ? kinds[kind] : message.document ? message.document.file_name ?? T.document : null;
  return [label, words].filter(Boolean).join(", ") || "…";
}

/** The thumbnail for a quote, if there is a picture to show. */
export function thumbOf(message) {
  const file = message.photo?.[0] ?? message.video?.thumbnail ?? message.animation?.thumbnail;
  return file ? el("img", { class: "thumb", src: api.fileUrl(file.file_id), alt: "" }) : null;
}

const best = (sizes) => sizes.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));

function picture(file, label, kind = "photo") {
  const image = el(
    "img",
    { src: api.fileUrl(file.file_id), alt: label, width: file.width, height: file.height, loading: "lazy" },
  );
  const node = el(
    "button",
    { type: "button", class: `media ${kind}`, "aria-label": label, click: () => lightbox(file, label) },
    image,
  );
  node.style.aspectRatio = ratio(file);
  missing(image, node, label);
  return node;
}

/** Extreme shapes are cropped in the bubble, whole in the lightbox. */
function ratio({ width, height }) {
  const shape = width && height ? width / height : 4 / 3;
  return String(Math.max(0.65, Math.min(2.2, shape)));
}

function lightbox(file, label) {
  openDialog({
    title: label,
    wide: true,
    body: el("img", { class: "lightbox", src: api.fileUrl(file.file_id), alt: label }),
  });
}

function film(file, { label, loop = false, round = false }) {
  const video = el(
    "video",
    {
      src: api.fileUrl(file.file_id),
      controls: !loop && !round,
      loop,
      preload: "metadata",
      playsinline: true,
      "aria-label": label,
      poster: file.thumbnail && api.fileUrl(file.thumbnail.file_id),
    },
  );
  video.muted = loop;
  video.autoplay = loop;
  const node = el(
    "div",
    { class: round ? "media video round-video" : "media video" },
    video,
    el("span", { class: "badge" }, clock(file.duration)),
  );
  if (round) video.addEventListener("click", () => (video.paused ? video.play() : video.pause()));
  node.style.aspectRatio = round ? "1" : ratio(file);
  missing(video, node, label);
  return node;
}

/** A file the browser cannot show still says what it is, with a link to it. */
function missing(source, node, label) {
  source.addEventListener("error", () => {
    source.replaceWith(el(
      "span",
      { class: "placeholder", title: T.fileMissing },
      icon(label === T.photo ? "photo" : "video"),
      label,
    ));
  });
}

function clock(seconds) {
  if (!Number.isFinite(seconds)) return "";
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

const sizeOf = (bytes) => (bytes > 1e6 ? `${(bytes / 1e6).toFixed(1)} МБ` : `${Math.max(1, Math.round(bytes / 1e3))} КБ`);

let playing = null;

function sound(file, label) {
  const audio = new Audio();
  audio.preload = "none";
  audio.src = api.fileUrl(file.file_id);
  const time = el("span", { class: "sound-time" }, clock(file.duration));
  const bars = waveform(file.file_unique_id ?? file.file_id);
  const toggle = button(
    T.play,
    { class: "play", click: () => (audio.paused ? audio.play().catch(() => {}) : audio.pause()) },
    icon("play"),
  );
  const swap = (name, words) => {
    toggle.replaceChildren(icon(name));
    toggle.setAttribute("aria-label", words);
  };
  audio.addEventListener("play", () => {
    if (playing !== audio) playing?.pause();
    playing = audio;
    swap("pause", T.pause);
  });
  audio.addEventListener("pause", () => swap("play", T.play));
  audio.addEventListener("error", () => (time.textContent = `${clock(file.duration)} · ${T.fileMissing}`));
  audio.addEventListener("timeupdate", () => {
    const whole = Number.isFinite(audio.duration) ? audio.duration : file.duration;
    bars.forEach((bar, index) => bar.classList.toggle("heard", index / BARS < audio.currentTime / whole));
    time.textContent = clock(audio.currentTime);
  });
  return el("div", { class: "sound", role: "group", "aria-label": label }, toggle,
    el(
      "div",
      { class: "sound-body" },
      label === T.voice ? el("div", { class: "waveform" }, bars) : el("div", { class: "sound-title" }, label),
      time,
    ));
}

/** Bars that look like speech and are always the same for the same file. */
function waveform(seed) {
  let hash = [...seed].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length: BARS }, (_, index) => {
    hash = (Math.imul(hash, 1664525) + 1013904223) >>> 0;
    const bar = el("i");
    bar.style.height = `${15 + (hash / 2 ** 32) * 60 * (0.55 + 0.45 * Math.sin(index / 2.3)) + 10}%`;
    return bar;
  });
}

function fileRow(file) {
  const size = file.file_size ? sizeOf(file.file_size) : "";
  return el("a", {
    class: "file",
    href: api.fileUrl(file.file_id),
    download: file.file_name ?? "file",
    title: T.download,
  },
    el("span", { class: "file-icon" }, icon("file")),
    el("span", { class: "file-words" }, el("b", {}, file.file_name ?? T.document), el("small", {}, size)));
}

function pinMap(location, points, venue) {
  const place = { lat: location.latitude, lon: location.longitude, accuracy: location.horizontal_accuracy };
  const canvas = el("canvas", { class: "pin-map", data: { role: "pin-map", lat: place.lat, lon: place.lon } });
  // The canvas has a size only once it is in the page, and loses its drawing when the theme or size changes.
  new ResizeObserver(() => canvas.clientWidth && drawMap(
    canvas,
    atlasOf(points),
    viewAround(place, PIN_MAP_KM, canvas.clientWidth),
    { pins: [place] },
  )).observe(canvas);
  const title = venue?.title ?? (location.live_period ? T.liveLocation : null);
  return el("div", { class: "place" },
    button(T.openMap, { class: "media map-media", click: () => showPlace(points, place, venue?.title) }, canvas),
    title && el("div", { class: "place-words" }, el("b", {}, title), venue?.address && el("small", {}, venue.address)));
}

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return el("div", { class: "contact" }, avatar(contact.user_id ?? contact.phone_number.length, name),
    el("span", { class: "file-words" }, el("b", {}, name), el("small", {}, contact.phone_number)));
}

function pollCard(poll) {
  return el(
    "div",
    { class: "poll" },
    el("b", {}, poll.question),
    poll.options.map((option) => el("div", {}, `○ ${option.text}`)),
  );
}
