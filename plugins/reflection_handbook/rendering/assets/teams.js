// Narrows the overview of teams. What is chosen lives in the address, so that it can be kept, sent and gone back to.
// All there is to choose from stands in the rows themselves: a team that leaves the list leaves nothing behind.
(() => {
  "use strict";

  const place = document.querySelector(".hb-filter");
  const table = document.querySelector("table.hb-teams");
  if (!place || !table) return;

  const words = place.dataset;
  const names = ["soort", "stap", "doel", "regio", "aandacht"];
  const rows = [...table.tBodies[0].rows].map((row) => {
    const facets = [...row.querySelectorAll("[data-facet]")].map((found) => ({
      name: found.dataset.facet,
      value: found.dataset.value,
      label: found.dataset.label ?? found.textContent,
    }));
    return { row, facets };
  });

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // A list per name: each value once, with its label, in the order of the labels.
  const choices = (name) => {
    const labels = new Map();
    for (const { facets } of rows) {
      for (const facet of facets) {
        if (facet.name === name) labels.set(facet.value, facet.label);
      }
    }
    return [...labels].sort((one, other) => one[1].localeCompare(other[1], "nl", { numeric: true }));
  };

  const selects = new Map();
  const fields = make("div", { className: "hb-filter__fields" });
  for (const name of names) {
    const found = choices(name);
    if (!found.length || (found.length < 2 && name !== "aandacht")) continue;
    const select = make("select", { name }, new Option(words.all, ""));
    select.append(...found.map(([value, label]) => new Option(label, value)));
    select.addEventListener("change", () => {
      remember();
      show();
    });
    selects.set(name, select);
    fields.append(make("label", {}, make("span", { textContent: words[name] }), select));
  }
  if (!selects.size) return;

  const told = make("p", { className: "hb-filter__told" });
  told.setAttribute("role", "status");
  const clear = make("button", { type: "button", className: "md-button", textContent: words.clear, hidden: true });
  clear.addEventListener("click", () => {
    for (const select of selects.values()) select.value = "";
    remember();
    show();
    selects.values().next().value.focus();
  });
  const details = make("details", {}, make("summary", { textContent: words.title }), fields);
  place.append(details, told, clear);
  details.open = window.matchMedia("(min-width: 45em)").matches;

  const chosen = () => [...selects].filter(([, select]) => select.value);

  const show = () => {
    const wanted = chosen().map(([name, select]) => [name, select.value]);
    let shown = 0;
    for (const { row, facets } of rows) {
      const fits = wanted.every(([name, value]) =>
        facets.some((facet) => facet.name === name && facet.value === value),
      );
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    const count = words.shown.replace("{shown}", shown).replace("{all}", rows.length);
    told.textContent = shown ? (wanted.length ? count : "") : words.none;
    clear.hidden = !wanted.length;
    if (wanted.length) details.open = true;
  };

  // Names that are not ours stay in the address; values that no team has are as good as none.
  const read = () => {
    const asked = new URLSearchParams(window.location.search);
    for (const [name, select] of selects) {
      select.value = asked.get(name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
  };

  const address = () => {
    const asked = new URLSearchParams(window.location.search);
    for (const name of names) asked.delete(name);
    for (const [name, select] of chosen()) asked.set(name, select.value);
    const text = asked.toString();
    return `${window.location.pathname}${text ? `?${text}` : ""}${window.location.hash}`;
  };

  const remember = () => {
    try {
      window.history.pushState(null, "", address());
    } catch {
      // A browser that keeps no addresses for files from a folder: the list is narrowed all the same.
    }
  };

  window.addEventListener("popstate", () => {
    read();
    show();
  });
  // A count that leads to this very page narrows it, without fetching it again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".hb-counts a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    for (const [name, select] of selects) {
      select.value = new URLSearchParams(new URL(link.href).search).get(name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    remember();
    show();
    document.getElementById("alle-teams").scrollIntoView();
  });
  read();
  show();
})();
