// A plan as one needs it at the table: on paper, with lines to write on and a code for a phone, or as one file to read
// without network. No fields, no buttons.
(() => {
  "use strict";

  const rules = window.handboekPlan;
  if (!rules || !window.handboek) return;
  const { make } = window.handboek;

  const most = 121; // modules a side: of more, a phone sees only grey
  const small = 77;
  const lines = (count) => Array.from({ length: count }, () => make("div", { className: "hb-sheet__line" }));

  // `plan` is {title, purpose, sum, parts}; a part is {from, to, minutes, text, question, hint, note}.
  const draw = (place, plan, words) => {
    place.replaceChildren(
      make(
        "header",
        {},
        make(
          "div",
          {},
          make("h1", { textContent: plan.title }),
          ...(plan.purpose ? [make("p", { textContent: plan.purpose })] : []),
          make(
            "p",
            { className: "hb-sheet__facts" },
            make("strong", { textContent: plan.sum }),
            make("span", { className: "hb-sheet__date", textContent: words.date }),
          ),
        ),
        make("div", { className: "hb-sheet__code" }),
      ),
      make(
        "ol",
        {},
        ...plan.parts.map((part) =>
          make(
            "li",
            { className: part.question ? "hb-sheet__part hb-sheet__part--question" : "hb-sheet__part" },
            make(
              "p",
              { className: "hb-sheet__clock" },
              make("strong", { textContent: `${part.from}–${part.to}` }),
              " ",
              make("small", { textContent: `${part.minutes} ${words.min}` }),
            ),
            make(
              "div",
              {},
              make("p", { className: "hb-sheet__what", textContent: part.text }),
              ...(part.hint ? [make("p", { className: "hb-sheet__hint", textContent: part.hint })] : []),
              ...(part.note ? [make("p", { className: "hb-sheet__note", textContent: part.note })] : []),
              ...(part.question ? lines(2) : []),
            ),
          ),
        ),
      ),
      // Where there are many questions there is room to write already, and one sheet is better than two.
      ...(plan.parts.filter((part) => part.question).length < 6
        ? [make("section", { className: "hb-sheet__notes" }, make("h2", { textContent: words.notes }), ...lines(4))]
        : []),
    );
  };

  // The address as a code, with the white edge of four modules that a camera needs.
  const code = (place, address, words) => {
    place.replaceChildren();
    if (!window.qrcode || !/^https?:/.test(address)) return;
    const made = window.qrcode(0, "M");
    made.addData(address, "Byte");
    let size = Infinity;
    try {
      made.make();
      size = made.getModuleCount();
    } catch {
      // More than any code can hold.
    }
    if (size > most) {
      place.append(make("p", { textContent: words.scanLong }));
      return;
    }
    const dark = [];
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) if (made.isDark(row, column)) dark.push(`M${column} ${row}h1v1h-1z`);
    }
    const space = "http://www.w3.org/2000/svg";
    const drawing = document.createElementNS(space, "svg");
    drawing.setAttribute("viewBox", `-4 -4 ${size + 8} ${size + 8}`);
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", words.scan);
    drawing.setAttribute("shape-rendering", "crispEdges");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", dark.join(""));
    drawing.append(path);
    place.classList.toggle("hb-sheet__code--large", size > small);
    place.append(make("p", { textContent: words.scan }), drawing);
  };

  const look = `
:root { color-scheme: light dark; --ink: #1d2629; --quiet: #465055; --line: #d5d0c4; --deep: #0c4a50; --warm: #8a3d12; --paper: #fffdf8; --wash: #f4efe4; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0ede6; --quiet: #c0c5c5; --line: #45504f; --deep: #9fd4d6; --warm: #f0b48c; --paper: #161d1f; --wash: #232c2e; } }
body { max-width: 38rem; margin: 0 auto; padding: 1rem 1.1rem 3rem; background: var(--paper); color: var(--ink); font: 1.1rem/1.5 "Atkinson Hyperlegible", Verdana, sans-serif; overflow-wrap: anywhere; }
h1 { margin: .5rem 0; font-size: 1.6rem; line-height: 1.2; }
p { margin: .4rem 0; }
a { color: var(--deep); }
ol { margin: 1.2rem 0; padding: 0; list-style: none; }
li { margin: 0; padding: .8rem 0; border-top: 1px solid var(--line); }
.hb-sheet__clock { display: flex; justify-content: space-between; margin: 0; color: var(--quiet); font-variant-numeric: tabular-nums; }
.hb-sheet__part--question .hb-sheet__what { font-size: 1.25rem; font-weight: 700; line-height: 1.35; }
.hb-sheet__what { font-weight: 700; }
.hb-sheet__hint { color: var(--quiet); }
.hb-sheet__note { padding: .5rem .8rem; border-left: .25rem solid var(--warm); background: var(--wash); white-space: pre-wrap; }
.hb-sheet__date, .hb-sheet__line, .hb-sheet__notes, .hb-sheet__code { display: none; }
@media print { body { font-size: 11pt; } li { break-inside: avoid; } footer { display: none; } }
`;

  // One file that any browser opens, and that lets nothing run or load. What somebody typed stands in it as text: the
  // browser itself writes it out.
  const page = (plan, fragment, address, words) => {
    const main = make("main");
    draw(main, plan, words);
    const body = make("body", {}, main);
    body.dataset.plan = fragment;
    if (/^https?:/.test(address)) {
      body.append(make("footer", {}, make("p", {}, make("a", { href: address, textContent: words.back }))));
    }
    return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
${make("title", { textContent: plan.title }).outerHTML}
<style>${look}</style>
</head>
${body.outerHTML}
</html>
`;
  };

  window.handboekPlan = Object.freeze({ ...rules, sheet: Object.freeze({ draw, code, page }) });
})();
