"use strict";
(() => {
  const one = (query, from = document) => from.querySelector(query);
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const base = document.body.dataset.base || "";
  document.documentElement.classList.add("scripted");

  // On a phone the filters fold away.
  const folded = one(".filter-box");
  if (folded && matchMedia("(max-width: 45rem)").matches && !one(".filters .do a")) folded.open = false;

  // Progress of a run, as it comes in.
  const job = one("#job");
  if (job && job.dataset.state === "running") {
    const stages = all("[data-stage]");
    const source = new EventSource(job.dataset.events);
    source.addEventListener("progress", (event) => {
      const now = JSON.parse(event.data);
      one(".job-words", job).textContent = now.words;
      one(".job-count", job).textContent =
        now.state === "running" && now.total > 1 ? now.done + " of " + now.total : "";
      one("progress", job).value = now.share;
      const at = stages.findIndex((row) => row.dataset.stage === now.stage);
      stages.forEach((row, number) => {
        row.classList.toggle("over", number < at || now.state === "done");
        row.classList.toggle("now", number === at && now.state === "running");
        if (number === at && now.total > 1) one(".count", row).textContent = now.done + " of " + now.total;
        else one(".count", row).textContent = "";
      });
      if (now.state !== "running") {
        source.close();
        if (!all("input:not([type=hidden]), textarea").some((field) => field === document.activeElement && field.value)) location.reload();
      }
    });
  }

  // Files dropped on a page.
  for (const area of all("[data-drop]")) {
    const field = one("input[type=file]", area);
    const list = one(".dropped", area);
    one(".drop-hint", area).hidden = false;
    const tell = () => {
      list.replaceChildren(...[...field.files].slice(0, 30).map((file) => {
        const row = document.createElement("li");
        row.textContent = file.name;
        return row;
      }));
      if (field.files.length > 30) list.append("and " + (field.files.length - 30) + " more");
    };
    field.addEventListener("change", tell);
    for (const kind of ["dragenter", "dragover"]) {
      area.addEventListener(kind, (event) => { event.preventDefault(); area.classList.add("over"); });
    }
    area.addEventListener("dragleave", () => area.classList.remove("over"));
    area.addEventListener("drop", (event) => {
      event.preventDefault();
      area.classList.remove("over");
      const held = new DataTransfer();
      for (const file of [...field.files, ...event.dataTransfer.files]) held.items.add(file);
      field.files = held.files;
      tell();
    });
  }

  // Words that are selected in a text fill the form that asks for words.
  const length = (text) => [...text].length;
  const offsetIn = (block, node, at) => {
    let count = Number(block.dataset.start);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.parentElement.closest("[data-skip]")) continue;
      if (text === node) return count + length(text.data.slice(0, at));
      if (node.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      count += length(text.data);
    }
    return count;
  };
  const chosen = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const node = range.startContainer;
    const block = (node.nodeType === 1 ? node : node.parentElement).closest("[data-select]");
    const words = selection.toString().trim();
    if (!block || !words) return null;
    return { block, words, start: offsetIn(block, range.startContainer, range.startOffset) };
  };
  const NAMES = { source_is: "Who says it", cue_is: "Words that mark it", content_is: "What is said", own: "Claim or note" };
  let bar = null;
  const fill = (field, found) => {
    field.value = found.words;
    const form = field.form;
    if (form.elements.start) form.elements.start.value = found.start;
    for (let at = form; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    field.focus();
    field.scrollIntoView({ block: "center" });
  };
  const offer = () => {
    const found = chosen();
    if (bar) { bar.remove(); bar = null; }
    if (!found) return;
    const quote = found.block.closest(".quote");
    const fields = quote ? all("[data-words]", quote) : all("#own [data-words]");
    if (!fields.length) return;
    bar = document.createElement("div");
    bar.className = "select-bar";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "With the selected words");
    const said = document.createElement("span");
    said.className = "q";
    said.textContent = "“" + found.words + "”";
    bar.append(said);
    for (const field of fields) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = NAMES[field.dataset.words];
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => { fill(field, found); bar.remove(); bar = null; });
      bar.append(button);
    }
    document.body.append(bar);
  };
  let waiting = 0;
  if (one("[data-select]")) {
    document.addEventListener("selectionchange", () => { clearTimeout(waiting); waiting = setTimeout(offer, 150); });
  }
  for (const field of all("[data-words]")) {
    field.addEventListener("input", () => { if (field.form.elements.start) field.form.elements.start.value = ""; });
  }

  // Single keys, if they are wanted.
  const KEY = "headwater-keys";
  const wanted = () => localStorage.getItem(KEY) !== "off";
  const box = one("#keys-on");
  const dialog = one("#keys");
  box.checked = wanted();
  box.addEventListener("change", () => localStorage.setItem(KEY, box.checked ? "on" : "off"));
  const opener = one("#keys-open");
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
  const items = all("[data-list] [data-item]");
  const move = (step) => {
    if (!items.length) return;
    const at = items.findIndex((item) => item.closest("li").contains(document.activeElement));
    const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
    next.focus();
    next.closest("li").scrollIntoView({ block: "nearest" });
  };
  const PAGES = { c: "/", d: "/documents", s: "/sources", p: "/positions", t: "/timeline", q: "/queue", h: "/history" };
  let going = false;
  const turn = (way) => { const link = one(`[data-item-page] a[rel=${way}]`); if (link) link.click(); };
  addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog.open || !wanted()) return;
    const key = event.key;
    if (going) {
      going = false;
      if (base && PAGES[key]) { location.href = base + PAGES[key]; event.preventDefault(); }
      return;
    }
    const answer = one(`[data-queue] [data-key="${CSS.escape(key)}"]`);
    if (answer) { answer.click(); event.preventDefault(); return; }
    if (key === "g") going = true;
    else if (key === "?") dialog.showModal();
    else if (key === "/") { const field = one("#seek"); if (field) field.focus(); }
    else if (key === "j") { if (items.length) move(1); else turn("next"); }
    else if (key === "k") { if (items.length) move(-1); else turn("prev"); }
    else if (key === "x") {
      const row = document.activeElement.closest("li");
      const tick = row && one("input[name=about]", row);
      if (tick) tick.click();
    } else if (key === "u" && one("[data-queue]")) {
      const undo = one(".strip.told button");
      if (undo) undo.click();
    } else return;
    event.preventDefault();
  });
})();
