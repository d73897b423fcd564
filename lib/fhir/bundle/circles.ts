/**
 * The nodes of each circle that a walk closes: without them none is left. Without recursion, because the upload decides
 * how deep its graph is.
 */
export function findCircles(graph: ReadonlyMap<number, readonly number[]>): Set<number> {
  const done = new Set<number>();
  const circular = new Set<number>();
  for (const start of graph.keys()) if (!done.has(start)) follow(start, graph, done, circular);
  return circular;
}

interface Frame {
  readonly node: number;
  next: number;
}

function follow(
  start: number,
  graph: ReadonlyMap<number, readonly number[]>,
  done: Set<number>,
  circular: Set<number>,
): void {
  const way: Frame[] = [{ node: start, next: 0 }];
  const onTheWay = new Map([[start, 0]]);
  for (let frame = way.at(-1); frame; frame = way.at(-1)) {
    const target = graph.get(frame.node)?.[frame.next];
    frame.next += 1;
    if (target === undefined) {
      done.add(frame.node);
      onTheWay.delete(frame.node);
      way.pop();
      continue;
    }
    const seen = onTheWay.get(target);
    if (seen !== undefined) for (const { node } of way.slice(seen)) circular.add(node);
    else if (!done.has(target)) {
      onTheWay.set(target, way.length);
      way.push({ node: target, next: 0 });
    }
  }
}
