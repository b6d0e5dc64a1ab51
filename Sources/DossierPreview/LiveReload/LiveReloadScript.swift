/// The script of a previewed page. It opens the stream while the page is visible (a browser allows
/// six connections to a host, hidden tabs would use them up), then does what the last state asks for:
/// reload, swap style sheets, show or remove the report. The report is set as text, never as HTML.
let liveReloadScript = #"""
  (function () {
    "use strict";
    var element = document.currentScript;
    if (!element || !window.EventSource) return;
    var revision = element.getAttribute("data-revision");
    var attempt = Number(element.getAttribute("data-attempt"));
    var failedPage = element.hasAttribute("data-failed");
    var scrollKey = "dossier-preview-scroll " + location.pathname + location.search;
    var source = null, retry = 0, overlay = null;

    function restoreScroll() {
      try {
        var saved = JSON.parse(sessionStorage.getItem(scrollKey));
        sessionStorage.removeItem(scrollKey);
        if (!saved) return;
        var restore = function () { window.scrollTo(saved[0], saved[1]); };
        restore();
        window.addEventListener("load", restore, { once: true });
      } catch (error) { /* storage may be switched off: the page then starts at its top */ }
    }

    function reload() {
      close();
      try {
        sessionStorage.setItem(scrollKey, JSON.stringify([window.scrollX, window.scrollY]));
      } catch (error) { /* as above */ }
      location.reload();
    }

    function swapStyles(paths) {
      var links = Array.prototype.slice.call(document.querySelectorAll("link[rel~=stylesheet]"));
      var found = paths.map(function (path) {
        return links.filter(function (link) {
          var url = new URL(link.href, document.baseURI);
          return url.origin === location.origin && url.pathname === path;
        });
      });
      // A sheet that no link names may be imported by another: only a reload is sure to show it.
      if (found.some(function (list) { return list.length === 0; })) return false;
      found.forEach(function (list) {
        list.forEach(function (old) {
          var fresh = old.cloneNode(false);
          fresh.href = new URL(old.href, document.baseURI).pathname + "?" + revision;
          var remove = function () { old.remove(); };
          fresh.addEventListener("load", remove);
          fresh.addEventListener("error", remove);
          old.after(fresh);
        });
      });
      return true;
    }

    function hide() {
      if (overlay) overlay.remove();
      overlay = null;
    }

    function show(report) {
      hide();
      overlay = document.createElement("div");
      overlay.setAttribute("data-dossier-preview", "");
      var root = overlay.attachShadow({ mode: "open" });
      var dialog = document.createElement("dialog");
      dialog.setAttribute("aria-labelledby", "heading");
      dialog.style.cssText = "box-sizing:border-box;width:min(64rem,94vw);max-height:90vh;" +
        "overflow:auto;padding:1.25rem 1.5rem;border:0;border-top:.4rem solid #c0392b;" +
        "background:#1d1f21;color:#f2f2f2;font:16px/1.5 system-ui,sans-serif;direction:ltr;" +
        "text-align:left";
      var heading = document.createElement("h2");
      heading.id = "heading";
      heading.style.cssText = "margin:0 0 .5rem;font-size:1.15rem";
      heading.textContent = "The build failed";
      var note = document.createElement("p");
      note.style.cssText = "margin:0 0 .75rem";
      note.textContent = "Behind this is the page of the last good build.";
      var text = document.createElement("pre");
      text.tabIndex = 0;
      text.style.cssText = "margin:0 0 1rem;white-space:pre-wrap;overflow-wrap:anywhere;" +
        "font:14px/1.45 ui-monospace,monospace";
      text.textContent = report;
      var button = document.createElement("button");
      button.type = "button";
      button.style.cssText = "font:inherit;padding:.25rem .9rem";
      button.textContent = "Close";
      button.addEventListener("click", function () { dialog.close(); });
      dialog.append(heading, note, text, button);
      dialog.addEventListener("close", hide);
      root.append(dialog);
      document.body.append(overlay);
      if (dialog.showModal) dialog.showModal(); else dialog.setAttribute("open", "");
      button.focus();
    }

    function receive(event) {
      var state = JSON.parse(event.data);
      if (failedPage) {
        if (state.failure === null || state.attempt !== attempt) reload();
        return;
      }
      if (state.revision !== revision) {
        var known = revision;
        revision = state.revision;
        if (known !== state.from || !state.styles || !swapStyles(state.styles)) {
          reload();
          return;
        }
      }
      var isShown = overlay !== null && state.attempt === attempt;
      attempt = state.attempt;
      if (state.failure === null) hide(); else if (!isShown) show(state.failure);
    }

    function open() {
      if (source || document.hidden) return;
      source = new EventSource("/__dossier/events");
      source.addEventListener("state", receive);
      source.addEventListener("error", function () {
        if (!source || source.readyState !== EventSource.CLOSED) return;
        close();
        retry = setTimeout(open, 2000);
      });
    }

    function close() {
      clearTimeout(retry);
      if (source) source.close();
      source = null;
    }

    document.addEventListener("visibilitychange", function () {
      if (document.hidden) close(); else open();
    });
    window.addEventListener("pagehide", close);
    window.addEventListener("pageshow", open);
    restoreScroll();
    open();
  })();

  """#
