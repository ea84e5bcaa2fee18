// 24 bodies over loopback to pixels: fetch, JSON.parse, uPlot. pixels.mjs SERIES POINTS ROUNDS
import { cpuMs, median, runPage, wallScript } from "./browser.mjs";
import { makeBodies } from "./bodies.mjs";

const [series, points, rounds] = process.argv.slice(2).map(Number);
const turns = [0, 1].map((turn) => makeBodies(series, points, turn));
const answers = {};
let asked = 0;
for (let panel = 0; panel < 24; ++panel)
  answers[`/body/${panel}`] = (_, response) => {
    const body = turns[Math.floor(asked++ / 24) % 2][panel];
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
  };
const used = {};
const { value } = await runPage(
  `${wallScript}
  const charts = makeWall(${series});
  const whole = [];
  for (let round = 0; round < ${rounds} + 2; ++round) {
    if (round === 2) await mark("start");
    await frame();
    const started = performance.now();
    await Promise.all(charts.map(async (chart, panel) => {
      const answer = await (await fetch("/body/" + panel, {cache: "no-store"})).json();
      const all = [answer.data.result[0].values.map((pair) => pair[0])];
      for (const one of answer.data.result) all.push(one.values.map((pair) => Number(pair[1])));
      chart.setData(all);
    }));
    forceRaster();
    if (round >= 2) whole.push(performance.now() - started);
  }
  await mark("end");
  report({whole});`,
  { answers, marks: (name, root) => (used[name] = cpuMs(root)) },
);
console.log(`whole ms ${median(value.whole).toFixed(2)}`);
console.log(`cpu ms ${((used.end - used.start) / rounds).toFixed(2)}`);
