// The control API of the sandbox, one function per call. Errors carry the server's own words.

async function call(method, path, body) {
  const response = await fetch(`/control/${path}`, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer;
}

const get = (path) => call("GET", path);
const post = (path, body = {}) => call("POST", path, body);

export const api = {
  state: () => get("state"),
  points: () => get("points"),
  messages: (chat, bot, after, limit) => get(`chats/${chat}/messages?${query({ after, limit, bot })}`),
  send: (chat, body) => post(`chats/${chat}/send`, body),
  edit: (chat, body) => post(`chats/${chat}/edit`, body),
  tap: (chat, body) => post(`chats/${chat}/tap`, body),
  react: (chat, body) => post(`chats/${chat}/react`, body),
  share: (chat, body) => post(`chats/${chat}/share`, body),
  remove: (chat, id, bot) => call("DELETE", `chats/${chat}/messages/${id}?${query({ bot })}`),
  newUser: (body) => post("users", body),
  block: (user, bot) => post(`users/${user}/block`, { bot }),
  unblock: (user, bot) => post(`users/${user}/unblock`, { bot }),
  seen: (user) => post(`users/${user}/seen`),
  addFault: (body) => post("faults", body),
  removeFault: (id) => call("DELETE", `faults/${id}`),
  clearFaults: () => call("DELETE", "faults"),
  setLimits: (body) => call("PUT", "limits", body),
  fileUrl: (fileId) => `/control/files/${encodeURIComponent(fileId)}`,
  callsUrl: "/control/calls",
};

function query(params) {
  const known = Object.entries(params).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(known).toString();
}

/** A picked file as the control API wants it. */
export async function encodeFile(file) {
  const dataUrl = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return {
    name: file.name,
    mime: file.type || "application/octet-stream",
    base64: dataUrl.slice(dataUrl.indexOf(",") + 1),
  };
}
