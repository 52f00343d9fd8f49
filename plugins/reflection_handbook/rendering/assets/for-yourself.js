// A private page: what went well today, or a scale of one's own, and a day to look back. Kept on this device only.
(() => {
  "use strict";

  const tool = window.handboek?.tool("voor-jezelf");
  if (!tool) return;
  const { make, kept, save, today } = window.handboek;
  const { part, say, place } = tool;
  const words = { ...tool.words, ...part("words").dataset };
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const store = kept("voor-jezelf");
  const asked = { moment: ["happened", "did", "hold"], scale: ["about", "score", "lower", "higher", "hold"] };
  const fields = [...new Set([...asked.moment, ...asked.scale])];
  const isDay = (text) => typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  const long = new Intl.DateTimeFormat("nl", { dateStyle: "long", timeZone: "UTC" });
  const said = (day) => long.format(new Date(day));
  const label = (name) => place.querySelector(`label[for="hb-${name}"]`).textContent;

  let latest = null; // what was just kept, with a day to look back
  let entries = []; // {kind, day, back, looked: [{day, text}], and what was asked}, the newest first

  const kind = () => (part("scale").checked ? "scale" : "moment");
  const later = (days) => {
    const [year, month, day] = today().split("-").map(Number);
    return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
  };

  const remember = () => {
    const draft = { kind: kind(), back: part("back").value, looked: part("looked").value };
    for (const name of fields) draft[name] = part(name).value;
    store.write({ entries, draft });
  };

  const facts = (entry) => {
    const lines = asked[entry.kind].filter((name) => entry[name]).map((name) => [label(name), entry[name]]);
    for (const { day, text } of entry.looked) lines.push([fill(words.looked, { date: said(day) }), text || "–"]);
    return lines;
  };
  const listed = (entry) =>
    facts(entry).flatMap(([name, text]) => [make("dt", { textContent: name }), make("dd", { textContent: text })]);

  const calendar = (entry) =>
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//reflection-handbook//for-yourself//NL",
      "BEGIN:VEVENT",
      `UID:${entry.back}@reflection-handbook.invalid`, // one for a day, however much was kept
      `DTSTAMP:${today().replaceAll("-", "")}T000000Z`,
      `DTSTART;VALUE=DATE:${entry.back.replaceAll("-", "")}`,
      `SUMMARY:${words.summary}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n");

  const toCalendar = (entry) => {
    save("terugkijken.ics", calendar(entry), "text/calendar");
    say(words.saved);
  };

  const row = (entry) => {
    const title = `${said(entry.day)} · ${entry.kind === "scale" ? words.scale : words.moment}`;
    const details = make("details", {}, make("summary", { textContent: title }), make("dl", { className: "hb-diary" }, ...listed(entry)));
    const acts = make("p", { className: "hb-tool__buttons" });
    if (entry.back) {
      details.append(make("p", { textContent: fill(words.backOn, { date: said(entry.back) }) }));
      const add = make("button", { type: "button", className: "md-button", textContent: words.calendar });
      add.addEventListener("click", () => toCalendar(entry));
      acts.append(add);
    }
    const wipe = make("button", { type: "button", className: "md-button", textContent: words.wipeOne });
    wipe.addEventListener("click", () => {
      entries = entries.filter((other) => other !== entry);
      show();
      remember();
      say(words.gone);
      part(kind() === "scale" ? "about" : "happened").focus({ preventScroll: true });
    });
    acts.append(wipe);
    details.append(acts);
    return make("li", {}, details);
  };

  const due = () => entries.filter(({ back }) => back && back <= today()).sort((a, b) => (a.back < b.back ? -1 : 1))[0];

  const show = () => {
    part("for-scale").hidden = kind() !== "scale";
    part("for-moment").hidden = kind() === "scale";
    part("earlier").hidden = !entries.length;
    part("count").textContent = fill(words.count, { count: entries.length });
    part("entries").replaceChildren(...entries.map(row));
    if (!entries.includes(latest)) latest = null;
    part("remind").hidden = !latest?.back;
    if (latest?.back) part("when").textContent = fill(words.backOn, { date: said(latest.back) });
    const entry = due();
    part("booster").hidden = !entry;
    if (!entry) return;
    part("due").textContent = fill(words.due, { date: said(entry.day) });
    part("due-entry").replaceChildren(...listed(entry));
  };

  const keep = () => {
    const entry = { kind: kind(), day: today(), back: "", looked: [] };
    for (const name of asked[entry.kind]) entry[name] = part(name).value.trim();
    if (!asked[entry.kind].some((name) => entry[name])) {
      say(words.empty);
      part(asked[entry.kind][0]).focus();
      return;
    }
    if (Number(part("back").value)) entry.back = later(Number(part("back").value));
    entries.unshift(entry);
    latest = entry;
    for (const name of fields) part(name).value = "";
    show();
    remember();
    say(store.lasting ? words.kept : words.notKept);
  };

  const look = (days) => {
    const entry = due();
    entry.looked.push({ day: today(), text: part("looked").value.trim() });
    entry.back = days ? later(days) : "";
    latest = entry;
    part("looked").value = "";
    show();
    remember();
    say(words.kept);
    part(due() ? "looked" : "keep").focus({ preventScroll: true });
  };

  part("keep").addEventListener("click", keep);
  part("calendar").addEventListener("click", () => toCalendar(latest));
  part("look-done").addEventListener("click", () => look(0));
  part("look-again").addEventListener("click", () => look(91));
  for (const name of ["moment", "scale"]) {
    part(name).addEventListener("change", () => {
      part("for-scale").hidden = kind() !== "scale";
      part("for-moment").hidden = kind() === "scale";
      remember();
    });
  }
  for (const name of [...fields, "back", "looked"]) part(name).addEventListener("input", remember);
  part("file").addEventListener("click", () => {
    const text = (entry) => [said(entry.day), ...facts(entry).map(([name, value]) => `${name}\n${value}`)].join("\n\n");
    save("voor-jezelf.txt", `${entries.map(text).join("\n\n----\n\n")}\n`);
    say(words.saved);
  });
  part("wipe").addEventListener("click", () => {
    store.clear();
    entries = [];
    for (const name of [...fields, "looked"]) part(name).value = "";
    part("back").value = "91";
    part("moment").checked = true;
    show();
    say(words.wiped);
    part("happened").focus({ preventScroll: true });
  });

  const found = store.read();
  let broken = store.broken;
  const text = (value) => (typeof value === "string" ? value.slice(0, 3000) : "");
  const right = (entry) => entry && asked[entry.kind] && isDay(entry.day);
  const given = Array.isArray(found?.entries) ? found.entries : [];
  entries = given.filter(right).map((entry) => {
    const looked = Array.isArray(entry.looked) ? entry.looked.filter((one) => isDay(one?.day)) : [];
    const made = { kind: entry.kind, day: entry.day, back: isDay(entry.back) ? entry.back : "", looked: [] };
    for (const one of looked) made.looked.push({ day: one.day, text: text(one.text) });
    for (const name of asked[entry.kind]) made[name] = text(entry[name]);
    return made;
  });
  if (found && (entries.length < given.length || !Array.isArray(found.entries))) broken = true;
  const draft = found?.draft && typeof found.draft === "object" ? found.draft : {};
  for (const name of [...fields, "looked"]) part(name).value = text(draft[name]);
  part("back").value = ["0", "14", "91", "182"].includes(draft.back) ? draft.back : "91";
  part("scale").checked = draft.kind === "scale";
  part("moment").checked = !part("scale").checked;
  if (broken) say(words.broken);
  show();
})();
