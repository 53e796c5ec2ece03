"""A route planner: shortest paths, spanning tree, components, tours."""
import heapq
from collections import defaultdict, deque

ROADS = """
Arden Brook 7
Arden Cove 9
Arden Fell 14
Brook Cove 10
Brook Dale 15
Cove Dale 11
Cove Fell 2
Dale Elm 6
Elm Fell 9
Elm Glen 4
Glen Holt 3
Isle Jetty 5
"""
TASKS = [('shirt', 'tie'), ('tie', 'jacket'), ('trousers', 'shoes'),
         ('socks', 'shoes'), ('trousers', 'belt'), ('belt', 'jacket')]


class NoRoute(Exception):
    def __init__(self, start, goal):
        Exception.__init__(self, 'no route from %s to %s' % (start, goal))


class Graph(object):
    """An undirected graph with positive weights."""

    def __init__(self):
        self.edges = defaultdict(dict)

    @classmethod
    def parse(cls, text):
        graph = cls()
        for line in text.split('\n'):
            if line.strip():
                a, b, distance = line.split()
                graph.add(a, b, int(distance))
        return graph

    def add(self, a, b, distance):
        self.edges[a][b] = self.edges[b][a] = distance

    def __iter__(self):
        return iter(sorted(self.edges))

    def __len__(self):
        return len(self.edges)

    def __contains__(self, node):
        return node in self.edges

    def all_edges(self):
        return sorted((d, a, b) for a in self.edges
                      for b, d in self.edges[a].iteritems() if a < b)

    def breadth_first(self, start):
        seen, queue = set([start]), deque([(start, 0)])
        while queue:
            node, depth = queue.popleft()
            yield node, depth
            for other in sorted(self.edges[node]):
                if other not in seen:
                    seen.add(other)
                    queue.append((other, depth + 1))

    def depth_first(self, node, seen=None):
        seen = seen if seen is not None else set()
        seen.add(node)
        yield node
        for other in sorted(self.edges[node]):
            if other not in seen:
                for found in self.depth_first(other, seen):
                    yield found

    def components(self):
        rest, parts = set(self.edges), []
        while rest:
            part = set(n for n, _ in self.breadth_first(min(rest)))
            parts.append(sorted(part))
            rest -= part
        return parts

    def dijkstra(self, start, avoid=()):
        """Distances and predecessors of all that can be reached."""
        best, before = {start: 0}, {}
        heap, done = [(0, start)], set(avoid)
        while heap:
            distance, node = heapq.heappop(heap)
            if node in done:
                continue
            done.add(node)
            for other, length in self.edges[node].iteritems():
                candidate = distance + length
                if other not in done and \
                        candidate < best.get(other, float('inf')):
                    best[other], before[other] = candidate, node
                    heapq.heappush(heap, (candidate, other))
        return best, before

    def route(self, start, goal, avoid=()):
        best, before = self.dijkstra(start, avoid)
        if goal not in best:
            raise NoRoute(start, goal)
        path = [goal]
        while path[-1] != start:
            path.append(before[path[-1]])
        return best[goal], path[::-1]

    def all_pairs(self):
        """Floyd and Warshall's table of distances."""
        inf = float('inf')
        nodes = list(self)
        table = dict(((a, b), 0 if a == b else self.edges[a].get(b, inf))
                     for a in nodes for b in nodes)
        for k in nodes:
            for i in nodes:
                for j in nodes:
                    through = table[i, k] + table[k, j]
                    if through < table[i, j]:
                        table[i, j] = through
        return table

    def spanning_tree(self):
        """Kruskal's tree (a forest if the graph is in parts)."""
        parent = dict((n, n) for n in self.edges)

        def root(n):
            while parent[n] != n:
                parent[n] = parent[parent[n]]
                n = parent[n]
            return n
        tree = []
        for distance, a, b in self.all_edges():
            if root(a) != root(b):
                parent[root(a)] = root(b)
                tree.append((a, b, distance))
        return tree


