// The parts of a plan on the screen: their minutes and notes, their order, and what can stand in the place of one.
(() => {
  "use strict";

  const rules = window.handboekPlan;
  if (!rules || !window.handboek) return;
  const { fill, make } = window.handboek;

  // `builder` is what plan.js has: {tool, words, bank, named, parts, change, typed}. `change` makes a change that
  // can be taken back; `typed` is told that a field was filled in. Returns what draws the parts anew.
  const list = (builder) => {
    const { tool, words, bank, named, change, typed } = builder;
    const place = tool.part("list");
    const pattern = tool.part("row");
    pattern.remove();
    const own = (row, name) => row.querySelector(`[data-part="${name}"]`);

    const shift = (at, by) => {
      const parts = builder.parts();
      const to = at + by;
      if (to < 0 || to >= parts.length) return;
      change(
        () => parts.splice(to, 0, ...parts.splice(at, 1)),
        fill(words.moved, { what: named(parts[at].sign), number: to + 1 }),
        () => {
          const [first, second] = by < 0 ? ["up", "down"] : ["down", "up"];
          const wanted = own(place.children[to], first);
          return wanted.disabled ? own(place.children[to], second) : wanted;
        },
      );
    };

    const swapping = (row, at, part) => {
      const button = own(row, "swap");
      const panel = own(row, "similar");
      const options = (bank.get(part.sign)?.similar ?? []).map((sign) => bank.get(sign)).filter(Boolean);
      const show = (open) => {
        panel.hidden = !open;
        button.setAttribute("aria-expanded", String(open));
      };
      const take = (question) =>
        change(
          () => (builder.parts()[at] = { ...part, sign: question.code }),
          fill(words.swapped, { what: question.text }),
          () => own(place.children[at], "swap"),
        );
      if (!options.length) panel.firstElementChild.textContent = words.swapNone;
      own(row, "options").append(
        ...options.map((question) => {
          const option = make(
            "button",
            { type: "button", className: "hb-planner__option" },
            make("span", { textContent: question.text }),
            make("small", { textContent: `${question.word} · ${question.level}` }),
          );
          option.addEventListener("click", () => take(question));
          return make("li", {}, option);
        }),
      );
      button.addEventListener("click", () => {
        show(panel.hidden);
        if (!panel.hidden) panel.querySelector("button").focus();
      });
      const back = () => {
        show(false);
        button.focus();
      };
      own(row, "cancel").addEventListener("click", back);
      panel.addEventListener("keydown", (event) => {
        if (event.key === "Escape") back();
      });
    };

    const noting = (row, part, what) => {
      const button = own(row, "write");
      const note = own(row, "note");
      const show = (open) => {
        note.hidden = !open;
        button.setAttribute("aria-expanded", String(open));
      };
      note.value = part.note;
      note.setAttribute("aria-label", fill(words.note, { what }));
      show(Boolean(part.note));
      note.addEventListener("input", () => {
        part.note = note.value;
        typed();
      });
      button.addEventListener("click", () => {
        show(note.hidden);
        if (!note.hidden) note.focus();
      });
    };

    const timing = (row, part, what) => {
      const time = own(row, "time");
      time.value = part.minutes;
      time.setAttribute("aria-label", fill(words.minutesOf, { what }));
      time.addEventListener("input", () => {
        const found = rules.whole(time.value);
        time.setAttribute("aria-invalid", String(found === null));
        if (found === null) return;
        part.minutes = found;
        typed();
      });
      // What is no time of a part goes back to what it was.
      time.addEventListener("change", () => {
        time.value = part.minutes;
        time.setAttribute("aria-invalid", "false");
      });
    };

    const drawn = (part, at, parts, hint) => {
      const question = bank.get(part.sign);
      const what = named(part.sign);
      const row = pattern.cloneNode(true);
      row.hidden = false;
      row.classList.add(question ? `hb-step-${question.step}` : "hb-planner__part--other");
      own(row, "what").textContent = what;
      own(row, "hint").textContent = hint;
      own(row, "hint").hidden = !hint;
      for (const [name, by, end] of [["up", -1, 0], ["down", 1, parts.length - 1]]) {
        const button = own(row, name);
        button.setAttribute("aria-label", fill(words[name], { what }));
        button.disabled = at === end;
        button.addEventListener("click", () => shift(at, by));
      }
      own(row, "remove").setAttribute("aria-label", fill(words.remove, { what }));
      own(row, "remove").addEventListener("click", () =>
        change(
          () => parts.splice(at, 1),
          fill(words.removed, { what }),
          () => {
            const next = place.children[Math.min(at, parts.length - 1)];
            return next ? own(next, "remove") : place;
          },
        ),
      );
      own(row, "see").hidden = own(row, "swap").hidden = !question;
      own(row, "write").setAttribute("aria-label", fill(words.write, { what }));
      if (question) {
        own(row, "see").hash = question.id;
        own(row, "see").setAttribute("aria-label", fill(words.see, { what }));
        own(row, "swap").setAttribute("aria-label", fill(words.swap, { what }));
        swapping(row, at, part);
      }
      timing(row, part, what);
      noting(row, part, what);
      row.addEventListener("keydown", (event) => {
        if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
        event.preventDefault();
        shift(at, event.key === "ArrowUp" ? -1 : 1);
      });
      return row;
    };

    return Object.freeze({
      draw(hints) {
        const parts = builder.parts();
        place.replaceChildren(...parts.map((part, at) => drawn(part, at, parts, hints[at])));
        tool.part("none").hidden = parts.length > 0;
        tool.part("keys").hidden = parts.length < 2;
      },
      clock(times) {
        times.forEach(({ from, to }, at) => (own(place.children[at], "clock").textContent = `${from}–${to}`));
      },
    });
  };

  window.handboekPlan = Object.freeze({ ...rules, list });
})();
