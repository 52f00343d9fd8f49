// Says how far away a date is from the day that the page is read: a site may have been built weeks before.
// The words are those of viewing/days.py; a test lays the two side by side.
(() => {
  "use strict";

  const aheadOrAgo = (distance, unit) =>
    distance > 0 ? `over ${distance} ${unit}` : `${-distance} ${unit} geleden`;

  const far = (distance) => (distance > 0 ? "over meer dan een jaar" : "meer dan een jaar geleden");

  const inDays = (days) => {
    const near = new Map([[0, "vandaag"], [1, "morgen"], [-1, "gisteren"]]);
    if (near.has(days)) return near.get(days);
    if (Math.abs(days) <= 56) return aheadOrAgo(days, "dagen");
    return Math.abs(days) <= 364 ? aheadOrAgo(Math.trunc(days / 7), "weken") : far(days);
  };

  const inMonths = (months) => {
    const near = new Map([[0, "deze maand"], [1, "volgende maand"], [-1, "vorige maand"]]);
    if (near.has(months)) return near.get(months);
    return Math.abs(months) <= 12 ? aheadOrAgo(months, "maanden") : far(months);
  };

  const inYears = (years) => {
    const near = new Map([[0, "dit jaar"], [1, "volgend jaar"], [-1, "vorig jaar"]]);
    return near.has(years) ? near.get(years) : aheadOrAgo(years, "jaar");
  };

  // A day, a month or a year: 2026-12-10, 2026-12 or 2026. Today is a day on the reader's own calendar.
  const daysWord = (when, today) => {
    const [year, month, day] = when.split("-").map(Number);
    if (day) {
      const from = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
      return inDays(Math.round((Date.UTC(year, month - 1, day) - from) / 86400000));
    }
    if (month) return inMonths(12 * (year - today.getFullYear()) + month - 1 - today.getMonth());
    return inYears(year - today.getFullYear());
  };

  const today = new Date();
  for (const place of document.querySelectorAll("[data-day]")) {
    place.textContent = daysWord(place.dataset.day, today);
  }
  for (const note of document.querySelectorAll("[data-reckoned]")) note.remove();
})();
