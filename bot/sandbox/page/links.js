// Deep links: https://t.me/<bot>?start=PAYLOAD means "/start PAYLOAD" to that bot.

/** The payload of a deep link to this bot ("" when it has none), or null for any other address. */
export function startPayload(url, username) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  const name = botName(parsed);
  if (!name || name.toLowerCase() !== username?.toLowerCase()) return null;
  return parsed.searchParams.get("start") ?? "";
}

function botName(url) {
  if (url.protocol === "tg:" && url.host === "resolve") return url.searchParams.get("domain");
  const isTelegram = ["t.me", "telegram.me", "www.t.me"].includes(url.host);
  return isTelegram ? url.pathname.replace(/^\/|\/$/g, "") : null;
}

/** What a person pastes: a whole link, or only the payload. */
export function payloadOf(pasted, username) {
  const text = pasted.trim();
  const fromLink = startPayload(/^https?:|^tg:/.test(text) ? text : `https://${text}`, username);
  if (fromLink !== null) return fromLink;
  return /^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : null;
}
