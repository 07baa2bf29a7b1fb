// Reactions on a message, in whichever shape they come: plain emoji, or Telegram's ReactionType objects.

export function reactionsOn(message) {
  const given = message.reactions ?? [];
  const list = Array.isArray(given) ? given : Object.values(given).flat();
  return list.map(emojiOf).filter(Boolean);
}

function emojiOf(reaction) {
  if (typeof reaction === "string") return reaction;
  return reaction.emoji ?? reaction.type?.emoji ?? null;
}
