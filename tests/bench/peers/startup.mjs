// Exec of Chromium to its first painted page, a static one, in a profile that was used before. startup.mjs [ROUNDS]
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./browser.mjs";

const rounds = Number(process.argv[2] ?? 7);
const profile = mkdtempSync(join(tmpdir(), "peer-"));
let painted;
const server = createServer((request, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  if (request.url === "/painted") painted();
  response.end("<!doctype html><p>All is well</p><script>requestAnimationFrame(() => requestAnimationFrame(() => fetch('/painted')))</script>");
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const times = [];
for (let round = 0; round <= rounds; ++round) {
  const started = performance.now();
  const shown = new Promise((done) => (painted = done));
  const browser = spawn(process.env.CHROMIUM ?? "chromium", ["--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${profile}`, `http://127.0.0.1:${server.address().port}/`], { stdio: "ignore", detached: true });
  await shown;
  if (round > 0) times.push(performance.now() - started);
  process.kill(-browser.pid, "SIGKILL");
  await new Promise((done) => setTimeout(done, 500));
}
server.closeAllConnections();
server.close();
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
console.log(`start ms ${median(times).toFixed(1)}`);
