// 24 uPlot charts, every series replaced each round. wall.mjs SERIES POINTS ROUNDS
// Prints: scripts alone, every canvas forced to pixels, processor time of all processes a refresh, memory.
import { median, runPage, wallScript } from "./browser.mjs";

const [series, points, rounds] = process.argv.slice(2).map(Number);
const used = {};
const { value, pss } = await runPage(
  `${wallScript}
  const charts = makeWall(${series});
  function data(panel, round) {
    const end = 1795230764 + round * 15;
    const all = [Array.from({length: ${points}}, (_, at) => end - 15 * (${points} - 1 - at))];
    for (let line = 0; line < ${series}; ++line) {
      let noise = (panel * 977 + line * 131 + round * 7 + 1) >>> 0;
      const values = new Array(${points});
      for (let at = 0; at < ${points}; ++at) {
        noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
        values[at] = 10 + line + 3 * Math.sin(0.05 * (at + round) + panel) + (noise >>> 8) / 16777216;
      }
      all.push(values);
    }
    return all;
  }
  const scripts = [], raster = [];
  for (let round = 0; round < ${rounds} + 2; ++round) {
    let script = 0;
    const ready = charts.map((_, panel) => data(panel, round));
    await frame();
    const whole = performance.now();
    const started = performance.now();
    charts.forEach((chart, panel) => chart.setData(ready[panel]));
    await Promise.resolve();
    script = performance.now() - started;
    forceRaster();
    const drawn = performance.now() - whole;
    if (round >= 2) { scripts.push(script); raster.push(drawn); }
  }
  // The same data again and again: what a refresh costs all processes, without making the data.
  const ready = charts.map((_, panel) => data(panel, 0));
  const again = charts.map((_, panel) => data(panel, 1));
  await mark("start");
  for (let round = 0; round < ${rounds}; ++round) {
    charts.forEach((chart, panel) => chart.setData(round % 2 ? ready[panel] : again[panel]));
    forceRaster();
    await frame();
  }
  await mark("end");
  report({scripts, raster});`,
  { marks: async (name, root) => (used[name] = (await import("./browser.mjs")).cpuMs(root)) },
);
await new Promise((done) => setTimeout(done, 50));
console.log(`scripts ms ${median(value.scripts).toFixed(2)}`);
console.log(`raster ms ${median(value.raster).toFixed(2)}`);
console.log(`cpu ms ${((used.end - used.start) / rounds).toFixed(2)}`);
console.log(`pss MB ${pss.toFixed(1)}`);
