// Makes the figures of the effort page changeable, and reckons again. What is changed lives in the address.
// Without it the page shows the same tables with the figures of the handbook.
(() => {
  "use strict";

  // The rule of viewing/effort.py, on lines of {who, per, times, hours}; tests/shared/effort.json holds both to it.
  const reckon = (lines, members, teams) => {
    const units = { professional: members * teams, team: teams, organisatie: 1 };
    const found = {};
    for (const { who, per, times, hours } of lines) found[who] = (found[who] ?? 0) + times * hours * units[per];
    for (const who of Object.keys(found)) found[who] = Math.round(found[who] * 10) / 10;
    return found;
  };

  const place = document.querySelector(".hb-effort");
  if (!place) return;
  const { make } = window.handboek;
  const words = place.dataset;
  const figure = new Intl.NumberFormat("nl", { maximumFractionDigits: 1 });

  const field = (value, step, label) => {
    const input = make("input", { type: "number", min: "0", step, required: true, inputMode: "decimal" });
    input.defaultValue = value;
    if (label) input.ariaLabel = label;
    input.addEventListener("input", () => changed());
    return input;
  };

  const lines = [...place.querySelectorAll("[data-id]")].map((row) => {
    const what = row.querySelector(".hb-effort__what").textContent;
    const [times, hours] = ["times", "hours"].map((name) => {
      const shown = row.querySelector(`.hb-effort__${name}`);
      const label = words[name === "times" ? "labelTimes" : "labelHours"].replace("{what}", what);
      const input = field(shown.dataset.value, name === "times" ? "1" : "any", label);
      shown.replaceWith(input);
      return input;
    });
    return { id: row.dataset.id, who: row.dataset.who, per: row.dataset.per, times, hours };
  });

  const members = field(words.members, "1");
  const teams = field(words.teams, "1");
  const clear = make("button", { type: "button", className: "md-button", textContent: words.clear, hidden: true });
  const told = make("p", { className: "hb-effort__told" });
  told.setAttribute("role", "status");
  place.prepend(
    make(
      "div",
      { className: "hb-effort__fields" },
      make("label", {}, make("span", { textContent: words.labelMembers }), members),
      make("label", {}, make("span", { textContent: words.labelTeams }), teams),
      clear,
    ),
    told,
  );
  const all = [members, teams, ...lines.flatMap(({ times, hours }) => [times, hours])];

  const show = () => {
    const right = all.every((input) => input.checkValidity());
    told.textContent = right ? "" : words.wrong;
    clear.hidden = all.every((input) => input.value === input.defaultValue);
    if (!right) return;
    const now = lines.map((line) => ({ ...line, times: line.times.valueAsNumber, hours: line.hours.valueAsNumber }));
    const one = reckon(now, members.valueAsNumber, 1);
    const every = reckon(now, members.valueAsNumber, teams.valueAsNumber);
    place.querySelector(".hb-effort__members").textContent = figure.format(members.valueAsNumber);
    place.querySelector(".hb-effort__teams").textContent = figure.format(teams.valueAsNumber);
    for (const row of place.querySelectorAll(".hb-effort__totals [data-who]")) {
      row.querySelector("[data-sum=one]").textContent = figure.format(one[row.dataset.who]);
      row.querySelector("[data-sum=all]").textContent = figure.format(every[row.dataset.who]);
    }
  };

  // Each field under a name of its own; only what differs from the handbook stands in the address.
  const named = [["leden", members], ["teams", teams]];
  for (const { id, times, hours } of lines) named.push([`keer.${id}`, times], [`uren.${id}`, hours]);

  const remember = () => {
    const asked = new URLSearchParams(window.location.search);
    for (const [name, input] of named) {
      if (input.value === input.defaultValue) asked.delete(name);
      else asked.set(name, input.value);
    }
    const text = asked.toString();
    try {
      const { pathname, hash } = window.location;
      window.history.replaceState(null, "", `${pathname}${text ? `?${text}` : ""}${hash}`);
    } catch {
      window.history.replaceState(null, "", `#${text}`); // from a folder a browser changes only what stands after the #
    }
  };

  const changed = () => {
    show();
    remember();
  };
  clear.addEventListener("click", () => {
    for (const input of all) input.value = input.defaultValue;
    changed();
    members.focus();
  });

  const { protocol, search, hash } = window.location;
  const asked = new URLSearchParams(search || (protocol === "file:" ? hash.slice(1) : ""));
  for (const [name, input] of named) {
    input.value = asked.get(name) ?? input.defaultValue;
    if (!input.checkValidity()) input.value = input.defaultValue; // an old or broken address: the handbook's figure
  }
  show();
})();
