// Hands out 24 query_range bodies over loopback, to the console and to the browser alike. bodies.mjs SERIES POINTS: prints its address, ends with its input.
import { createServer } from "node:http";

/** `turn` makes other numbers of the same shape: what is told twice is drawn once. */
export function makeBodies(series, points, turn = 0) {
  const bodies = [];
  const end = 1795230764;
  for (let panel = 0; panel < 24; ++panel) {
    const result = [];
    for (let line = 0; line < series; ++line) {
      let noise = (panel * 977 + line * 131 + turn * 7 + 1) >>> 0;
      const values = [];
      for (let at = 0; at < points; ++at) {
        noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
        values.push([end - 15 * (points - 1 - at), String(10 + line + 3 * Math.sin(0.05 * at + panel) + (noise >>> 8) / 16777216)]);
      }
      result.push({ metric: { __name__: "peer", instance: String(line), panel: String(panel) }, values });
    }
    bodies.push(Buffer.from(JSON.stringify({ status: "success", data: { resultType: "matrix", result } })));
  }
  return bodies;
}

/** What a live Prometheus would say of the asked range: ten lines a panel. */
function liveBody(panel, start, end, step) {
  const result = [];
  for (let line = 0; line < 10; ++line) {
    const values = [];
    for (let at = start; at <= end + 1e-6; at += step) values.push([at, String(10 + line + 3 * Math.sin(at / 300 + panel + line))]);
    result.push({ metric: { __name__: "peer", instance: String(line), panel: String(panel) }, values });
  }
  return JSON.stringify({ status: "success", data: { resultType: "matrix", result } });
}

const plainAnswers = {
  "/api/v1/alerts": '{"status":"success","data":{"alerts":[]}}',
  "/api/v1/rules": '{"status":"success","data":{"groups":[]}}',
  "/api/v1/targets": '{"status":"success","data":{"activeTargets":[],"droppedTargets":[]}}',
  "/api/v1/status/buildinfo": '{"status":"success","data":{"version":"2.42.0"}}',
  "/api/v1/query": '{"status":"success","data":{"resultType":"vector","result":[]}}',
};

if (process.argv[1].endsWith("bodies.mjs")) {
  const live = process.argv[2] === "live";
  const turns = live ? [] : [0, 1].map((turn) => makeBodies(Number(process.argv[2]), Number(process.argv[3]), turn));
  let asked24 = 0;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://peer");
    const parts = [];
    for await (const part of request) parts.push(part);
    const asked = request.method === "POST" ? new URLSearchParams(Buffer.concat(parts).toString()) : url.searchParams;
    const panel = Number(/panel\D*(\d+)/.exec(asked.get("query") ?? "")?.[1] ?? 0) % 24;
    let body = live ? null : turns[Math.floor(asked24++ / 24) % 2][panel];
    if (live)
      body = Buffer.from(url.pathname.endsWith("/query_range") ? liveBody(panel, Number(asked.get("start")), Number(asked.get("end")), parseFloat(asked.get("step")))
        : (plainAnswers[url.pathname] ?? '{"status":"success","data":[]}'));
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
  });
  server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
  process.stdin.resume();
  process.stdin.on("end", () => process.exit(0));
}
