// Three small things that need a script. Without it every page still reads in full.

// 1. A formula wider than the page scrolls by itself; a keyboard must be able to reach it.
function letWideFormulasBeReached() {
  for (const formula of document.querySelectorAll("div.math")) {
    if (formula.scrollWidth > formula.clientWidth) {
      formula.tabIndex = 0;
      formula.setAttribute("role", "region");
      formula.setAttribute("aria-label", "Formula, scrolls sideways");
    } else {
      formula.removeAttribute("tabindex");
      formula.removeAttribute("role");
      formula.removeAttribute("aria-label");
    }
  }
}

// 2. The theme's switch is announced as one name for three states.
function nameTheThemeSwitch() {
  const mode = document.documentElement.dataset.mode || "auto";
  const names = { auto: "as the system", light: "light", dark: "dark" };
  for (const button of document.querySelectorAll(".theme-switch-button")) {
    button.setAttribute("aria-label", `Colour mode: ${names[mode] ?? mode}`);
  }
}

// 3. Printing opens what is folded, so that nothing is missing on paper.
function unfoldForPrint() {
  for (const details of document.querySelectorAll("article details:not([open])")) {
    details.open = true;
    details.dataset.unfolded = "";
  }
}
function foldAfterPrint() {
  for (const details of document.querySelectorAll("details[data-unfolded]")) {
    details.open = false;
    delete details.dataset.unfolded;
  }
}

addEventListener("load", letWideFormulasBeReached);
addEventListener("resize", letWideFormulasBeReached);
addEventListener("beforeprint", unfoldForPrint);
addEventListener("afterprint", foldAfterPrint);
nameTheThemeSwitch();
new MutationObserver(nameTheThemeSwitch).observe(document.documentElement, {
  attributes: true,
  attributeFilter: ["data-mode"],
});
