/* Lentera's desk inside JupyterLab and Notebook 7, written by hand: no build.
 *
 * Jupyter loads this file, hands over the modules it shares (init) and asks for the plugin (get).
 * The plugin runs the live cells of a session that was delivered by Lentera, says so in a status line,
 * and puts a way home at the start of the page. What may run is decided by the server. */
(() => {
  "use strict";

  let shared = {};

  /** Take a module that Jupyter shares; the bundled version is the only one there is. */
  const take = async (name) => {
    const versions = Object.values(shared[name] || {});
    if (!versions.length) throw new Error(`Jupyter does not share ${name}.`);
    const factory = await versions[0].get();
    return factory();
  };

  const makePlugin = async () => {
    const { INotebookTracker } = await take("@jupyterlab/notebook");
    const { CodeCell } = await take("@jupyterlab/cells");
    const { PageConfig, URLExt } = await take("@jupyterlab/coreutils");
    const { Widget } = await take("@lumino/widgets");
    const words = JSON.parse(PageConfig.getOption("lenteraWords") || "{}");
    const home = URLExt.join(PageConfig.getBaseUrl(), "lentera") + "/";

    const say = (sentence, session, number) =>
      (words[sentence] || "").replace("{session}", session).replace("{number}", number);

    const makeBar = (leave) => {
      const node = document.createElement("div");
      node.lang = words.lang || "id";
      const link = document.createElement("a");
      link.href = home;
      link.className = "lentera-home";
      link.textContent = words.home || "Beranda";
      const status = document.createElement("span");
      status.setAttribute("role", "status");
      status.className = "lentera-status";
      node.append(link, status);
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        leave(link.href);
      });
      const bar = new Widget({ node });
      bar.id = "lentera-desk-bar";
      return { bar, tell: (text) => { if (status.textContent !== text) status.textContent = text; } };
    };

    const addStyle = () => {
      const style = document.createElement("style");
      style.textContent = `
        #lentera-desk-bar{display:flex;align-items:center;gap:12px;flex:none;padding:0 8px;overflow:visible;
          font:600 15px/1.2 "Segoe UI",Ubuntu,"Noto Sans","DejaVu Sans",sans-serif;color:var(--jp-ui-font-color1)}
        #lentera-desk-bar .lentera-home{display:inline-flex;align-items:center;min-height:24px;padding:2px 12px;
          border-radius:6px;background:#23408E;color:#fff;text-decoration:none}
        #lentera-desk-bar .lentera-home:hover{background:#172C66}
        #lentera-desk-bar .lentera-home:focus-visible{outline:3px solid #16203A;outline-offset:1px;
          box-shadow:0 0 0 3px #FFB81C}
        [data-jp-theme-light="false"] #lentera-desk-bar .lentera-home{background:#B4C7FF;color:#0C1430}
        [data-jp-theme-light="false"] #lentera-desk-bar .lentera-home:focus-visible{outline-color:#FFC53D;
          box-shadow:0 0 0 3px #0C1430}
        #lentera-desk-bar .lentera-status{font-weight:400}
        /* The arrow folds a part of the lesson away, has no name, and would be a stop at every heading. */
        .jp-MarkdownCell:not(.jp-MarkdownCell-collapsed) .jp-collapseHeadingButton:not(.jp-mod-collapsed){display:none}
        [data-lentera-simple] :is(.jp-NotebookKernelLogo,.jp-NotebookTrustedStatus,.jp-NotebookCheckpoint,#jp-title){display:none}
        /* The learner meets what a live cell shows; its code stays collapsed out of the way. */
        .lentera-live .jp-InputPlaceholder,.lentera-live .jp-OutputPrompt{visibility:hidden}
        .lentera-live .jp-InputPlaceholder{height:0;min-height:0;padding:0;border:0;margin:0}`;
      document.head.append(style);
    };

    /** Whether this is Notebook 7's page of one notebook; JupyterLab keeps its menus for trainers. */
    const onePage = PageConfig.getOption("notebookPage") === "notebooks";

    /** Name the page after the session: a screen reader says the title first, and a file name is no name. */
    const nameThePage = (panel) => {
      const { sesi, jenis } = panel.content.model.getMetadata("lentera");
      const title = say(jenis === "tugas" ? "taskTitle" : "title", sesi, String(Number(sesi.slice(1))));
      const put = () => { if (title && document.title !== title) document.title = title; };
      // Jupyter writes the file's name there again whenever its session changes.
      const watcher = new MutationObserver(put);
      watcher.observe(document.head, { subtree: true, childList: true, characterData: true });
      panel.disposed.connect(() => watcher.disconnect());
      put();
    };

    /** Take away menus and tools where nothing is left to run by hand: half are English, and some cut cells. */
    const simplify = (app, panel, cells) => {
      const live = new Set(cells.map(({ id }) => id));
      const byHand = panel.content.widgets.some((cell) => cell instanceof CodeCell
        && !live.has(cell.model.id) && cell.model.sharedModel.getSource().trim());
      document.body.toggleAttribute("data-lentera-simple", !byHand);
      app.shell.menu?.setHidden(!byHand);
      panel.toolbar.setHidden(!byHand);
    };

    const sourcesOf = (notebook) =>
      JSON.stringify(notebook.widgets.map((cell) => [cell.model.id, cell.model.sharedModel.getSource()]));

    /** Ask the server which cells of this file may run, as it delivered them. */
    const allowedCells = async (path) => {
      const address = URLExt.join(PageConfig.getBaseUrl(), "lentera/api/sel") +
        `?path=${encodeURIComponent(path)}`;
      const answer = await fetch(address, { credentials: "same-origin" });
      return answer.ok ? (await answer.json()).cells : [];
    };

    /** Wait until the kernel answers, also after a restart. */
    const awake = (panel) => new Promise((resolve) => {
      const context = panel.sessionContext;
      const look = () => {
        const kernel = context.session?.kernel;
        if (kernel?.connectionStatus !== "connected" || !["idle", "busy"].includes(kernel.status)) return;
        context.statusChanged.disconnect(look);
        context.connectionStatusChanged.disconnect(look);
        resolve();
      };
      context.statusChanged.connect(look);
      context.connectionStatusChanged.connect(look);
      look();
    });

    /** Run the live cells in order; focus and scrolling stay where they are. */
    const bringAlive = async (app, panel, clean, tell) => {
      const notebook = panel.content;
      const session = notebook.model.getMetadata("lentera").sesi;
      const number = String(Number(session.slice(1)));
      const cells = await allowedCells(panel.context.path);
      if (!cells.length) return;
      if (onePage) simplify(app, panel, cells);
      tell(say("opening", session, number));
      await awake(panel);
      let changed = 0, troubled = 0, missing = 0;
      for (const { id, source } of cells) {
        const cell = notebook.widgets.find((each) => each.model.id === id);
        if (!cell) {
          missing += 1;
          continue;
        }
        if (!(cell instanceof CodeCell) || cell.model.sharedModel.getSource() !== source) {
          changed += 1;
          continue;
        }
        cell.addClass("lentera-live");
        const reply = await CodeCell.execute(cell, panel.sessionContext);
        if (!reply || reply.content.status !== "ok") troubled += 1;
      }
      // Fresh outputs alone are nothing to save: widgets draw them anew at every opening.
      clean();
      setTimeout(clean, 1500);
      const outcome = troubled ? "troubled" : missing ? "missing" : changed ? "changed" : "ready";
      tell(say(outcome, session, number));
      return { cells, outcome, session, number };
    };

    /** Say at once when she takes a practice box away, and when it is back. */
    const mindTheBoxes = (notebook, alive, tell) => {
      let gone = alive().outcome === "missing";
      notebook.model.cells.changed.connect(() => {
        const { cells, outcome, session, number } = alive();
        const here = new Set(Array.from(notebook.model.cells, (cell) => cell.id));
        const now = cells.some(({ id }) => !here.has(id));
        if (now !== gone) tell(say(now ? "missing" : outcome === "missing" ? "changed" : outcome, session, number));
        gone = now;
      });
    };

    const known = new WeakSet();
    const watch = async (app, panel, tell) => {
      await panel.context.ready;
      if (!(panel.content.model.getMetadata("lentera") || {}).sesi) return;
      if (onePage) nameThePage(panel);
      const opened = sourcesOf(panel.content);
      // What is unsaved at the first opening is Jupyter's own bookkeeping; a second view may hold her writing.
      const wasClean = !known.has(panel.context) || !panel.context.model.dirty;
      known.add(panel.context);
      const clean = () => {
        if (wasClean && !panel.isDisposed && sourcesOf(panel.content) === opened) panel.context.model.dirty = false;
      };
      let turn = Promise.resolve(), alive = null;
      const again = () => {
        turn = turn.then(async () => {
          if (panel.isDisposed || !panel.sessionContext.session?.kernel) return;
          const before = alive;
          alive = await bringAlive(app, panel, clean, tell) || alive;
          if (alive && !before) mindTheBoxes(panel.content, () => alive, tell);
        }).catch((error) => {
          console.error(error);
          tell(words.troubled || "");
        });
      };
      await panel.sessionContext.ready;
      again();
      panel.sessionContext.kernelChanged.connect((_sender, change) => { if (change.newValue) again(); });
      panel.sessionContext.statusChanged.connect((_sender, status) => {
        if (status === "restarting" || status === "autorestarting") again();
      });
    };

    return {
      id: "lentera-desk:plugin",
      description: "Brings a session's widgets alive and leads back to the home page.",
      autoStart: true,
      requires: [INotebookTracker],
      activate: (app, tracker) => {
        document.body.dataset.tema = PageConfig.getOption("lenteraTema") || "terang";
        document.body.dataset.huruf = PageConfig.getOption("lenteraHuruf") || "100";
        addStyle();
        const leave = async (address) => {
          const open = [];
          tracker.forEach((panel) => { if (panel.context.model.dirty) open.push(panel.context.save()); });
          await Promise.allSettled(open);
          window.location.assign(address);
        };
        const { bar, tell } = makeBar(leave);
        app.shell.add(bar, "top", { rank: -10 });
        const name = () => {
          // Notebook 7's logo is a link without a name.
          document.querySelector("#jp-NotebookLogo")?.setAttribute("aria-label", words.files || "Berkas saya");
          const skip = document.querySelector(".jp-skiplink a");
          if (skip && words.skip) skip.textContent = words.skip;
        };
        app.restored.then(name);
        tracker.forEach((panel) => { watch(app, panel, tell); });
        tracker.widgetAdded.connect((_sender, panel) => { watch(app, panel, tell); });
      },
    };
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["lentera-desk"] = {
    init: (scope) => { shared = scope; },
    get: async (module) => {
      if (module !== "./extension") throw new Error(`Lentera's desk has no module ${module}.`);
      const plugin = await makePlugin();
      return () => ({ __esModule: true, default: plugin });
    },
  };
})();
