// A round over a scale: each gives a figure that nobody sees, on a device that goes round or on slips of paper.
// Figures live in memory only while a round runs, and are thrown away where they may not be seen. What is kept until
// the tab closes: the set-up, the notes, and the sorted figures of a finished round that may be seen.
(() => {
  "use strict";

  // The rule of publishing/small_numbers.py; tests/shared/thresholds.json holds both to it.
  const enough = (count, invited, floors) =>
    count >= floors.fewest && count <= invited && count / invited >= floors.response;
  const shown = (scores, invited, floors) => enough(scores.length, invited, floors) && new Set(scores).size > 1;

  const tool = window.handboek?.tool("schaalronde");
  if (!tool) return;
  const { plain, quoted, id, today, fill, make } = window.handboek;
  const { part, say } = tool;
  const words = { ...tool.words, ...part("words").dataset };
  const floors = { fewest: Number(words.fewest), response: Number(words.response) };
  const store = window.handboek.kept("schaalronde", { session: true });

  const fields = ["question", "low", "high", "invited", "present", "outcome", "higher", "date", "changes", "goal", "scale"];
  const boxes = ["paper", "new", "first"];
  let running = null; // {scores, left}: nowhere but here
  let result = null; // {scores, invited} of a finished round; scores is empty where they may not be seen
  let named = false; // whether the short name was typed, and not made from the question

  // A scale that a team's page sent along, behind the #, so that no server sees it; what the reader made of it since is
  // kept with that address.
  const sent = new URLSearchParams(window.location.hash.slice(1));
  const address = sent.has("vraag") ? sent.toString() : "";
  let taken = ""; // the address that was last filled in
  const fillIn = () => {
    taken = address;
    for (const [name, word] of [["question", "vraag"], ["low", "laag"], ["high", "hoog"], ["scale", "schaal"]]) {
      part(name).value = plain(sent.get(word) ?? "").slice(0, part(name).maxLength);
    }
    for (const name of ["outcome", "higher", "date", "changes", "goal"]) part(name).value = "";
    named = Boolean(part("scale").value);
    part("new").checked = !named;
    part("first").checked = sent.get("metingen") === "ja";
    remember();
  };

  const whole = (name) => {
    const { value } = part(name);
    return /^\d{1,2}$/.test(value) ? Number(value) : null;
  };

  const remember = () => {
    const state = { result, named, taken, started: Boolean(running) };
    for (const name of fields) state[name] = part(name).value;
    for (const name of boxes) state[name] = part(name).checked;
    store.write(state);
  };

  const start = () => {
    const invited = whole("invited") ?? whole("present");
    const present = whole("present") ?? whole("invited");
    if (!present || present > invited) {
      say(words.nobody);
      part("present").focus();
      return;
    }
    part("invited").value = invited;
    part("present").value = present;
    result = null;
    running = { scores: [], left: present, present };
    remember();
    if (part("device").checked) pass();
    else {
      clearCounts();
      tool.open("count");
    }
  };

  const pass = () => {
    part("scores").reset();
    part("left").textContent = running.left === 1 ? words.last : fill(words.left, { left: running.left });
    tool.open("pass");
  };

  const mine = () => {
    part("scores").reset();
    part("asked").textContent = plain(part("question").value) || words.question;
    part("says-low").textContent = part("low").value;
    part("says-high").textContent = part("high").value;
    tool.open("give");
  };

  // A figure goes to its place among the others at once, so that not even the order tells who gave it.
  const given = (score) => {
    if (score !== null) running.scores.push(score);
    running.scores.sort((one, other) => one - other);
    running.left -= 1;
    part("scores").reset();
    if (running.left) {
      pass();
      say(words.noted);
    } else finish();
  };

  const finish = () => {
    const invited = whole("invited");
    const { scores } = running;
    running = null;
    clearCounts();
    result = { scores: shown(scores, invited, floors) ? scores : [], invited };
    if (!part("date").value) part("date").value = today();
    remember();
    talk();
  };

  const counts = () => [...tool.place.querySelectorAll("[data-count]")];
  const clearCounts = () => {
    for (const input of counts()) input.value = "";
    part("counted").textContent = "";
  };
  const counted = () =>
    counts().flatMap((input) =>
      /^\d{1,2}$/.test(input.value) ? Array(Number(input.value)).fill(Number(input.dataset.count)) : [],
    );
  const tell = () => {
    const { present } = running;
    part("counted").textContent = fill(words.counted, { count: counted().length, present });
  };

  const talk = (options) => {
    const { scores } = result;
    part("spread").hidden = !scores.length;
    part("few").hidden = Boolean(scores.length);
    const columns = [];
    for (let score = 1; score <= 10; score += 1) {
      const count = scores.filter((other) => other === score).length;
      const said = count === 1 ? words.spreadOne : fill(words.spreadMany, { count });
      columns.push(
        make(
          "li",
          { className: count ? "" : "hb-tool__nobody" },
          make("span", { className: "hb-tool__dots", textContent: "●".repeat(count), ariaHidden: "true" }),
          make("strong", { textContent: score }),
          make("span", { className: "hb-hidden", textContent: `: ${said}` }),
        ),
      );
    }
    part("columns").replaceChildren(...columns);
    write();
    tool.open("talk", options);
  };

  // The block for the portfolio, with its own keys.
  const write = () => {
    const question = plain(part("question").value);
    part("for-new").hidden = !part("new").checked;
    if (!named) part("scale").value = id(question, [], "schaal");
    const typed = part("scale").value.trim();
    const scale = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed) ? typed : id(typed, [], "schaal");
    const lines = [];
    if (part("new").checked) {
      const goal = plain(part("goal").value);
      const goalId = id(goal, [], "doel");
      lines.push("doelen:", `  - {id: ${goalId}, naam: ${quoted(goal || words.goal)}}`, "schalen:");
      lines.push(`  - id: ${scale}`, `    doel: ${goalId}`);
      if (question) lines.push(`    vraag: ${quoted(question)}`);
      if (plain(part("low").value)) lines.push(`    laag: ${quoted(part("low").value)}`);
      if (plain(part("high").value)) lines.push(`    hoog: ${quoted(part("high").value)}`);
      lines.push("    ingevuld_door: team", "    gespreksniveau: team");
    }
    if (!part("first").checked) lines.push("metingen:");
    lines.push(`  - schaal: ${scale}`, `    datum: ${part("date").value || today()}`);
    if (result) lines.push(`    uitgenodigd: ${result.invited}`);
    if (whole("changes") !== null) lines.push(`    wisselingen: ${whole("changes")}`);
    if (result?.scores.length) lines.push(`    scores: [${result.scores.join(", ")}]`);
    const [outcome, higher] = [plain(part("outcome").value), plain(part("higher").value)];
    if (outcome || higher) lines.push("    gesprek:");
    if (outcome) lines.push(`      opbrengst: ${quoted(outcome)}`);
    if (higher) lines.push(`      een_cijfer_hoger: ${quoted(higher)}`);
    tool.give(lines);
  };

  part("start").addEventListener("click", start);
  part("mine").addEventListener("click", mine);
  part("done").addEventListener("click", () => {
    const chosen = part("scores").querySelector("input:checked");
    if (chosen) given(Number(chosen.value));
    else say(words.choose);
  });
  part("none").addEventListener("click", () => given(null));
  part("scores").addEventListener("submit", (event) => event.preventDefault());
  for (const input of counts()) input.addEventListener("input", tell);
  part("counted-all").addEventListener("click", () => {
    const scores = counted();
    const { present } = running;
    if (scores.length > present || counts().some((input) => input.value && !/^\d{1,2}$/.test(input.value))) {
      say(fill(words.miscounted, { count: scores.length, present }));
      return;
    }
    running.scores = scores;
    finish();
  });
  for (const name of ["stop", "stop-counting"]) {
    part(name).addEventListener("click", () => {
      running = null;
      clearCounts();
      remember();
      tool.open("setup");
    });
  }
  part("over").addEventListener("click", () => {
    result = null;
    for (const name of ["outcome", "higher", "changes"]) part(name).value = "";
    if (address && address !== taken) fillIn();
    remember();
    tool.open("setup");
  });
  part("scale").addEventListener("input", () => (named = part("scale").value !== ""));
  for (const name of [...fields, ...boxes, "device"]) {
    part(name).addEventListener("input", () => {
      if (result) write();
      remember();
    });
  }
  tool.take(() => `meting-${part("date").value || today()}.yml`);
  part("wipe").addEventListener("click", () => {
    running = result = null;
    named = false;
    store.clear();
    try {
      window.history.replaceState(null, "", window.location.pathname);
    } catch {
      // A browser that keeps no addresses for files from a folder: the fields are empty all the same.
    }
    clearCounts();
    part("scores").reset();
    for (const name of fields) part(name).value = "";
    for (const name of [...boxes, "device"]) part(name).checked = part(name).defaultChecked;
    part("block").value = "";
    part("columns").replaceChildren();
    tool.open("setup");
    say(words.wiped);
  });

  // A choice that is still on the screen is nobody else's to see: not after a lock, and not on the way back.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden || !running || !part("scores").querySelector("input:checked")) return;
    pass();
    say(words.away);
  });
  window.addEventListener("beforeunload", (event) => {
    if (running) event.preventDefault();
  });

  const found = store.read();
  let broken = store.broken;
  for (const name of fields) {
    const value = found?.[name] ?? "";
    if (typeof value === "string") part(name).value = value;
    else broken = true;
  }
  for (const name of boxes) {
    const value = found?.[name] ?? part(name).defaultChecked;
    if (typeof value === "boolean") part(name).checked = value;
    else broken = true;
  }
  if (!part("paper").checked) part("device").checked = true;
  named = found?.named === true;
  taken = typeof found?.taken === "string" ? found.taken : "";
  if (found?.result) {
    const { scores, invited } = found.result;
    const right =
      Array.isArray(scores) &&
      scores.every((score) => Number.isInteger(score) && score >= 1 && score <= 10) &&
      Number.isInteger(invited) &&
      (!scores.length || shown(scores, invited, floors));
    if (right) result = { scores: [...scores].sort((one, other) => one - other), invited };
    else broken = true;
  }
  if (broken) say(words.broken);
  else if (found && !result && found.started) say(words.again);
  if (address && address !== taken) {
    say(result ? words.waiting : words.ready);
    if (!result) fillIn();
  }
  if (result) talk({ focus: false });
})();
