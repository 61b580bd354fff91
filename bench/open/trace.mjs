// Reads what the browser traced. Times in the trace are microseconds of one clock.

/** Trace with little weight of its own: marks, input, painting and the network. */
export const categories = ['blink.user_timing', 'loading', 'devtools.timeline', 'toplevel'];

/** Runs in the page before its own code: marks when words of the section first stand on the sheet, and when one can type there. */
export function markText() {
  let there = false;
  const observer = new MutationObserver(() => {
    if (!there && (document.querySelector('.bt-sheet')?.textContent ?? '').length > 40) {
      there = true;
      performance.mark('bench-text');
    }
    const first = document.documentElement.dataset.first;
    if (first === undefined && document.querySelector('.bt-sheet[contenteditable="true"]') !== null) {
      performance.mark('bench-editor');
      observer.disconnect();
    }
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
}

const order = (events) => events.toSorted((one, other) => one.ts - other.ts);

/** When the frame that was painted first after `ts` was shown; where the browser tells only that it was painted, that. */
function shownAfter(events, { pid, tid }, ts) {
  const paint = events.find((e) => e.name === 'Paint' && e.pid === pid && e.tid === tid && e.ts >= ts);
  if (paint === undefined) throw new Error('nothing was painted');
  const shown = events.find((e) => e.name === 'AnimationFrame::Presentation' && e.pid === pid && e.ts >= paint.ts);
  return { painted: paint.ts + (paint.dur ?? 0), shown: shown?.ts ?? paint.ts + (paint.dur ?? 0) };
}

/** Milliseconds from navigation to what happened on the way to the text, and to its first paint. */
export function opening(buffer) {
  const events = order(JSON.parse(buffer).traceEvents);
  const mark = events.find(({ name }) => name === 'bench-text');
  if (mark === undefined) throw new Error('the text did not come');
  const { pid, tid } = mark;
  const start = { pid, tid, ts: beginOf(mark) };
  const since = (ts) => (ts === undefined ? undefined : (ts - start.ts) / 1000);
  const { painted, shown } = shownAfter(events, start, mark.ts);
  const requests = new Map();
  for (const { name, args, ts } of events) {
    const data = args?.data;
    if (name === 'ResourceSendRequest' && ts >= start.ts) requests.set(data.requestId, { path: new URL(data.url).pathname, sent: ts });
    if (name === 'ResourceFinish' && requests.has(data?.requestId)) requests.get(data.requestId).done ??= ts;
  }
  const answer = (pattern) => since([...requests.values()].find(({ path, done }) => done && pattern.test(path))?.done);
  const busy = events
    .filter((e) => e.name === 'RunTask' || e.name === 'ThreadControllerImpl::RunTask')
    .filter((e) => e.pid === start.pid && e.tid === start.tid && e.ts >= start.ts && e.ts < painted);
  return {
    steps: {
      'first script': answer(/\/assets\/(app|main)-.*\.js$/),
      session: answer(/^\/v1\/session$/),
      plan: answer(/^\/v1\/plans\/[^/]+$/),
      editor: answer(/\/assets\/LivePlan-.*\.js$/),
      socket: since(events.find((e) => e.name === 'WebSocketReceiveHandshakeResponse' && e.ts >= start.ts)?.ts),
      'text in the page': since(mark.ts),
      'text painted': since(painted),
      'text shown': since(shown),
      'can be typed in': since(events.find(({ name }) => name === 'bench-editor')?.ts),
    },
    requests: [...requests.values()].filter(({ sent }) => sent < mark.ts).length,
    busy: union(busy) / 1000,
    shown: since(shown),
  };
}

/** When the navigation began: a mark says how long after that it was set. */
function beginOf({ args: { data } }) {
  return data.callTime - data.startTime * 1000;
}

/** Tasks may hold others. */
function union(tasks) {
  let total = 0;
  let end = -Infinity;
  for (const { ts, dur = 0 } of tasks) {
    total += Math.max(0, ts + dur - Math.max(ts, end));
    end = Math.max(end, ts + dur);
  }
  return total;
}

/** For each key pressed: milliseconds until the frame with it was painted, and how long the main thread worked on it. */
export function typing(buffer) {
  const events = order(JSON.parse(buffer).traceEvents);
  const keys = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const tasks = events.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
  return keys.map((key, index) => {
    const { pid, tid, ts } = key;
    const next = keys[index + 1]?.ts ?? ts + 500_000;
    const input = events.find((e) => e.name === 'EventDispatch' && e.args?.data?.type === 'input' && e.pid === pid && e.ts >= ts);
    const { painted } = shownAfter(events, key, input?.ts ?? ts);
    const own = tasks.filter((e) => e.pid === pid && e.tid === tid && e.ts + (e.dur ?? 0) > ts && e.ts < next);
    return { toPaint: (painted - ts) / 1000, work: union(own) / 1000, longest: Math.max(0, ...own.map(({ dur = 0 }) => dur)) / 1000 };
  });
}
