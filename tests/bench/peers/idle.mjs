// A wall of 24 uPlot charts that fetches and redraws every five seconds. idle.mjs SECONDS: prints per cent of one core, and memory.
import { cpuMs, pssMegabytes, runPage, wallScript } from "./browser.mjs";
import { makeBodies } from "./bodies.mjs";

const seconds = Number(process.argv[2] ?? 60);
const bodies = makeBodies(10, 240);
const answers = {};
bodies.forEach((body, panel) => (answers[`/body/${panel}`] = (_, response) => response.writeHead(200, { "content-type": "application/json" }).end(body)));
const used = {};
const { pss } = await runPage(
  `${wallScript}
  const charts = makeWall(10);
  async function refresh() {
    await Promise.all(charts.map(async (chart, panel) => {
      const answer = await (await fetch("/body/" + panel, {cache: "no-store"})).json();
      const all = [answer.data.result[0].values.map((pair) => pair[0])];
      for (const one of answer.data.result) all.push(one.values.map((pair) => Number(pair[1])));
      chart.setData(all);
    }));
  }
  await refresh(); await frame();
  setInterval(refresh, 5000);
  setTimeout(() => mark("start"), 10000);
  setTimeout(async () => { await mark("end"); report({}); }, 10000 + ${seconds * 1000});`,
  { answers, marks: (name, root) => (used[name] = { cpu: cpuMs(root), at: performance.now(), pss: pssMegabytes(root) }) },
);
console.log(`cpu % ${(((used.end.cpu - used.start.cpu) / (used.end.at - used.start.at)) * 100).toFixed(3)}`);
console.log(`pss MB ${pss.toFixed(1)}`);
