/* The print page of a kit: a button that prints. Without it the browser's own menu does the same. */
"use strict";
(() => {
  const button = document.querySelector(".hb-kit__bar [data-print]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => window.print());
})();
