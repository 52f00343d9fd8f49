// The question bank: narrow it, search in it, draw a question. What is chosen lives in the address.
(() => {
  "use strict";

  const bank = document.querySelector(".hb-bank");
  if (!bank) return;

  const words = bank.dataset;
  const { fill, folded, make } = window.handboek;
  const { narrow } = window.handboekBank;
  const find = (selector) => bank.querySelector(selector);

  // The page itself holds no controls, only what there is to choose from: without this script they would do nothing.
  const groups = [...bank.querySelectorAll("[data-facet]")].map((group) => {
    const options = [...group.querySelectorAll("[data-value]")].map(({ dataset }) =>
      make(
        "label",
        {},
        make("input", { type: "checkbox", name: group.dataset.facet, value: dataset.value }),
        make("span", { textContent: dataset.label }),
        make("small"),
      ),
    );
    const made = make("fieldset", {}, make("legend", { textContent: group.dataset.title }), make("div", {}, ...options));
    made.dataset.facet = group.dataset.facet;
    return made;
  });
  const button = (name, kind = "") => {
    const made = make("button", { type: "button", className: `md-button ${kind}`.trim(), textContent: words[name] });
    made.dataset.do = name;
    return made;
  };
  bank.replaceChildren(
    make(
      "p",
      { className: "hb-bank__search" },
      make("label", { htmlFor: "hb-bank-search", textContent: words.search }),
      make("input", { type: "search", id: "hb-bank-search", autocomplete: "off" }),
    ),
    make(
      "details",
      { className: "hb-bank__panel" },
      make("summary", { textContent: words.choose }),
      make("div", { className: "hb-bank__facets" }, ...groups),
    ),
    make(
      "div",
      { className: "hb-bank__bar" },
      make("p", { className: "hb-bank__told" }),
      make("ul", { className: "hb-bank__marks" }),
      button("reset"),
    ),
    make("p", { className: "hb-bank__draw" }, button("draw", "md-button--primary"), button("forget")),
    make("div", { className: "hb-bank__drawn", hidden: true }),
  );
  find(".hb-bank__told").setAttribute("role", "status");
  find(".hb-bank__marks").setAttribute("aria-label", words.chosen);
  find(".hb-bank__drawn").setAttribute("aria-live", "polite");

  const search = find("input[type=search]");
  const boxes = [...bank.querySelectorAll("input[type=checkbox]")];
  const names = [...new Set(boxes.map((box) => box.name))];
  const told = find(".hb-bank__told");
  const marks = find(".hb-bank__marks");
  const reset = find("[data-do=reset]");
  const forget = find("[data-do=forget]");
  const drawn = find(".hb-bank__drawn");
  const sections = [...document.querySelectorAll(".hb-questions")];
  const jump = document.querySelector(".hb-jump");
  const cards = [...document.querySelectorAll(".hb-question[id]")];
  const facets = cards.map((card) =>
    Object.fromEntries(names.filter((name) => name in card.dataset).map((name) => [name, card.dataset[name]])),
  );
  const texts = cards.map((card) =>
    folded([...card.querySelectorAll(".hb-question__text, .hb-question__why, .hb-question__facts")].map((part) => part.textContent).join(" ")),
  );
  let current = [];

  const chosen = () =>
    Object.fromEntries(names.map((name) => [name, boxes.filter((box) => box.name === name && box.checked).map((box) => box.value)]));

  const show = () => {
    const sought = folded(search.value).split(/\s+/).filter(Boolean);
    // What is sought narrows first, so that the counts are of what the search found.
    const found = cards.map((_, place) => place).filter((place) => sought.every((word) => texts[place].includes(word)));
    const { shown, counts } = narrow(found.map((place) => facets[place]), chosen());
    current = shown.map((place) => found[place]);
    const visible = new Set(current);

    const asked = document.getElementById(window.location.hash.slice(1));
    cards.forEach((card, place) => {
      const outside = !visible.has(place) && card === asked;
      card.hidden = !visible.has(place) && !outside;
      card.querySelector(".hb-bank__outside")?.remove();
      if (outside) card.prepend(make("p", { className: "hb-bank__outside", textContent: words.outside }));
    });
    for (const section of sections) section.hidden = !section.querySelector(".hb-question:not([hidden])");

    for (const box of boxes) {
      const count = counts[box.name]?.[box.value] ?? 0;
      box.closest("label").querySelector("small").textContent = `(${count})`;
      box.disabled = !count && !box.checked;
    }
    const active = boxes.filter((box) => box.checked);
    marks.replaceChildren(
      ...active.map((box) => {
        const label = box.closest("label").querySelector("span").textContent;
        const mark = make("button", { type: "button", textContent: label });
        mark.setAttribute("aria-label", fill(words.remove, { label }));
        mark.addEventListener("click", () => {
          box.checked = false;
          change();
          (marks.querySelector("button") ?? search).focus();
        });
        return make("li", {}, mark);
      }),
    );
    marks.hidden = !active.length;
    const narrowed = active.length > 0 || sought.length > 0;
    reset.hidden = !narrowed;
    if (jump) jump.hidden = narrowed;
    find("[data-do=draw]").disabled = !current.length;
    const sentence = !current.length ? words.none : narrowed ? words.shown : words.all;
    told.textContent = fill(sentence, { shown: current.length, all: cards.length });
  };

  const address = () => {
    const asked = new URLSearchParams(window.location.search);
    for (const name of [...names, "zoek"]) asked.delete(name);
    for (const [name, values] of Object.entries(chosen())) for (const value of values) asked.append(name, value);
    if (search.value.trim()) asked.set("zoek", search.value.trim());
    const text = asked.toString();
    return `${window.location.pathname}${text ? `?${text}` : ""}`;
  };
  const remember = (how) => {
    try {
      window.history[how](null, "", address());
    } catch {
      // A browser that keeps no addresses for files from a folder: the bank is narrowed all the same.
    }
  };
  const change = () => {
    remember("pushState");
    show();
  };
  const read = () => {
    const asked = new URLSearchParams(window.location.search);
    for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
    search.value = asked.get("zoek") ?? "";
  };

  // How often each question was drawn: on this device only.
  const kept = window.handboek.kept("drawn");
  let times = kept.read() ?? {};
  const often = (place) => Number(times[cards[place].id]) || 0;
  const keep = () => {
    if (Object.keys(times).length) kept.write(times);
    else kept.clear();
    forget.hidden = !Object.keys(times).length;
  };
  const draw = () => {
    const least = Math.min(...current.map(often));
    const last = drawn.dataset.id;
    let pool = current.filter((place) => often(place) === least);
    if (pool.length > 1) pool = pool.filter((place) => cards[place].id !== last);
    if (!pool.length) return;
    const place = pool[Math.floor(Math.random() * pool.length)];
    const card = cards[place];
    times[card.id] = often(place) + 1;
    keep();
    drawn.dataset.id = card.id;
    const part = (name) => card.querySelector(`.hb-question__${name}`);
    const to = make("a", { href: `#${card.id}`, textContent: words.place });
    drawn.replaceChildren(
      make("p", { className: "hb-bank__big", textContent: part("text").textContent }),
      make("p", { textContent: part("why").textContent }),
      part("facts").cloneNode(true),
      make("p", {}, to),
    );
    drawn.hidden = false;
    find("[data-do=draw]").textContent = words.again;
  };

  for (const box of boxes) box.addEventListener("change", change);
  search.addEventListener("input", () => {
    // Each letter is no step back of its own.
    remember("replaceState");
    show();
  });
  reset.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    search.value = "";
    change();
    search.focus();
  });
  find("[data-do=draw]").addEventListener("click", draw);
  forget.addEventListener("click", () => {
    times = {};
    keep();
    drawn.hidden = true;
    delete drawn.dataset.id;
    const button = find("[data-do=draw]");
    button.textContent = words.draw;
    button.focus();
  });
  const arrive = () => {
    show();
    const asked = document.getElementById(window.location.hash.slice(1));
    if (cards.includes(asked)) asked.scrollIntoView();
  };
  window.addEventListener("popstate", () => {
    read();
    show();
  });
  window.addEventListener("hashchange", arrive);

  bank.hidden = false;
  find("details").open = window.matchMedia("(min-width: 45em)").matches;
  read();
  keep();
  if (window.location.hash) arrive();
  else show();
})();
