// Shows what a word of the glossary means, beside the word: on hover, on keyboard focus, and at a first tap.
// Without this script, or in a browser without popovers, each word is a plain link with a title.
(() => {
  "use strict";

  const words = [...document.querySelectorAll("a.hb-term[title]")];
  if (!words.length || !("popover" in HTMLElement.prototype)) return;

  const make = (tag, properties, attributes = {}) => {
    const element = Object.assign(document.createElement(tag), properties);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  // A card of inline elements, so that it may stand behind its word in any paragraph: the next Tab goes into it.
  const card = make("span", { className: "hb-term-card", id: "hb-term-card" }, { popover: "manual" });
  const text = make("span", { className: "hb-term-card__text", id: "hb-term-text" });
  const more = make("a", { className: "hb-term-card__more", textContent: "Meer bij Begrippen" });
  card.append(text);

  const meanings = new Map();
  for (const word of words) {
    meanings.set(word, word.title);
    word.removeAttribute("title");
  }

  let shown = null;
  let tapped = false;
  let waiting = 0;
  const margin = 12;

  const hide = () => {
    window.clearTimeout(waiting);
    if (!shown) return;
    const word = shown;
    const inside = card.contains(document.activeElement);
    shown = null;
    tapped = false;
    word.removeAttribute("aria-describedby");
    if (card.isConnected) card.hidePopover();
    card.remove();
    return inside ? word : null;
  };

  // Below its word where there is room, else above it; never beyond the sides of the screen.
  const put = (word) => {
    const place = word.getClientRects()[0] ?? word.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const left = Math.max(margin, Math.min(place.left, wide - card.offsetWidth - margin));
    const below = place.bottom + 6;
    const fits = below + card.offsetHeight <= window.innerHeight || place.top < card.offsetHeight + 6;
    const top = fits ? below : place.top - card.offsetHeight - 6;
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${top + window.scrollY}px`;
  };

  const show = (word, byTap) => {
    window.clearTimeout(waiting);
    if (shown === word && tapped === byTap) return;
    hide();
    shown = word;
    tapped = byTap;
    text.textContent = meanings.get(word);
    // With a link in it, it is a small dialog; without one, a tooltip.
    if (byTap) {
      more.href = word.href;
      card.append(more);
      card.setAttribute("role", "dialog");
      card.setAttribute("aria-label", `Uitleg: ${word.textContent}`);
      card.tabIndex = -1;
    } else {
      more.remove();
      card.setAttribute("role", "tooltip");
      card.removeAttribute("aria-label");
      card.removeAttribute("tabindex");
    }
    word.after(card);
    word.setAttribute("aria-describedby", text.id);
    card.showPopover();
    put(word);
    if (byTap) card.focus({ preventScroll: true });
  };

  const later = (task, delay) => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(task, delay);
  };

  const isFinger = (event) => event.pointerType === "touch" || event.pointerType === "pen";
  let finger = false;
  let closing = false;

  for (const word of words) {
    word.addEventListener("pointerenter", (event) => {
      if (!isFinger(event)) later(() => show(word, false), 120);
    });
    word.addEventListener("pointerleave", (event) => {
      if (!isFinger(event) && !tapped) later(hide, 250);
    });
    word.addEventListener("pointerdown", (event) => {
      finger = isFinger(event);
    });
    word.addEventListener("focus", () => {
      if (word.matches(":focus-visible") && !finger && !closing) show(word, false);
    });
    word.addEventListener("blur", () => {
      if (shown === word && !tapped) later(hide, 100);
    });
    word.addEventListener("keydown", () => {
      finger = false;
    });
    word.addEventListener("click", (event) => {
      if (!finger) return;
      event.preventDefault();
      finger = false;
      if (shown === word && tapped) hide();
      else show(word, true);
    });
  }

  // The pointer may go onto the card and stay there.
  card.addEventListener("pointerenter", () => window.clearTimeout(waiting));
  card.addEventListener("pointerleave", (event) => {
    if (!isFinger(event) && !tapped) later(hide, 250);
  });
  card.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (tapped && next && next !== shown && !card.contains(next)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.stopPropagation();
    closing = true;
    hide()?.focus({ preventScroll: true });
    closing = false;
  }, true);
  document.addEventListener("pointerdown", (event) => {
    if (shown && !card.contains(event.target) && !shown.contains(event.target)) hide();
  });
  window.addEventListener("resize", hide);
})();
