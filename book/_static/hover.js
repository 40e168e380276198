// Shows a glossary entry or a source beside the link to it: on hover and on keyboard focus.
// The box can be hovered itself, and Escape closes it (WCAG 1.4.13).

const box = document.createElement("div");
box.id = "hover-box";
box.setAttribute("role", "tooltip");
box.hidden = true;
document.body.append(box);

const entries = new Map(
  [...document.querySelectorAll("template.hover-entry")].map((entry) => [entry.dataset.for, entry]),
);
let shownFor = null;
let timer = 0;

function show(link, entry) {
  clearTimeout(timer);
  if (shownFor === link) return;
  close();
  box.replaceChildren(entry.content.cloneNode(true));
  box.hidden = false;
  shownFor = link;
  link.setAttribute("aria-describedby", box.id);
  place(link);
}

function place(link) {
  const gap = 8;
  const rect = link.getClientRects()[0];
  const width = Math.min(380, document.documentElement.clientWidth - 2 * gap);
  box.style.maxWidth = `${width}px`;
  const left = Math.min(rect.left, document.documentElement.clientWidth - box.offsetWidth - gap);
  const below = rect.bottom + gap;
  const fitsBelow = below + box.offsetHeight < innerHeight;
  const top = fitsBelow ? below : rect.top - gap - box.offsetHeight;
  box.style.left = `${Math.max(gap, left) + scrollX}px`;
  box.style.top = `${Math.max(gap, top) + scrollY}px`;
}

function close() {
  clearTimeout(timer);
  box.hidden = true;
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
}

function closeSoon() {
  clearTimeout(timer);
  timer = setTimeout(close, 250);
}

for (const link of document.querySelectorAll("article a.reference.internal[href*='#']")) {
  const anchor = decodeURIComponent(link.getAttribute("href").split("#").pop());
  const entry = entries.get(anchor);
  if (!entry) continue;
  link.classList.add("has-hover-entry");
  link.addEventListener("mouseenter", () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(link, entry), 150);
  });
  link.addEventListener("mouseleave", closeSoon);
  link.addEventListener("focus", () => show(link, entry));
  link.addEventListener("blur", closeSoon);
}
box.addEventListener("mouseenter", () => clearTimeout(timer));
box.addEventListener("mouseleave", closeSoon);
addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});
