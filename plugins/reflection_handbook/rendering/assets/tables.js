// Tells each cell of a table of words the name of its column, so that on a phone a row can be shown as a card.
// A table of our own has that in its HTML already.
(() => {
  "use strict";

  for (const table of document.querySelectorAll(".md-content table:not([class])")) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent.trim());
    if (!heads.length) continue;
    for (const row of table.tBodies[0]?.rows ?? []) {
      [...row.cells].forEach((cell, i) => {
        if (heads[i]) cell.dataset.label = heads[i];
      });
    }
    table.dataset.cards = "";
  }
})();
