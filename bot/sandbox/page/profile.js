// What a bot says of itself before anybody has written to it, in the language of whoever looks.

/** `what` is "description" or "short_description"; "" when the bot says nothing. */
export function profileText(bot, what, user) {
  const texts = bot?.texts ?? {};
  return texts[`${what}|${user?.language_code ?? ""}`] || texts[`${what}|`] || "";
}
