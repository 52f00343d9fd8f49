// Where a plan lives: in the address, and with what was typed beside it on this device. Only what stands behind the #
// of the address is the plan, so no server ever sees it.
(() => {
  "use strict";

  const rules = window.handboekPlan;
  if (!rules || !window.handboek) return;
  const most = { note: 500, title: 80, plans: 30, text: 2000 };
  const store = window.handboek.kept("plan");

  const text = (found, length) => (typeof found === "string" ? found.slice(0, length) : "");
  const notes = (found) => (Array.isArray(found) ? found.slice(0, rules.most.parts).map((note) => text(note, most.note)) : []);

  // The plans on this device, the one that was worked on last first: {id, text, title, notes}.
  const all = () => {
    const found = store.read()?.plans;
    return (Array.isArray(found) ? found : [])
      .filter((one) => typeof one?.id === "string" && typeof one.text === "string")
      .map((one) => ({ id: one.id, text: text(one.text, most.text), title: text(one.title, most.title), notes: notes(one.notes) }));
  };
  // Read anew each time: the plan of another window stays.
  const keep = (mine) => {
    store.write({ plans: [mine, ...all().filter(({ id }) => id !== mine.id)].slice(0, most.plans) });
    return store.lasting;
  };
  const id = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

  // What stands behind the #; the name and the notes only when somebody wants that.
  const fragment = (mine, typed) => {
    const query = new URLSearchParams();
    if (typed && mine.title) query.set("titel", mine.title);
    if (typed) mine.notes.forEach((note, at) => note && query.set(`notitie.${at + 1}`, note));
    const rest = query.toString();
    return `#plan=${mine.text}${rest ? `&${rest}` : ""}`;
  };
  const parse = (found) => {
    const asked = new URLSearchParams(found.slice(1));
    if (!found.startsWith("#") || !asked.has("plan")) return null;
    const typed = [];
    for (const [key, note] of asked) {
      const at = Number(/^notitie\.([0-9]{1,2})$/.exec(key)?.[1] ?? 0);
      if (at >= 1 && at <= rules.most.parts) typed[at - 1] = note;
    }
    return {
      // A full stop or a bracket after an address in a letter often comes along.
      text: text(asked.get("plan"), most.text).replace(/[^0-9a-z]+$/, ""),
      title: text(asked.get("titel"), most.title),
      notes: notes(Array.from(typed)),
      typed: asked.has("titel") || typed.length > 0,
    };
  };

  const kept = Object.freeze({ most, all, keep, id, fragment, parse, clear: store.clear });
  window.handboekPlan = Object.freeze({ ...rules, kept });
})();
