// The paper clip: files from the disk, or samples the server makes itself, a place, a contact.

import { encodeFile } from "./api.js";
import { openMenu } from "./dialog.js";
import { button, el, icon } from "./dom.js";
import { T } from "./texts.js";

const ACCEPT = {
  photo: "image/*",
  album: "image/*,video/*",
  video: "video/*",
  voice: "audio/*",
  video_note: "video/*",
  document: "",
};

/** `actions`: {media(kind, body), location(), contact(), problem(words)}; `hasText` says the words become a caption. */
export function openAttachMenu(anchor, { hasText, actions }) {
  const items = Object.entries(T.attachKinds).map(([kind, label]) => attachRow(
    kind,
    label,
    () => menu.close(),
    actions,
  ));
  const menu = openMenu({
    anchor,
    label: T.attach,
    className: "attach-menu",
    content: [hasText && el("p", { class: "hint" }, T.captionHint), ...items].filter(Boolean),
  });
}

function attachRow(kind, label, close, actions) {
  const fromDisk = kind in ACCEPT;
  const act = fromDisk ? () => chooseFiles(kind, actions) : () => actions[kind]();
  const main = button(
    "",
    {
      role: "menuitem",
      class: "attach-main",
      title: null,
      "aria-label": label,
      data: { attach: kind },
      click: () => { close(); act(); },
    },
    icon(kind),
    el("span", {}, label),
  );
  if (!fromDisk) return main;
  const sample = button(
    T.sampleHint(label),
    {
      role: "menuitem",
      class: "attach-sample",
      data: { attach: `${kind}-sample` },
      click: () => { close(); actions.media(kind, sampleBody(kind)); },
    },
    T.sample,
  );
  return el("div", { class: "attach-row" }, main, sample);
}

function sampleBody(kind) {
  return kind === "album" ? { items: [{ kind: "photo" }, { kind: "photo" }, { kind: "photo" }] } : {};
}

function chooseFiles(kind, actions) {
  const input = el("input", { type: "file", accept: ACCEPT[kind], multiple: kind === "album" });
  input.addEventListener("change", () => sendFiles(kind, [...input.files], actions));
  input.click();
}

/** Send picked or pasted files as `kind`. */
export async function sendFiles(kind, files, actions) {
  if (!files.length) return;
  if (kind !== "album") {
    actions.media(kind, { file: await encodeFile(files[0]) });
    return;
  }
  if (files.length < 2 || files.length > 10) {
    actions.problem(T.albumSize);
    return;
  }
  const items = await Promise.all(files.map(async (file) => ({
    kind: file.type.startsWith("video/") ? "video" : "photo",
    file: await encodeFile(file),
  })));
  actions.media(kind, { items });
}
