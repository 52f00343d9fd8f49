/* One slide at a time: keys, swipe, buttons. Without this script all slides stand under each other, as in print. */
(() => {
  "use strict";
  const root = document.documentElement;
  const slides = [...document.querySelectorAll(".hb-slide")];
  const bar = document.querySelector(".hb-bar");
  if (!slides.length || !bar) return;

  const find = (selector) => bar.querySelector(selector);
  const [back, on] = [find("[data-turn=back]"), find("[data-turn=on]")];
  const [full, place, progress, says] = [find("[data-full]"), find(".hb-bar__place"), find("progress"), find("[role]")];
  let at = 0;

  /* What is there is counted, since a slide may have been taken out of the page after it was made. Without its id the
     browser does not go to a slide by itself, so that the focus stays where it is. */
  for (const slide of slides) {
    slide.removeAttribute("id");
    slide.tabIndex = -1;
  }

  const titleOf = (slide) => document.getElementById(slide.getAttribute("aria-labelledby")).textContent;

  function asked() {
    const found = /^#dia-(\d+)$/.exec(location.hash);
    return found ? Math.min(Math.max(Number(found[1]), 1), slides.length) - 1 : 0;
  }

  function show(index) {
    const focused = slides[at].contains(document.activeElement);
    at = index;
    slides.forEach((slide, number) => (slide.hidden = number !== at));
    place.textContent = `${at + 1} / ${slides.length}`;
    progress.max = slides.length;
    progress.value = at + 1;
    back.setAttribute("aria-disabled", String(at === 0));
    on.setAttribute("aria-disabled", String(at === slides.length - 1));
    says.textContent = says.dataset.says
      .replace("{place}", () => at + 1)
      .replace("{count}", () => slides.length)
      .replace("{title}", () => titleOf(slides[at]));
    if (focused) slides[at].focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function go(index) {
    if (index < 0 || index >= slides.length || index === at) return;
    show(index);
    location.hash = `dia-${index + 1}`; // so that “back” works, also for a page in a file
  }

  function fill() {
    if (!document.fullscreenEnabled) return;
    const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    done.catch(() => {});
  }

  /* A long slide is read to its end first; the browser itself scrolls. */
  const atEnd = () => scrollY + innerHeight >= root.scrollHeight - 20;
  const atStart = () => scrollY <= 20;

  const keys = {
    ArrowRight: () => [true, at + 1],
    ArrowLeft: () => [true, at - 1],
    ArrowDown: () => [atEnd(), at + 1],
    ArrowUp: () => [atStart(), at - 1],
    PageDown: () => [atEnd(), at + 1],
    PageUp: () => [atStart(), at - 1],
    " ": (event) => (event.shiftKey ? [atStart(), at - 1] : [atEnd(), at + 1]),
    Home: () => [true, 0],
    End: () => [true, slides.length - 1],
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === " " && event.target.closest("button, a")) return;
    if (event.key === "Escape") {
      if (!document.fullscreenElement) find(".hb-bar__leave").click();
    } else if (event.key.toLowerCase() === "f") {
      fill();
    } else if (Object.hasOwn(keys, event.key)) {
      const [turns, index] = keys[event.key](event);
      if (!turns) return;
      event.preventDefault();
      go(index);
    }
  });

  let touch = null;
  addEventListener(
    "touchstart",
    (event) => {
      touch = event.touches.length === 1 ? event.touches[0] : null;
    },
    { passive: true },
  );
  addEventListener(
    "touchend",
    (event) => {
      if (!touch || visualViewport?.scale > 1.05) return; // who has zoomed in moves the page
      const [x, y] = [event.changedTouches[0].clientX - touch.clientX, event.changedTouches[0].clientY - touch.clientY];
      touch = null;
      if (Math.abs(x) > 50 && Math.abs(x) > 1.5 * Math.abs(y)) go(at + (x < 0 ? 1 : -1));
    },
    { passive: true },
  );

  back.addEventListener("click", () => go(at - 1));
  on.addEventListener("click", () => go(at + 1));
  full.addEventListener("click", fill);
  find("[data-print]").addEventListener("click", () => print());
  addEventListener("fullscreenchange", () => full.setAttribute("aria-pressed", String(!!document.fullscreenElement)));
  addEventListener("hashchange", () => show(asked()));

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const colour = () => document.body.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
  dark.addEventListener("change", colour);

  colour();
  root.classList.add("hb-live");
  bar.querySelectorAll("[hidden]").forEach((part) => (part.hidden = false));
  full.hidden = !document.fullscreenEnabled;
  show(asked());
})();
