// Counts what a team chose. Ballots are read, counted and forgotten: they are never kept, and stand in no address.
// What is kept until the tab closes: the goals and, once there are enough ballots, the tally.
(() => {
  "use strict";

  // The rule of viewing/tally.py; tests/shared/tally.json holds both to it.
  const add = (tally, ballot, manner, most) => {
    tally.voters += 1;
    ballot.forEach((goal, index) => {
      tally.points[goal] += manner === "rangorde" ? most - index : 1;
      tally.support[goal] += 1;
    });
  };
  const ranked = ({ points, support }) =>
    points
      .map((own, goal) => ({ goal, points: own, support: support[goal], place: 1 + points.filter((p) => p > own).length }))
      .sort((one, other) => other.points - one.points || one.goal - other.goal);

  const tool = window.handboek?.tool("doelen-kiezen");
  if (!tool) return;
  const { plain, quoted, id, today, make } = window.handboek;
  const { part, say } = tool;
  const words = { ...tool.words, ...part("words").dataset };
  const fewest = Number(words.fewest);
  const store = window.handboek.kept("doelen-kiezen", { session: true });
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  let goals = [];
  let tally = null; // {voters, blank, invalid, points, support}, a figure for each goal
  let closed = false;
  let chosen = new Map(); // the goals that the team takes, each with a transformation goal or nothing

  const manner = () => (part("vote").checked ? "stemming" : "rangorde");
  const most = () => Number(part("most").value);
  const fresh = () => ({ voters: 0, blank: 0, invalid: 0, points: goals.map(() => 0), support: goals.map(() => 0) });
  const remember = () => {
    const state = { goals: part("goals").value, manner: manner(), most: most(), date: part("date").value };
    if (tally?.voters >= fewest) Object.assign(state, { tally, closed, chosen: [...chosen] });
    store.write(state);
  };
  const listed = () => part("goals").value.split("\n").map(plain).filter(Boolean);
  const same = (text) => plain(text).toLocaleLowerCase("nl");

  const start = () => {
    const found = listed();
    const twice = found.find((goal, index) => found.findIndex((other) => same(other) === same(goal)) < index);
    if (found.length < 2 || twice) {
      say(twice ? fill(words.sameGoal, { goal: twice }) : words.needGoals);
      part("goals").focus();
      return;
    }
    goals = found;
    tally = fresh();
    chosen = new Map();
    closed = false;
    remember();
    count();
  };

  const count = (options) => {
    part("options").replaceChildren(...goals.map((goal) => make("li", { textContent: goal })));
    const vote = manner() === "stemming";
    document.getElementById("hb-ballots-hint").textContent = vote ? words.exampleVote : words.exampleFirst;
    part("faults").replaceChildren();
    part("invalid").hidden = true;
    tell();
    tool.open("count", options);
  };
  const tell = () => (part("counted").textContent = fill(words.counted, tally));

  // One line is one ballot: numbers or names, or a dash for a blank one.
  const read = (line) => {
    if (/^[-–—]$/.test(line)) return { ballot: [] };
    const numbers = /^[\d\s,;.>]+$/.test(line);
    const named = goals.some((goal) => same(goal) === same(line)) ? [line] : line.split(numbers ? /[\s,;.>]+/ : /[;>\t]/);
    const said = named.map(plain).filter(Boolean);
    const ballot = said.map((word) => {
      const found = goals.findIndex((goal) => same(goal) === same(word));
      return found < 0 && /^\d+$/.test(word) && Number(word) <= goals.length ? Number(word) - 1 : found;
    });
    const unknown = ballot.findIndex((goal) => goal < 0);
    if (unknown >= 0) return { fault: words.unknown, goal: said[unknown] };
    const twice = ballot.findIndex((goal, index) => ballot.indexOf(goal) < index);
    if (twice >= 0) return { fault: words.twice, goal: said[twice] };
    return ballot.length > most() ? { fault: words.many } : { ballot };
  };

  const take = () => {
    const lines = part("ballots").value.split("\n").map((line) => line.trim()).filter(Boolean);
    const wrong = [];
    const faults = [];
    for (const line of lines) {
      const { ballot, fault, goal } = read(line);
      if (fault) {
        wrong.push(line);
        faults.push(fill(fault, { line: wrong.length, goal, most: most() }));
      } else if (ballot.length) add(tally, ballot, manner(), most());
      else tally.blank += 1;
    }
    part("ballots").value = wrong.join("\n");
    part("faults").replaceChildren(...faults.map((textContent) => make("li", { textContent })));
    part("invalid").hidden = !wrong.length;
    say(lines.length ? fill(words.added, { count: lines.length - wrong.length }) : words.nothing);
    tell();
    remember();
    part("ballots").focus();
  };

  const show = (options) => {
    const lines = ranked(tally);
    const few = tally.voters < fewest;
    part("few").hidden = !few;
    for (const head of tool.place.querySelectorAll("[data-figure]")) head.hidden = few;
    const shared = (place) => lines.filter((line) => line.place === place && line.points);
    const rows = lines.map((line) => {
      const place = shared(line.place).length > 1 ? fill(words.place, line) : line.place;
      const row = make("tr", {}, make("td", { textContent: place }), make("th", { scope: "row", textContent: goals[line.goal] }));
      const support = fill(words.support, { ...line, voters: tally.voters });
      const heads = tool.place.querySelectorAll("[data-figure]");
      [line.points, support].forEach((textContent, index) => {
        const cell = make("td", { textContent });
        cell.dataset.label = heads[index].textContent; // for a phone, where a row is a card
        if (!few) row.append(cell);
      });
      return row;
    });
    part("lines").replaceChildren(...rows);
    const ties = [...new Set(lines.map(({ place }) => place))].filter((place) => shared(place).length > 1);
    const named = (place) => shared(place).map(({ goal }) => `‘${goals[goal]}’`).join(", ");
    part("ties").replaceChildren(
      ...ties.map((place) => make("li", { textContent: fill(words.tie, { place, goals: named(place) }) })),
    );
    part("choices").replaceChildren(...lines.map(({ goal }) => choice(goal)));
    if (!part("date").value) part("date").value = today();
    write();
    tool.open("outcome", options);
  };

  const choice = (goal) => {
    const name = goals[goal];
    const box = make("input", { type: "checkbox", checked: chosen.has(goal), autocomplete: "off" });
    const aim = make("select", { ariaLabel: fill(words.aim, { goal: name }), hidden: !chosen.has(goal), autocomplete: "off" });
    aim.append(...part("aims").cloneNode(true).children);
    aim.value = chosen.get(goal) ?? "";
    if (aim.selectedIndex < 0) {
      aim.value = "";
      chosen.set(goal, "");
    }
    const changed = () => {
      aim.hidden = !box.checked;
      if (box.checked) chosen.set(goal, aim.value);
      else chosen.delete(goal);
      write();
      remember();
    };
    box.addEventListener("change", changed);
    aim.addEventListener("change", changed);
    return make("div", { className: "hb-tool__pick" }, make("label", {}, box, make("span", { textContent: name })), aim);
  };

  // The block for the portfolio: the goals that the team took, and no figure where there are too few ballots.
  const write = () => {
    const enough = tally.voters >= fewest;
    const taken = ranked(tally).filter(({ goal }) => chosen.has(goal));
    const ids = new Map();
    for (const { goal } of taken) ids.set(goal, id(goals[goal], [...ids.values()], "doel"));
    const lines = ["doelkeuze:", `  manier: ${manner()}`, `  datum: ${part("date").value || today()}`];
    if (enough) lines.push(`  stemmers: ${tally.voters}`);
    if (taken.length) {
      lines.push("  uitslag:");
      for (const { goal, points } of taken) lines.push(`    - {doel: ${ids.get(goal)}${enough ? `, punten: ${points}` : ""}}`);
      lines.push("doelen:");
      for (const { goal } of taken) {
        lines.push(`  - id: ${ids.get(goal)}`, `    naam: ${quoted(goals[goal])}`);
        if (chosen.get(goal)) lines.push(`    transformatiedoelen: [${chosen.get(goal)}]`);
      }
    }
    tool.give(lines);
    const advice = [];
    if (taken.length > Number(words.atOnce)) advice.push(fill(words.tooMany, { most: words.atOnce }));
    if (taken.some(({ goal }) => !chosen.get(goal))) advice.push(words.noAim);
    part("advice").replaceChildren(...advice.map((textContent) => make("li", { textContent })));
  };

  part("start").addEventListener("click", start);
  part("add").addEventListener("click", take);
  part("invalid").addEventListener("click", () => {
    tally.invalid += part("ballots").value.split("\n").filter((line) => line.trim()).length;
    part("ballots").value = "";
    part("faults").replaceChildren();
    part("invalid").hidden = true;
    tell();
    remember();
    part("ballots").focus();
  });
  part("show").addEventListener("click", () => {
    if (part("ballots").value.trim()) take();
    if (part("ballots").value.trim()) return;
    if (!tally.voters) {
      say(words.noneYet);
      return;
    }
    closed = true;
    chosen = chosen.size ? chosen : new Map(ranked(tally).filter(({ place }) => place === 1).map(({ goal }) => [goal, ""]));
    remember();
    show();
  });
  part("more").addEventListener("click", () => {
    closed = false;
    chosen = new Map();
    remember();
    count();
  });
  part("back").addEventListener("click", () => {
    tally = null;
    part("ballots").value = "";
    remember();
    tool.open("setup");
  });
  for (const name of ["goals", "ranking", "vote", "most"]) part(name).addEventListener("input", remember);
  part("date").addEventListener("input", () => {
    write();
    remember();
  });
  tool.take(() => `doelkeuze-${part("date").value || today()}.yml`);
  part("wipe").addEventListener("click", () => {
    store.clear();
    goals = [];
    tally = null;
    closed = false;
    chosen = new Map();
    for (const name of ["goals", "ballots", "date", "block"]) part(name).value = "";
    for (const name of ["lines", "ties", "choices", "advice", "options", "faults"]) part(name).replaceChildren();
    part("ranking").checked = true;
    part("most").value = "3";
    tool.open("setup");
    say(words.wiped);
  });

  // What is not counted yet is not found again on the way back; and whoever leaves by mistake is asked first.
  window.addEventListener("pagehide", () => (part("ballots").value = ""));
  window.addEventListener("beforeunload", (event) => {
    if (part("ballots").value.trim() || (tally?.voters && tally.voters < fewest)) event.preventDefault();
  });

  const found = store.read();
  let broken = store.broken;
  part("ballots").value = ""; // a browser that fills fields in again after a reload
  part("goals").value = typeof found?.goals === "string" ? found.goals : "";
  part("date").value = typeof found?.date === "string" ? found.date : "";
  part("vote").checked = found?.manner === "stemming";
  part("ranking").checked = !part("vote").checked;
  part("most").value = [1, 2, 3, 4, 5, 6, 7].includes(found?.most) ? found.most : 3;
  if (found && typeof found.goals !== "string") broken = true;
  goals = listed();
  const counts = (list) => Array.isArray(list) && list.length === goals.length && list.every((n) => Number.isInteger(n) && n >= 0);
  if (found?.tally) {
    const { voters, blank, invalid, points, support } = found.tally;
    if (counts(points) && counts(support) && [voters, blank, invalid].every(Number.isInteger) && voters >= fewest) {
      tally = { voters, blank, invalid, points, support };
      closed = found.closed === true;
      const pairs = Array.isArray(found.chosen) ? found.chosen : [];
      chosen = new Map(pairs.filter((pair) => Array.isArray(pair) && pair[0] in goals && typeof pair[1] === "string"));
    } else broken = true;
  }
  if (broken) say(words.broken);
  if (tally && closed) show({ focus: false });
  else if (tally) count({ focus: false });
})();