def tour(graph, start):
    """Visits all of a component, always going to the nearest place left."""
    todo = set(n for n, _ in graph.breadth_first(start)) - set([start])
    path, length = [start], 0
    while todo:
        best, _ = graph.dijkstra(path[-1])
        nearest = min(todo, key=lambda n: (best[n], n))
        length += best[nearest]
        path.append(nearest)
        todo.remove(nearest)
    return length, path


def improve(path, table):
    """Turns stretches of the tour around as long as that shortens it."""
    def length(p):
        return sum(table[a, b] for a, b in zip(p, p[1:]))
    better = True
    while better:
        better = False
        for i in range(1, len(path) - 1):
            for j in range(i + 1, len(path)):
                other = path[:i] + path[i:j + 1][::-1] + path[j + 1:]
                if length(other) < length(path):
                    path, better = other, True
    return length(path), path


def topological(pairs):
    """An order that puts the first of each pair before the second."""
    after, waiting = defaultdict(list), defaultdict(int)
    for a, b in pairs:
        after[a].append(b)
        waiting[b] += 1
        waiting[a] += 0
    ready = sorted(n for n in waiting if waiting[n] == 0)
    order = []
    while ready:
        node = ready.pop(0)
        order.append(node)
        for other in after[node]:
            waiting[other] -= 1
            if waiting[other] == 0:
                ready.append(other)
        ready.sort()
    if len(order) < len(waiting):
        raise ValueError('cycle among ' + ', '.join(
            sorted(set(waiting) - set(order))))
    return order


def grid_path(rows):
    """A* through a grid of text from S to E; draws the way."""
    cells = dict(((x, y), c) for y, row in enumerate(rows)
                 for x, c in enumerate(row))
    start, = [p for p, c in cells.items() if c == 'S']
    end, = [p for p, c in cells.items() if c == 'E']

    def guess(p):
        return abs(p[0] - end[0]) + abs(p[1] - end[1])
    heap, before = [(guess(start), 0, start)], {start: None}
    while heap:
        _, steps, (x, y) = heapq.heappop(heap)
        if (x, y) == end:
            break
        for p in (x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1):
            if cells.get(p, '#') != '#' and p not in before:
                before[p] = (x, y)
                heapq.heappush(heap, (steps + 1 + guess(p), steps + 1, p))
    p = before[end]
    while p != start:
        cells[p] = '.'
        p = before[p]
    return [''.join(cells[x, y] for x in range(len(row)))
            for y, row in enumerate(rows)]


def main():
    graph = Graph.parse(ROADS)
    print len(graph), 'places:', ' '.join(graph), 'Isle' in graph
    print list(graph.breadth_first('Arden'))
    print ' '.join(graph.depth_first('Holt'))
    print graph.components()
    for start, goal, avoid in [('Arden', 'Elm', ()), ('Arden', 'Holt', ()),
                               ('Arden', 'Elm', ['Fell']),
                               ('Arden', 'Jetty', ())]:
        try:
            print '%s to %s: %d via %s' % ((start, goal) + (
                lambda r: (r[0], ' '.join(r[1])))(
                    graph.route(start, goal, avoid)))
        except NoRoute as e:
            print e
    table = graph.all_pairs()
    for a in list(graph)[:4]:
        print '%-6s' % a, ' '.join('%4s' % table[a, b] for b in graph)
    tree = graph.spanning_tree()
    print tree, sum(d for _, _, d in tree)
    length, path = tour(graph, 'Glen')
    print length, path
    print improve(path, table)
    print topological(TASKS)
    try:
        topological(TASKS + [('jacket', 'trousers')])
    except ValueError as e:
        print e
    print '\n'.join(grid_path(['S #     ', ' ## ### ', '    #   ',
                               ' ### #E#', '     #  ']))


if __name__ == '__main__':
    main()
