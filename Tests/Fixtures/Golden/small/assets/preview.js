// Shows what a page is about beside a link to it, on hover and on focus by the keyboard. A classic script that loads
// classic scripts, since browsers fetch nothing from disk; nothing is loaded before somebody dwells on a link.
(() => {
  "use strict";
  const script = document.currentScript;
  const shards = Number(script.dataset.shards);
  const root = new URL("../", script.src).href;
  const known = new Map();
  const asked = new Set();
  let card = null;
  let link = null;
  let timer = 0;

  // The address below the root of the page that a link leads to, where it is one that has a preview.
  const pathOf = (anchor) => {
    const address = anchor.href.split("#")[0];
    if (!address.startsWith(root) || address === location.href.split("#")[0]) return null;
    const path = address.slice(root.length);
    return /^(actors|conflicts|events|places)\/[^/]+(\.html|\/index\.html)$/.test(path) ? path : null;
  };

  // FNV-1a, as in PreviewShards.swift.
  const shardOf = (path) => {
    let hash = 0x811c9dc5;
    for (let index = 0; index < path.length; index += 1) {
      hash = Math.imul(hash ^ path.charCodeAt(index), 0x01000193);
    }
    return (hash >>> 0) % shards;
  };

  const element = (name, text, parent) => {
    const made = document.createElement(name);
    made.dir = "auto";
    made.textContent = text;
    parent.append(made);
    return made;
  };

  const hide = () => {
    clearTimeout(timer);
    if (link) link.removeAttribute("aria-describedby");
    link = null;
    if (card) card.hidden = true;
  };

  const show = () => {
    const entry = link && known.get(pathOf(link));
    if (!entry) return;
    const [title, sort, about, facts] = entry;
    if (!card) {
      card = document.createElement("div");
      card.className = "preview";
      card.id = "part.preview";
      card.role = "tooltip";
      card.addEventListener("pointerenter", () => clearTimeout(timer));
      card.addEventListener("pointerleave", leave);
      document.body.append(card);
    }
    card.textContent = "";
    const heading = element("p", title, card);
    heading.className = "preview-title";
    if (sort) element("span", sort, heading);
    if (about) element("p", about, card);
    if (facts.length) {
      const list = element("dl", "", card);
      for (const [label, value] of facts) {
        element("dt", label, list);
        element("dd", value, list);
      }
    }
    card.hidden = false;
    const box = link.getClientRects()[0] || link.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(box.left, wide - card.offsetWidth - 8));
    const below = box.bottom + 6;
    const fits = below + card.offsetHeight <= innerHeight;
    card.style.left = left + "px";
    card.style.top = (fits ? below : Math.max(8, box.top - card.offsetHeight - 6)) + "px";
    link.setAttribute("aria-describedby", card.id);
  };

  window.dossierPreviews = (entries) => {
    for (const path of Object.keys(entries)) known.set(path, entries[path]);
    show();
  };

  const ask = (anchor) => {
    hide();
    const path = pathOf(anchor);
    if (!path) return;
    link = anchor;
    if (known.has(path)) return show();
    const shard = shardOf(path);
    if (asked.has(shard)) return;
    asked.add(shard);
    const loading = document.createElement("script");
    loading.src = root + "previews/" + shard + ".js";
    document.head.append(loading);
  };

  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, 200);
  };

  const anchorOf = (event) => event.target.closest && event.target.closest("main a[href]");

  document.addEventListener("pointerover", (event) => {
    const anchor = event.pointerType === "mouse" && anchorOf(event);
    if (!anchor) return;
    clearTimeout(timer);
    if (anchor !== link) timer = setTimeout(ask, 250, anchor);
  });
  document.addEventListener("pointerout", (event) => {
    if (anchorOf(event)) leave();
  });
  document.addEventListener("focusin", (event) => {
    const anchor = anchorOf(event);
    if (anchor && anchor.matches(":focus-visible")) ask(anchor);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  // A link that has the focus may have been scrolled into view: its card goes with it.
  addEventListener("scroll", () => {
    if (!link) return;
    if (link !== document.activeElement) hide();
    else if (card && !card.hidden) show();
  }, { passive: true });
})();
