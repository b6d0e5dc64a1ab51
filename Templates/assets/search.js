/* Search without a server: reads the files in search/ (Documentation/Decisions/0018) as a query needs them. They are
   classic scripts that call dossierSearch(name, data), so that it works from a disk. Nothing is inserted as markup. */
(() => {
  "use strict";

  // Words: what one is, and what two spellings of one have in common. SearchFolding.swift does the same.

  const letters = {
    "æ": "ae", "ð": "d", "đ": "d", "ø": "o", "þ": "th", "ß": "ss", "ħ": "h", "ı": "i", "ĸ": "k", "ł": "l", "ŋ": "n",
    "œ": "oe", "ŧ": "t", "ə": "a", "ɛ": "e", "ƒ": "f", "ς": "σ", "ϲ": "σ",
    "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647"
  };
  const partOfWord = /^[\p{L}\p{Nd}\p{Nl}\p{M}\xad]$/u;
  const silent = /[\p{Mn}\p{Me}\xad\u0640]/gu;
  const within = (ranges, code) => ranges.some((low, i) => i % 2 === 0 && code >= low && code <= ranges[i + 1]);
  const ideographs = [0x3041, 0x3096, 0x30a1, 0x30fa, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xf900, 0xfaff, 0x20000, 0x3fffd];
  const others = [
    0x3200, 0x33ff, 0x4dc0, 0x4dff, 0xd800, 0xf8ff, 0xfe00, 0xfe6f, 0xfeff, 0xff0f, 0xff1a, 0xff20, 0xff3b, 0xff40,
    0xff5b, 0xff65, 0xffe0, 0xffff, 0x1f000, 0x1faff, 0xe0000, 0x10ffff
  ];
  const cased = [0x80, 0x2af, 0x370, 0x379, 0x37b, 0x6ff, 0x10a0, 0x10ff, 0x1e00, 0x1fff];

  /** 0 between words, 1 part of a word, 2 a word of its own. */
  function classOf(char) {
    const code = char.codePointAt(0);
    if (code < 128) return /[0-9A-Za-z]/.test(char) ? 1 : 0;
    if (within(ideographs, code)) return 2;
    if (code >= 0x3100) return within(others, code) ? 0 : 1;
    return partOfWord.test(char) ? 1 : 0;
  }

  function fold(word) {
    if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase();
    let result = "";
    for (let char of word) {
      const code = char.codePointAt(0);
      if (code >= 0x3100) {
        result += char;
        continue;
      }
      if (code < 128) char = char.toLowerCase();
      else if (code !== 0x13f && code !== 0x140 && within(cased, code)) {
        char = char.normalize("NFKD").replace(silent, "").toLowerCase();
      } else char = char.replace(silent, "");
      for (const part of char) result += letters[part] || part;
    }
    return result;
  }

  /** Calls word(start, end) for each word of a text but single letters behind an apostrophe. */
  function eachWord(text, word) {
    let start = -1;
    let position = 0;
    function end() {
      if (start >= 0 && !(position - start === 1 && /['’]/.test(text[start - 1] || "") && /[A-Za-z]/.test(text[start]))) {
        word(start, position);
      }
      start = -1;
    }
    for (let char of text) {
      let kind = classOf(char);
      if (kind !== 1) end();
      if (kind === 2) word(position, position + char.length);
      if (kind === 1 && start < 0) start = position;
      position += char.length;
    }
    end();
  }

  function wordsOf(text) {
    let result = [];
    eachWord(text, (start, end) => {
      let word = fold(text.slice(start, end));
      if (word) result.push(word);
    });
    return result;
  }

  // Numbers and texts as Script.swift and TextEncoder.swift write them.

  function valueOf(code) { return code - (code > 92 ? 34 : code > 34 ? 33 : 32); }

  /** The numbers in data[from..<to]. */
  function numbers(data, from, to) {
    let result = [];
    function digit() { return valueOf(data.charCodeAt(from++)) - 1; }
    while (from < to) {
      let value = digit();
      let more = value < 60 ? 0 : value < 85 ? 1 : value < 89 ? 2 : value < 90 ? 3 : 5;
      let base = value < 60 ? value : value < 85 ? value - 60 : value < 89 ? value - 85 : 0;
      for (let i = 0; i < more; i++) base = base * 91 + digit();
      result.push(base + [0, 60, 2335, 35459, 0, 0][more]);
    }
    return result;
  }

  /** The passages of a coded text: [anchor's number or -1, text]. */
  function passages(data, dictionary) {
    let result = [];
    let text = "";
    let anchor = -1;
    let isAfterWord = false;
    let isCapital = false;
    let i = 0;
    function next() { return valueOf(data.charCodeAt(i++)); }
    function add(part, isWord) {
      if (isCapital) part = part[0].toUpperCase() + part.slice(1);
      text += isWord && isAfterWord ? " " + part : part;
      isAfterWord = isWord;
      isCapital = false;
    }
    function spelled(length, isWord) {
      add(data.substr(i, length), isWord);
      i += length;
    }
    while (i < data.length) {
      let code = next();
      if (code === 0) isCapital = true;
      else if (code === 1) spelled(next(), false);
      else if (code === 2) spelled(next(), true);
      else if (code < 5) {
        if (text) result.push([anchor, text]);
        text = "";
        isAfterWord = false;
        if (code === 4) anchor++;
      } else if (code < 21) spelled(code - 3, true);
      else {
        let unit = dictionary[code < 48 ? code - 21 : 27 + 93 * (code - 48) + next()] || "";
        add(unit.replace("\v", ""), unit[0] !== "\v");
      }
    }
    if (text) result.push([anchor, text]);
    return result;
  }

  /** Whether b is a with one letter wrong, missing, too many, or two neighbours changed over. */
  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    let x = a.slice(start);
    let y = b.slice(start);
    if (x.length === y.length) {
      return x.slice(1) === y.slice(1) || (x.slice(2) === y.slice(2) && x[0] === y[1] && x[1] === y[0]);
    }
    return x.length > y.length ? x.slice(1) === y : x === y.slice(1);
  }

  function reversed(word) { return Array.from(word).reverse().join(""); }

  /** How well a term answers a word of a query: 1 is the word itself, 0 not at all. */
  function likeness(word, isLast, term) {
    if (term === word) return 1;
    let shared = 0;
    while (shared < word.length && word[shared] === term[shared]) shared++;
    const left = word.length - shared;
    const more = term.length - shared;
    if (/\d/.test(word)) return isLast && !left && word.length > 1 ? 0.5 : 0;
    // Endings differ with number and case, in many languages.
    if (shared > 3 && left <= 2 && more <= 3) return left ? 0.5 : 0.75;
    if (!left && more === 1 && shared === 3) return 0.6;
    return isLast && !left ? 0.4 + 0.3 * word.length / term.length : 0;
  }

  /** What a name says of a page, by its number of words from 1 to 6; aliases say less than titles. */
  const nameWeights = [1, 0.85, 0.7, 0.6, 0.5, 0.35, 0.85, 0.7, 0.55, 0.45, 0.4, 0.25];

  /** The index. `load(name, version)` promises the data of a file. */
  class Index {
    constructor(load) {
      this.get = load;
      this.cache = {};
      this.ready = this.open();
    }

    load(name) {
      const file = this.cache[name] ??= this.get(name, this.version);
      file.catch(() => delete this.cache[name]);
      return file;
    }

    all(names) { return Promise.all(names.map((name) => this.load(name))); }

    async open() {
      const manifest = await this.load("manifest");
      this.version = manifest.version;
      this.count = 0;
      this.groups = manifest.groups.map(([label, count]) => {
        this.count += count;
        return { label, first: this.count - count, end: this.count };
      });
      // Where each file of texts begins.
      this.texts = [];
      let first = 0;
      manifest.documents.forEach((counts, partition) => {
        numbers(counts, 0, counts.length).forEach((count, number) => {
          this.texts.push({ first, name: "d" + partition + "-" + number });
          first += count;
        });
      });
      this.starts = {
        t: manifest.terms.split(" "), l: manifest.lexicon.split(" "), r: manifest.reversed.split(" ")
      };
    }

    /** The names of the files in which words from `first` to `last` may stand, at most `limit` of them. */
    files(kind, first, last, limit) {
      const starts = this.starts[kind];
      let from = 0;
      while (from + 1 < starts.length && starts[from + 1] <= first) from++;
      const names = [kind + from];
      while (names.length < limit && from + 1 < starts.length && starts[from + 1] <= last) names.push(kind + ++from);
      return names;
    }

    /** The terms of some files to which `like` gives a weight, each with the place of its postings. */
    async terms(names, like) {
      const found = [];
      for (const data of await this.all(names)) {
        let position = 0;
        let term = "";
        while (position < data.length) {
          const space = data.indexOf(" ", position);
          const end = data.indexOf(" ", space + 1);
          term = term.slice(0, valueOf(data.charCodeAt(position)) - 1) + data.slice(position + 1, space);
          const weight = like(term);
          if (weight) found.push({ term, weight, data, from: space + 1, to: end });
          position = end + 1;
        }
      }
      return found;
    }

    /** The terms that answer a word. */
    async expand(word, isLast) {
      const stem = word.length > 4 && !/\d/.test(word) ? word.slice(0, Math.max(4, word.length - 2)) : word;
      const [own] = this.files("t", word, word, 1);
      const near = this.files("t", stem, stem + "\uffff", 3);
      // The beginning of a word that is being typed may fit too many files.
      const names = new Set(near.length < 3 ? near : []).add(own);
      const found = await this.terms([...names], (term) => likeness(word, isLast, term));
      if (word.length < 4 || found.some((entry) => entry.weight > 0.5)) return found;
      const corrected = await this.correct(word);
      return corrected.length ? corrected : found;
    }

    /** The terms that differ from a word in one letter: the most frequent three. */
    async correct(word) {
      const head = [...word][0];
      const tail = reversed([...word].slice(-3).join(""));
      const names = this.files("l", head, head + "\uffff", 4).concat(this.files("r", tail, tail + "\uffff", 2));
      const near = {};
      (await this.all(names)).forEach((data, index) => {
        let term = "";
        for (const entry of data.split(" ")) {
          if (!entry) continue;
          term = term.slice(0, valueOf(entry.charCodeAt(1)) - 1) + entry.slice(2);
          const plain = names[index][0] === "r" ? reversed(term) : term;
          if (isNear(word, plain)) near[plain] = valueOf(entry.charCodeAt(0));
        }
      });
      const best = Object.keys(near).sort((a, b) => near[b] - near[a] || (a < b ? -1 : 1)).slice(0, 3);
      const files = new Set(best.map((term) => this.files("t", term, term, 1)[0]));
      return this.terms([...files], (term) => best.includes(term) ? 0.6 : 0);
    }

    /** The pages that answer a query, best first: {hits: [{page, score}], words: [{term: weight}]}.
        `filter`: {groups: [number], tag: number, from: day, to: day}, each may be absent. */
    async search(query, filter = {}) {
      await this.ready;
      const list = [...new Set(wordsOf(query))].slice(0, 8);
      const isOpen = !/\s$/.test(query);
      const [isAllowed, ...answers] = await Promise.all(
        [this.allowed(filter), ...list.map((word, i) => this.expand(word, isOpen && i === list.length - 1))]);
      const zeros = () => new Float32Array(this.count);
      const [body, names, matched] = [zeros(), zeros(), zeros()];
      let all = 0;
      const words = answers.map((terms) => {
        const [text, name] = [zeros(), zeros()];
        const touched = [];
        for (const { weight, data, from, to } of terms) {
          const tilde = data.indexOf("~", from);
          const middle = tilde < 0 || tilde > to ? to : tilde;
          for (const [best, start, end, base] of [[text, from, middle, 6], [name, middle + 1, to, 12]]) {
            let page = -1;
            for (const value of numbers(data, start, end)) {
              const code = value % base;
              page += (value - code) / base + 1;
              if (!text[page] && !name[page]) touched.push(page);
              best[page] = Math.max(best[page], weight * (base === 6 ? 0.4 + 0.3 * code : nameWeights[code]));
            }
          }
        }
        const rarity = Math.log(1 + (this.count - touched.length + 0.5) / (touched.length + 0.5));
        if (touched.length) all += rarity;
        for (const page of touched) {
          body[page] += rarity * text[page];
          names[page] += rarity * name[page];
          matched[page] += rarity;
        }
        return Object.fromEntries(terms.map((entry) => [entry.term, rarity * entry.weight]));
      });
      const hits = [];
      for (let page = 0; page < this.count; page++) {
        if (!matched[page] || !isAllowed(page)) continue;
        // What answers more of the query comes first; what is called so before what only says it.
        const share = matched[page] / all;
        const called = names[page] / all;
        hits.push({ page, score: body[page] * share * share + 4 * all * called * called });
      }
      hits.sort((a, b) => b.score - a.score || a.page - b.page);
      return { hits, words };
    }

    /** What only filtering needs: tags with their pages, first and last day of each page. */
    async filters() {
      const data = await this.load("filters");
      if (this.tags) return;
      const [lists, dates] = data.split("\v");
      const parts = lists.split("\t");
      this.tags = [];
      for (let i = 0; i + 1 < parts.length; i += 2) {
        let page = -1;
        const pages = numbers(parts[i + 1], 0, parts[i + 1].length).map((gap) => page += gap + 1);
        this.tags.push({ label: parts[i], pages: new Set(pages) });
      }
      this.days = [];
      let day = 0;
      const values = numbers(dates, 0, dates.length);
      for (let i = 0; i < values.length; i++) {
        const span = values[i] - 1;
        const step = span < 0 ? 0 : values[++i];
        day += step % 2 ? -(step + 1) / 2 : step / 2;
        this.days.push(span < 0 ? null : [day, day + span]);
      }
    }

    /** A function that says whether a page passes the filter. */
    async allowed({ groups, tag, from, to }) {
      const isDated = from != null || to != null;
      if (isDated || tag != null) await this.filters();
      return (page) => {
        if (groups && !groups.some((group) => page >= this.groups[group]?.first && page < this.groups[group].end)) {
          return false;
        }
        if (tag != null && !this.tags[tag]?.pages.has(page)) return false;
        if (!isDated) return true;
        const days = this.days[page];
        return !!days && (from == null || days[1] >= from) && (to == null || days[0] <= to);
      };
    }

    /** What to show of a page: {title, address, date, group, anchor, excerpt: [[text, is found]]}. */
    async record(page, words) {
      let low = 0;
      let high = this.texts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (this.texts[middle].first <= page) low = middle; else high = middle;
      }
      const file = this.texts[low];
      const [data, dictionary] = await this.all([file.name, "words"]);
      this.dictionary ??= dictionary.split("\t");
      const [title, address, date, anchors, text] = data.split("\t").slice(5 * (page - file.first));
      const best = excerpt(passages(text, this.dictionary), words);
      return {
        title, address, date, group: this.groups.find((group) => page < group.end).label,
        anchor: anchors.split(" ")[best.anchor] || "", excerpt: best.parts
      };
    }
  }

  /** The sentence in which most of the query stands. */
  function excerpt(list, words) {
    let best = { value: -1, anchor: -1, text: "", marks: [] };
    list.forEach((passage) => {
      (passage[1].match(/[^]+?(?:[.!?…]["”’)\]]*\s+|$)/g) || []).forEach((sentence) => {
        let marks = [];
        let found = {};
        eachWord(sentence, (start, end) => {
          let term = fold(sentence.slice(start, end));
          words.forEach((weights, number) => {
            if (!weights[term]) return;
            found[number] = Math.max(found[number] || 0, weights[term]);
            if (!marks.length || marks[marks.length - 1][0] !== start) marks.push([start, end]);
          });
        });
        let value = Object.keys(found).reduce((sum, number) => sum + found[number], 0);
        if (value > best.value) best = { value: value, anchor: passage[0], text: sentence, marks: marks };
      });
    });
    let from = 0;
    let to = best.text.length;
    if (to > 320) {
      from = Math.max(0, (best.marks.length ? best.marks[0][0] : 0) - 100);
      if (from) from = best.text.indexOf(" ", from) + 1;
      to = Math.min(to, from + 300);
      if (to < best.text.length) to = Math.max(best.text.lastIndexOf(" ", to), from + 1);
    }
    let parts = [];
    let position = from;
    best.marks.forEach((mark) => {
      if (mark[0] < position || mark[1] > to) return;
      parts.push([(position === from && from ? "… " : "") + best.text.slice(position, mark[0]), false]);
      parts.push([best.text.slice(mark[0], mark[1]), true]);
      position = mark[1];
    });
    parts.push([best.text.slice(position, to).trimEnd() + (to < best.text.length ? " …" : ""), false]);
    return { anchor: best.anchor, parts: parts };
  }

  const waiting = {};
  globalThis.dossierSearch = (name, data) => waiting[name]?.(data);
  globalThis.dossierSearch.parts = { fold, wordsOf, isNear, Index };

  if (typeof document === "undefined" || !document.getElementById("search.form")) return;

  // The page.

  const base = document.currentScript.src.replace(/assets\/search\.js.*$/, "");

  function load(name, version) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting[name] = resolve;
      script.src = base + "search/" + name + ".js" + (version ? "?v=" + version : "");
      script.onerror = () => reject(new Error(name));
      document.head.append(script);
    });
  }

  const element = (id) => document.getElementById("search." + id);
  const form = element("form");
  const field = element("field");
  const status = element("status");
  const results = element("results");
  const more = element("more");
  const filters = element("filters");
  const choices = ["kind", "conflict", "from", "to"];
  let index = null;
  let run = 0;
  let shown = 10;
  let timer = 0;

  function say(key, count) { status.textContent = key && status.dataset[key].replace("{n}", count); }
  const fail = () => say("failed");

  async function start() {
    index ??= new Index(load);
    await index.ready;
  }

  function made(name, className, text) {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.textContent = text || "";
    return node;
  }

  /** Fills the lists to choose from, which need a file of their own. */
  async function prepare() {
    await start();
    await index.filters();
    if (element("kind").options.length > 1) return;
    for (const [id, list] of [["kind", index.groups], ["conflict", index.tags]]) {
      list.forEach(({ label }, number) => {
        const option = made("option", "", label);
        option.value = number;
        element(id).append(option);
      });
    }
  }

  function filter() {
    const [kind, conflict, from, to] = choices.map((id) => element(id).value);
    const day = (value) => value ? Math.floor(Date.parse(value) / 86400000) : null;
    return { groups: kind ? [Number(kind)] : null, tag: conflict ? Number(conflict) : null, from: day(from), to: day(to) };
  }

  function item(record) {
    const entry = made("li");
    const link = made("a");
    // An address of ours below the site's own: it leads nowhere else, whatever it holds.
    link.href = base + record.address + (record.anchor && "#" + record.anchor);
    link.append(made("bdi", "", record.title));
    entry.append(link, " ", made("span", "meta", record.group));
    if (record.date) entry.append(" ", made("span", "meta", record.date));
    const text = made("p");
    text.dir = "auto";
    text.append(...record.excerpt.map(([words, isFound]) => isFound ? made("mark", "", words) : words));
    entry.append(text);
    return entry;
  }

  /** Shows the first `count` results; what was asked before is forgotten. */
  async function show(count) {
    const mine = ++run;
    const query = field.value;
    const address = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    try {
      history.replaceState(null, "", "?" + address);
    } catch { /* From a disk some browsers allow no change of the address. */ }
    try {
      let records = [];
      let hits = [];
      if (wordsOf(query).length) {
        await start();
        const answer = await index.search(query, filter());
        hits = answer.hits;
        if (mine === run) records = await Promise.all(hits.slice(0, count).map(({ page }) => index.record(page, answer.words)));
      }
      if (mine !== run) return;
      shown = count;
      results.replaceChildren(...records.map(item));
      more.hidden = hits.length <= count;
      say(!wordsOf(query).length ? "" : hits.length > 1 ? "many" : hits.length ? "one" : "none", hits.length);
    } catch {
      if (mine === run) fail();
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    show(10);
  });
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(show, wait, 10);
  };
  field.addEventListener("input", () => later(150));
  filters.addEventListener("change", () => later(0));
  field.addEventListener("focus", () => start().catch(fail));
  filters.addEventListener("toggle", () => filters.open && prepare().catch(fail));
  more.addEventListener("click", async () => {
    const last = results.children.length;
    await show(shown + 10);
    // The focus goes on with the reader: the button may be gone.
    results.children[last]?.querySelector("a").focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const active = document.activeElement;
    const links = [...results.querySelectorAll("a")];
    const at = links.indexOf(active);
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(active.tagName)) field.focus();
    else if (event.key === "ArrowDown" && (active === field || at >= 0) && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || field).focus();
    else if (event.key === "Escape" && at >= 0) field.focus();
    else if (event.key === "Escape" && active === field && field.value) {
      field.value = "";
      show(10);
    } else return;
    event.preventDefault();
  });

  // What the address asks for: the field in the head of every page leads here.
  (async () => {
    const asked = new URLSearchParams(location.search);
    form.hidden = false;
    field.value = asked.get("q") || "";
    if (choices.some((id) => asked.get(id))) {
      await prepare();
      for (const id of choices) element(id).value = asked.get(id) || "";
      filters.open = true;
    }
    if (field.value) await show(10);
    else field.focus();
  })().catch(fail);
})();
