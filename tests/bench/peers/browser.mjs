// Runs a page in Chromium and gives back what the page reports, with processor time and memory of the whole process tree.
// Serves the page itself, uPlot from the modules folder, and whatever else a benchmark hands out.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const modules = process.env.NPM_DIR ?? "node_modules";
const ticksPerSecond = 100;

/** Everything descended from a process, itself included. */
export function processTree(root) {
  const children = new Map();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, "latin1").split(") ")[1].split(" ");
      const parent = Number(fields[1]);
      if (!children.has(parent)) children.set(parent, []);
      children.get(parent).push(Number(name));
    } catch {
      // It ended while we looked.
    }
  }
  const tree = [];
  const open = [root];
  while (open.length > 0) {
    const id = open.pop();
    tree.push(id);
    open.push(...(children.get(id) ?? []));
  }
  return tree;
}

/** Processor time of a tree in ms; what has ended is not in it. */
export function cpuMs(root) {
  let ticks = 0;
  for (const id of processTree(root)) {
    try {
      const fields = readFileSync(`/proc/${id}/stat`, "latin1").split(") ")[1].split(" ");
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It ended while we looked.
    }
  }
  return (ticks * 1000) / ticksPerSecond;
}

/** Proportional set size of a tree in MB. */
export function pssMegabytes(root) {
  let kilobytes = 0;
  for (const id of processTree(root)) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "latin1"))?.[1] ?? 0);
    } catch {
      // It ended while we looked.
    }
  }
  return kilobytes / 1024;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Opens a page made of `script` and waits for its report(). `answers` maps paths to functions (request, response) of further resources;
 * `marks` is called with (name, root process) whenever the page calls mark(name).
 */
export async function runPage(script, { answers = {}, marks = () => {}, width = 1920, height = 1080, body = "" } = {}) {
  const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/uPlot.css">
<style>body{margin:0;background:#0e1116;color:#e6eaf0;font:13px sans-serif}</style>${body}<script src="/uPlot.js"></script>
<script>
const report = (value) => fetch("/report", {method: "POST", body: JSON.stringify(value)});
const mark = (name) => fetch("/mark/" + name, {method: "POST"});
const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
window.onerror = (message) => report({error: String(message)});
window.onunhandledrejection = (event) => report({error: String(event.reason)});
</script><script type="module">${script}</script>`;
  let finish;
  const finished = new Promise((done) => (finish = done));
  let browser;
  const server = createServer((request, response) => {
    const send = (type, text) => response.writeHead(200, { "content-type": type }).end(text);
    if (request.url === "/") return send("text/html", page);
    if (request.url === "/uPlot.js") return send("text/javascript", readFileSync(join(modules, "uplot/dist/uPlot.iife.min.js")));
    if (request.url === "/uPlot.css") return send("text/css", readFileSync(join(modules, "uplot/dist/uPlot.min.css")));
    if (request.url.startsWith("/mark/")) {
      marks(request.url.slice(6), browser.pid);
      return send("text/plain", "");
    }
    if (request.url === "/report") {
      const parts = [];
      request.on("data", (part) => parts.push(part));
      request.on("end", () => {
        send("text/plain", "");
        finish(JSON.parse(Buffer.concat(parts).toString()));
      });
      return;
    }
    const answer = answers[request.url.split("?")[0]];
    if (answer) return answer(request, response);
    response.writeHead(404).end();
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const profile = mkdtempSync(join(tmpdir(), "peer-"));
  browser = spawn(
    process.env.CHROMIUM ?? "chromium",
    [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-extensions", "--mute-audio",
      "--disable-renderer-backgrounding", "--disable-background-timer-throttling", `--user-data-dir=${profile}`, `--window-size=${width},${height}`,
      `http://127.0.0.1:${server.address().port}/`,
    ],
    { stdio: "ignore", detached: true },
  );
  const failed = new Promise((_, fail) => browser.on("error", fail));
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error("the page said nothing for twenty minutes")), 1_200_000).unref());
  try {
    const value = await Promise.race([finished, failed, late]);
    if (value.error) throw new Error(value.error);
    return { value, cpu: cpuMs(browser.pid), pss: pssMegabytes(browser.pid) };
  } finally {
    try {
      process.kill(-browser.pid, "SIGKILL");
    } catch {
      // Already gone.
    }
    server.closeAllConnections();
    server.close();
    await new Promise((done) => setTimeout(done, 200));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The wall's page script: 24 uPlot charts as large as the console's, filled by fill(data). */
export const wallScript = `
const columns = 6, rows = 4, width = 318, height = 268;
document.body.style.position = "relative";
function makeWall(seriesCount) {
  const charts = [];
  for (let at = 0; at < columns * rows; ++at) {
    const host = document.createElement("div");
    host.style.cssText = "position:absolute;left:" + (at % columns) * (width + 2) + "px;top:" + Math.floor(at / columns) * (height + 2) + "px";
    document.body.append(host);
    const series = [{}];
    for (let line = 0; line < seriesCount; ++line) series.push({stroke: "hsl(" + (line * 37) % 360 + " 60% 60%)", width: 1, points: {show: false}});
    charts.push(new uPlot({width, height, series, legend: {show: false}, cursor: {show: false}, axes: [{stroke: "#9aa7b5", grid: {stroke: "#2a333f"}}, {stroke: "#9aa7b5", grid: {stroke: "#2a333f"}}]}, [[0], ...Array(seriesCount).fill([0])], host));
  }
  return charts;
}
/** Reads a pixel of every canvas, so that all of them are really drawn. */
function forceRaster() {
  let sum = 0;
  for (const canvas of document.querySelectorAll("canvas")) sum += canvas.getContext("2d").getImageData(0, 0, 1, 1).data[3];
  return sum;
}
`;
